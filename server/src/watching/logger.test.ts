import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { buildApp, type App } from '../http/app.ts'
import { sweeps } from '../sweeps.ts'
import { createLogger, withoutSecrets } from './logger.ts'

const key = `cs_test_${'Ab3'.repeat(12)}xy`
const token = '0123456789abcdef0123456789abcdef'

test.each([
  ['"phone":"254712345678"', '"phone":"•••••678"'],
  ['+254 712 345 678, 0712-345-678 and (0110) 345678', '+•••••678, •••••678 and (•••••678'],
  ['/pay?phone=%2B254712345678', '/pay?phone=%2B•••••678'],
  [`Authorization: ${key}`, 'Authorization: …'],
  ['Bearer abc.def-123', '…'],
  [`/hooks/${token}/bill`, '/hooks/…/bill'],
  ['/pay/Abc123Abc123Abc123Abc1.json', '/pay/….json'],
  ['whsec_c2VjcmV0c2VjcmV0c2VjcmV0', '…'],
  ['"id":"0712345678901234567890ab"', '"id":"0712345678901234567890ab"'],
  ['{"level":30,"time":1764154871000,"pid":4711}', '{"level":30,"time":1764154871000,"pid":4711}'],
  ['"at":"2031-03-01T08:15:00Z","ip":"196.201.214.200"', '"at":"2031-03-01T08:15:00Z","ip":"196.201.214.200"'],
  ['server/src/keys/known-keys.ts:40:12', 'server/src/keys/known-keys.ts:40:12'],
])('%s becomes %s', (line, clean) => {
  expect(withoutSecrets(line)).toBe(clean)
})

let w: World
let app: App
const lines: string[] = []
beforeAll(async () => {
  w = await world()
  const log = createLogger('debug', { write: (line) => void lines.push(line) })
  Object.assign(w.ctx, { log })
  app = await buildApp({ ...w.ctx, config: { ...w.ctx.config, logRequests: true } })
})
afterAll(async () => {
  await app.close()
  await w.end()
})

test('no phone and no secret of a request, a callback or an error gets into the log, at its most talkative', async () => {
  const phones = ['254798765432', '+254 798 765 432', '0798765432']
  const secrets = [w.apiKey, key, token, w.ctx.vault.path('callbacks', w.businessId), 'Zx9'.repeat(16)]
  const send = (method: 'GET' | 'POST', url: string, payload?: object, authorization = w.apiKey) =>
    app.inject({ method, url, headers: { authorization, 'x-phone': phones[0] ?? '' }, ...(payload && { payload }) })
  for (const phone of phones) {
    const customer = { name: 'Wanjiru', email: 'w@example.test', phone, country: 'Kenya', currency: 'KES' }
    expect((await send('POST', '/business/customer/create', customer)).statusCode).toBe(201)
    await send('POST', '/business/customer/create', { ...customer, name: 7 })
    await send('GET', `/business/customer/list?search=${encodeURIComponent(phone)}`)
    await send('GET', `/business/customer/details/${encodeURIComponent(phone)}`)
    await send('POST', '/business/payments/mobile/request', { amount: 10, phone, channel: 'mpesa' })
  }
  for (const secret of secrets) {
    await send('GET', '/business/invoice/list', undefined, secret)
    await app.inject({ method: 'POST', url: `/hooks/${secret}/c2b/confirmation`, payload: { MSISDN: phones[0] } })
    await app.inject(`/pay/${secret}`)
  }
  for (const sweep of Object.values(sweeps)) await sweep(w.ctx, 100)
  const owner = w.owner()
  await owner`alter table customers add constraint no_more check (phone <> '254798765431') not valid`
  const broken = await send('POST', '/business/customer/create', {
    name: 'Wanjiru',
    email: 'w@example.test',
    phone: '254798765431',
    country: 'Kenya',
    currency: 'KES',
  })
  await owner.end()
  expect(broken.statusCode).toBe(500)
  w.ctx.log.error({ err: Object.assign(new Error(`call 254798765431 with ${key}`), { parameters: phones }) }, 'bug')

  const log = lines.join('')
  expect(lines.filter((line) => line.includes('"msg":"request"')).length).toBeGreaterThan(20)
  expect(log).toContain('"msg":"bug"')
  expect(log).toContain('no_more')
  for (const secret of [...secrets, ...phones, '254798765431', '798765']) expect(log).not.toContain(secret)
  expect(log).not.toMatch(/798[\s-]?765/)
})
