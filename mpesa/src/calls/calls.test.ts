import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordedServer, type RecordedServer } from '../../test/recorded-server.ts'

interface Fixture {
  source: string
  call: string
  request: unknown
  path: string
  wire: unknown
  answer: unknown
}

let server: RecordedServer
beforeAll(async () => {
  server = await recordedServer()
})
afterAll(() => server.close())

for (const file of ['bill-manager', 'stk', 'c2b', 'initiator', 'others']) {
  const fixtures = JSON.parse(
    readFileSync(new URL(`../../fixtures/${file}.json`, import.meta.url), 'utf8'),
  ) as Fixture[]
  describe(`${file} as documented`, () => {
    test.each(fixtures)('$call sends to $path what the source says, and gives the answer', async (fixture) => {
      server.reply(fixture.path, { body: fixture.answer })
      const mpesa = server.client() as unknown as Record<string, (request: unknown) => Promise<unknown>>
      const answer = await mpesa[fixture.call]?.(fixture.request)
      expect(answer).toEqual(fixture.answer)
      const sent = server.calls().at(-1)
      expect(sent).toMatchObject({ method: 'POST', path: fixture.path })
      expect(sent?.body).toEqual(fixture.wire)
      expect(sent?.headers['content-type']).toBe('application/json')
      expect(sent?.headers['authorization']).toMatch(/^Bearer token-\d+$/)
    })
  })
}

test('the Bill Manager app key goes out under both names libraries use, and to Bill Manager only', async () => {
  const mpesa = server.client({ billManagerAppKey: 'AG_1' })
  server.reply('/v1/billmanager-invoice/cancel-single-invoice', { body: { rescode: '200', resmsg: 'Success' } })
  await mpesa.cancelInvoice({ externalReference: 'INV-1' })
  expect(server.calls().at(-1)?.headers).toMatchObject({ app_key: 'AG_1', appkey: 'AG_1' })
  server.reply('/mpesa/stkpushquery/v1/query', { body: { ResponseCode: '0', ResultCode: 0, ResultDesc: '' } })
  await mpesa.stkQuery({ checkoutRequestId: 'ws_CO_1' })
  expect(server.calls().at(-1)?.headers).not.toHaveProperty('app_key')
})

test('a base URL may have a path and a slash at its end', async () => {
  server.reply('/sandbox/oauth/v1/generate?grant_type=client_credentials', {
    body: { access_token: 't', expires_in: 3599 },
  })
  server.reply('/sandbox/v1/billmanager-invoice/cancel-single-invoice', { body: { rescode: '200', resmsg: 'Success' } })
  const mpesa = server.client({ baseUrl: `${server.url}/sandbox/` })
  await expect(mpesa.cancelInvoice({ externalReference: 'INV-1' })).resolves.toMatchObject({ rescode: '200' })
})
