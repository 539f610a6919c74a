import { afterAll, beforeAll, expect, test } from 'vitest'
import { sandboxAccount, startSimulator, type Simulator } from '../src/index.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ seed: 1 })
})
afterAll(() => simulator.close())

async function send(form: Record<string, string>, { apiKey = sandboxAccount.apiKey, method = 'POST' } = {}) {
  const body = method === 'POST' ? { body: new URLSearchParams({ username: sandboxAccount.username, ...form }) } : {}
  const answer = await fetch(`${simulator.url}/version1/messaging`, { method, headers: { apiKey }, ...body })
  const text = await answer.text()
  return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text).SMSMessageData : text }
}
const inbox = (msisdn: string) => simulator.phone(msisdn).inbox

test('201: the SMS is on each phone, and costs by its parts', async () => {
  const message = 'a'.repeat(161)
  const { status, body } = await send({ to: '+254711000111,+254711000112', message, from: 'MWANGAZA' })
  expect([status, body.Message]).toEqual([201, 'Sent to 2/2 Total Cost: KES 3.2000'])
  expect(body.Recipients).toEqual([
    { statusCode: 101, number: '+254711000111', status: 'Success', cost: 'KES 1.6000', messageId: expect.any(String) },
    { statusCode: 101, number: '+254711000112', status: 'Success', cost: 'KES 1.6000', messageId: expect.any(String) },
  ])
  expect(inbox('254711000111')).toMatchObject([{ from: 'MWANGAZA', text: message, kind: 'message' }])
})

test('without a sender it is from AFRICASTKNG; what is no Kenyan mobile is refused by itself', async () => {
  const { body } = await send({ to: '+254711000113,+44207', message: 'Karibu' })
  expect(body.Recipients).toMatchObject([
    { statusCode: 101 },
    { statusCode: 403, status: 'InvalidPhoneNumber', cost: '0' },
  ])
  expect(inbox('254711000113')).toMatchObject([{ from: 'AFRICASTKNG' }])
})

test('401 for another key, 400 for a form that lacks something, 405 for another method', async () => {
  expect(await send({ to: '+254711000114', message: 'x' }, { apiKey: 'wrong' })).toEqual({
    status: 401,
    body: 'The supplied authentication is invalid',
  })
  expect((await send({ to: '+254711000114' })).body).toContain("'message'")
  expect((await send({ message: 'x' })).status).toBe(400)
  expect((await send({}, { method: 'GET' })).status).toBe(405)
})

test('troubles strike it: refused in its own form, or cut after it arrived', async () => {
  simulator.trouble({ endpoint: 'sms', kind: 'refused' })
  expect((await send({ to: '+254711000115', message: 'x' })).body.Recipients).toMatchObject([
    { statusCode: 405, status: 'InsufficientBalance' },
  ])
  expect(inbox('254711000115')).toHaveLength(0)
  simulator.trouble({ endpoint: 'sms', kind: 'dropped-after-commit' })
  await expect(send({ to: '+254711000115', message: 'x' })).rejects.toThrow('fetch failed')
  expect(inbox('254711000115')).toHaveLength(1)
  expect(simulator.journal({ name: 'sms' }).at(-1)).toMatchObject({ trouble: 'dropped-after-commit', status: null })
})
