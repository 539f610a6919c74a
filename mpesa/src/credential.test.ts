import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { certificate } from '../test/certificate.ts'
import { recordedServer, type RecordedServer } from '../test/recorded-server.ts'
import { encryptSecurityCredential, type MpesaOptions } from './index.ts'

const owner = certificate()
const folder = mkdtempSync(join(tmpdir(), 'mpesa-certificate-'))
const path = '/mpesa/accountbalance/v1/query'
const question = {
  partyA: '600000',
  identifierType: '4',
  resultUrl: 'https://shop.example/hooks/r',
  queueTimeOutUrl: 'https://shop.example/hooks/t',
} as const

let server: RecordedServer
beforeAll(async () => {
  server = await recordedServer()
  server.reply(path, { body: { ResponseCode: '0' } })
  writeFileSync(join(folder, 'key.pem'), owner.pem)
  writeFileSync(join(folder, 'key.cer'), owner.der)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

test('the password reaches the owner of the certificate, in 344 characters', async () => {
  const credential = await encryptSecurityCredential('Safaricom999!', owner.pem)
  expect(credential).toHaveLength(344)
  expect(owner.decrypt(credential)).toBe('Safaricom999!')
})

test('what is no certificate is ENCRYPTION_FAILED', async () => {
  const call = encryptSecurityCredential('x', 'no certificate')
  await expect(call).rejects.toMatchObject({ code: 'ENCRYPTION_FAILED', outcome: 'not_sent' })
})

describe('the initiator’s password', () => {
  const password = { securityCredential: undefined, initiatorPassword: 'Safaricom999!' }
  const ways: [string, Partial<MpesaOptions>][] = [
    ['certificatePem', { certificatePem: owner.pem }],
    ['certificatePath of a PEM file', { certificatePath: join(folder, 'key.pem') }],
    ['certificatePath of a DER file', { certificatePath: join(folder, 'key.cer') }],
  ]
  test.each(ways)('is encrypted with %s, once for all calls', async (_, way) => {
    const mpesa = server.client({ ...password, ...way })
    await mpesa.accountBalance(question)
    await mpesa.accountBalance(question)
    const [first, second] = server
      .calls()
      .slice(-2)
      .map((one) => one.body as { SecurityCredential: string })
    expect(owner.decrypt(first?.SecurityCredential ?? '')).toBe('Safaricom999!')
    expect(second).toEqual(first)
  })

  test('without a certificate is INVALID_CREDENTIALS, and a missing file ENCRYPTION_FAILED, before any HTTP', async () => {
    const before = server.requests.length
    const none = server.client(password).accountBalance(question)
    await expect(none).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS', outcome: 'not_sent' })
    const missing = server.client({ ...password, certificatePath: join(folder, 'missing') }).accountBalance(question)
    await expect(missing).rejects.toMatchObject({ code: 'ENCRYPTION_FAILED', outcome: 'not_sent' })
    expect(server.requests).toHaveLength(before)
  })
})
