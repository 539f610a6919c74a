import { createTransport } from 'nodemailer'

export type Letter = { id: string; recipient: string; title: string; body: string }
/** `later`: worth another try. `refused`: this address or letter will never be taken. */
export type Mailed = { kind: 'sent' } | { kind: 'later' | 'refused'; problem: string }
export type Mailer = (letter: Letter) => Promise<Mailed>

const patienceMs = 20_000

/** Hands letters to a mail server: `smtp://user:password@host:587`, `smtps://…:465`. */
export function createMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(smtpUrl, { from })
  const waits = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs }
  Object.assign(transport.options, waits, { disableFileAccess: true, disableUrlAccess: true })
  return async ({ id, recipient, title, body }) => {
    try {
      // The same letter has the same id however often it is tried, so that a mail server can drop the second.
      const messageId = `<${id}@${from.split('@').at(-1)?.replace(/>$/, '') ?? 'kusanya'}>`
      await transport.sendMail({ to: { name: '', address: recipient }, subject: title, text: body, messageId })
      return { kind: 'sent' }
    } catch (error) {
      const { responseCode = 0, message } = error as Error & { responseCode?: number }
      return { kind: responseCode >= 500 ? 'refused' : 'later', problem: message.slice(0, 500) }
    }
  }
}
