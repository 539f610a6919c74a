import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'
import { createMailer } from './mailer.ts'
import { queueMails } from './queue-mails.ts'

let w: World
let server: SMTPServer
let received: string[]
/** What the server answers to a recipient: null takes it. */
let answer: { code: number; words: string } | null
beforeAll(async () => {
  w = await world({ connected: false })
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(answer && Object.assign(new Error(answer.words), { responseCode: answer.code })),
    onData: (stream, _session, done) => {
      let text = ''
      stream.on('data', (some: Buffer) => (text += some.toString('utf8')))
      stream.on('end', () => (received.push(text), done()))
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as { port: number }
  w.ctx.mailer = createMailer(`smtp://127.0.0.1:${port}`, 'Mwangaza <bills@school.example>')
})
afterAll(async () => {
  await new Promise<void>((closed) => server.close(() => closed()))
  await w.end()
})
beforeEach(() => {
  received = []
  answer = null
})

const queue = (title: string) =>
  inBusiness(w.ctx.sql, w.businessId, (tx) =>
    queueMails(tx, w.ctx, w.businessId, [
      { kind: 'trial', subjectId: null, recipient: 'amina@home.example', title, body: 'Habari Amina,\n\n.\nKwaheri' },
    ]),
  )
const states = () =>
  inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) =>
      tx`select state, attempts, last_error from mails where business_id = ${w.businessId} order by id desc limit 1`,
  )

test('a letter reaches the mail server as it was written, once', async () => {
  await queue('Karibu “shuleni”')
  await w.work()
  await w.work()
  expect(received).toHaveLength(1)
  expect(received[0]).toMatch(/^From: Mwangaza <bills@school.example>\r\nTo: amina@home.example/)
  expect(received[0]).toMatch(/^Subject: =\?UTF-8\?/m)
  expect(received[0]).toMatch(/^Message-ID: <[0-9a-f]{24}@school.example>/m)
  expect(await states()).toEqual([{ state: 'sent', attempts: 1, last_error: null }])
})

test('what the server cannot take now is tried again, under the same Message-ID', async () => {
  answer = { code: 451, words: 'mailbox busy' }
  await queue('Later')
  await w.work()
  expect(await states()).toMatchObject([{ state: 'queued', attempts: 1 }])
  answer = null
  await w.advance('PT1M')
  await w.work()
  expect(received).toHaveLength(1)
  expect(await states()).toMatchObject([{ state: 'sent', attempts: 2, last_error: null }])
})

test('what it will never take is refused, with its words', async () => {
  answer = { code: 550, words: 'no such mailbox' }
  await queue('Never')
  await w.work()
  expect(await states()).toMatchObject([{ state: 'refused', attempts: 1 }])
  expect((await states())[0]?.last_error).toContain('no such mailbox')
  await w.advance('P1D')
  await w.work()
  expect(received).toHaveLength(0)
})

test('without a mail server letters wait', async () => {
  const { mailer } = w.ctx
  w.ctx.mailer = null
  await queue('Patience')
  await w.work()
  expect(await states()).toMatchObject([{ state: 'queued', attempts: 0 }])
  w.ctx.mailer = mailer
  await w.work()
  expect(received).toHaveLength(1)
})

test('a title cannot smuggle in a header', async () => {
  await queue('Hello\r\nBcc: everybody@school.example')
  await w.work()
  expect(received[0]).not.toMatch(/^Bcc:/m)
})
