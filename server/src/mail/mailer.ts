import { createTransport } from 'nodemailer'

/** `sender`: who writes, beside the address that all mails come from. `unsubscribe`: an https address that takes a POST. */
export type Letter = {
  id: string
  recipient: string
  title: string
  body: string
  sender?: string
  unsubscribe?: string
  attachments?: { name: string; type: string; bytes: Buffer }[]
}
/**
 * `later`: certainly not taken, and worth another try. `refused`: this address or letter will never be taken. `unknown`: the
 * line was cut when the server may have had it all.
 */
export type Mailed = { kind: 'sent' } | { kind: 'later' | 'refused' | 'unknown'; problem: string }
export type Mailer = (letter: Letter) => Promise<Mailed>

const patienceMs = 20_000

/** Hands letters to a mail server: `smtp://user:password@host:587`, `smtps://…:465`. */
export function createMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(smtpUrl, { from })
  const waits = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs }
  Object.assign(transport.options, waits, { disableFileAccess: true, disableUrlAccess: true })
  const [, address = from] = /<([^<>]*)>\s*$/.exec(from) ?? []
  return async ({ id, recipient, title, body, sender, unsubscribe, attachments = [] }) => {
    try {
      await transport.sendMail({
        ...(sender !== undefined && { from: { name: sender, address } }),
        to: { name: '', address: recipient },
        subject: title,
        text: body,
        // The same letter has the same id however often it is tried, so that a mail server can drop the second.
        messageId: `<${id}@${address.split('@').at(-1) ?? 'kusanya'}>`,
        attachments: attachments.map(({ name, type, bytes }) => ({
          filename: name,
          contentType: type,
          content: bytes,
        })),
        // RFC 8058: a mail program stops further mails with one POST to this address.
        ...(unsubscribe !== undefined && {
          headers: { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
        }),
      })
      return { kind: 'sent' }
    } catch (error) {
      return ofFailure(error as SmtpProblem)
    }
  }
}

type SmtpProblem = Error & { responseCode?: number; code?: string; syscall?: string }

/** Found before the letter itself is sent. */
const early = ['EAUTH', 'EDNS', 'ETLS', 'ENOAUTH', 'EENVELOPE']

function ofFailure({ responseCode = 0, code = '', syscall, message }: SmtpProblem): Mailed {
  const problem = message.slice(0, 500)
  if (responseCode >= 500) return { kind: 'refused', problem }
  const unconnected = syscall === 'connect' || /^(Connection timeout|Greeting never received)$/.test(message)
  const known = responseCode >= 400 || early.includes(code) || unconnected
  return { kind: known ? 'later' : 'unknown', problem }
}
