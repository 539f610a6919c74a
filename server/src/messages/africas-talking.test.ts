import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { africasTalking, readAnswer } from './africas-talking.ts'

const answered = (recipients: object[], Message = 'Sent to 1/1 Total Cost: KES 0.8000') =>
  JSON.stringify({ SMSMessageData: { Message, Recipients: recipients } })
const one = (statusCode: number, status: string) =>
  answered([{ statusCode, number: '+254711000111', status, cost: '0', messageId: 'None' }])

describe('what became of an SMS', () => {
  test('taken: 100, 101 and 102, with id and cost', () => {
    for (const statusCode of [100, 101, 102]) {
      const body = answered([
        { statusCode, number: '+254711000111', status: 'Success', cost: 'KES 0.8000', messageId: 'ATXid_1' },
      ])
      expect(readAnswer(201, body)).toEqual({ kind: 'sent', providerId: 'ATXid_1', cost: 'KES 0.8000' })
    }
  })

  test.each([
    [201, one(405, 'InsufficientBalance'), 'later', 'InsufficientBalance (405)'],
    [201, one(401, 'RiskHold'), 'later', 'RiskHold (401)'],
    [201, one(501, 'GatewayError'), 'later', 'GatewayError (501)'],
    [
      401,
      'The supplied authentication is invalid',
      'later',
      'The key was not taken: The supplied authentication is invalid',
    ],
    [429, '', 'later', 'Too many requests'],
    [201, one(403, 'InvalidPhoneNumber'), 'refused', 'InvalidPhoneNumber (403)'],
    [409, one(409, 'DoNotDisturbRejection'), 'refused', 'DoNotDisturbRejection (409)'],
    [201, answered([], 'InvalidSenderId'), 'refused', 'InvalidSenderId'],
    [400, 'Request is missing required form field', 'refused', 'HTTP 400: Request is missing required form field'],
    [500, '<html>Internal', 'unknown', 'HTTP 500: <html>Internal'],
    [502, '', 'unknown', 'HTTP 502: '],
    [201, '{"SMSMessageData":{"Mess', 'unknown', 'HTTP 201: {"SMSMessageData":{"Mess'],
    [201, '[]', 'unknown', 'HTTP 201: []'],
    [201, '{"SMSMessageData":{"Recipients":[{"statusCode":"101"}]}}', 'unknown', expect.stringContaining('HTTP 201')],
  ])('%i %s: %s', (status, body, kind, problem) => {
    expect(readAnswer(status, body)).toEqual({ kind, problem })
  })
})

test('sends a form with the account, the key in a header; a sender only where there is one', async () => {
  const asked: { key: unknown; form: Record<string, string> }[] = []
  const server = createServer((request, response) => {
    let raw = ''
    request.on('data', (some: Buffer) => (raw += some.toString()))
    request.on('end', () => {
      asked.push({ key: request.headers['apikey'], form: Object.fromEntries(new URLSearchParams(raw)) })
      response.writeHead(201).end(one(101, 'Success'))
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const send = africasTalking({ username: 'school', apiKey: 'secret', url })
  await send({ recipient: '254711000111', text: 'Karibu & asante', sender: null })
  await send({ recipient: '254711000111', text: 'Karibu', sender: 'MWANGAZA' })
  expect(asked).toEqual([
    { key: 'secret', form: { username: 'school', to: '+254711000111', message: 'Karibu & asante' } },
    { key: 'secret', form: { username: 'school', to: '+254711000111', message: 'Karibu', from: 'MWANGAZA' } },
  ])
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  // As if for the first time: a connection that was kept tells less.
  const anew = africasTalking({ username: 'school', apiKey: 'secret', url: url.replace('127.0.0.1', 'localhost') })
  const after = await anew({ recipient: '254711000111', text: 'Karibu', sender: null })
  expect(after).toMatchObject({ kind: 'later', problem: expect.stringContaining('ECONNREFUSED') })
})
