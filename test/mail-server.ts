import type { Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type MailServer = {
  url: string
  /** The letters it took, as they came. */
  received: string[]
  /** What it answers to a recipient: null takes it. */
  answer: { code: number; words: string } | null
  /** Cuts the line when it has a whole letter, before it says so. */
  hangsUp: boolean
  close(): Promise<void>
}

/** A mail server on this machine that keeps what it gets. */
export async function mailServer(): Promise<MailServer> {
  const keeps: MailServer = { url: '', received: [], answer: null, hangsUp: false, close: async () => {} }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: (_address, _session, done) =>
      done(keeps.answer && Object.assign(new Error(keeps.answer.words), { responseCode: keeps.answer.code })),
    onData: (stream, _session, done) => {
      let text = ''
      stream.on('data', (some: Buffer) => (text += some.toString('utf8')))
      stream.on('end', () => {
        keeps.received.push(text)
        if (!keeps.hangsUp) return done()
        for (const { _socket: socket } of server.connections as Set<{ _socket: Socket }>) socket.destroy()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as { port: number }
  keeps.url = `smtp://127.0.0.1:${port}`
  keeps.close = () => new Promise<void>((closed) => server.close(() => closed()))
  return keeps
}
