import { createServer, connect, type AddressInfo, type Socket } from 'node:net'

/** A line between a platform and its PostgreSQL, to be cut. Only for addresses with a host and a port. */
export type Line = {
  url: string
  /** Drops every connection and takes no new one, as a server that is down. */
  cut(): Promise<void>
  /** Passes nothing on in either direction, as a server that hangs: connections stay. */
  hang(): void
  /** Passes the next commits on, and nothing of what the server answers: whether they took is unknown to the caller. */
  swallowAnswers(): void
  mend(): Promise<void>
  close(): Promise<void>
}

export async function lineTo(databaseUrl: string): Promise<Line> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let state: 'whole' | 'hangs' | 'swallows' = 'whole'
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => (sockets.delete(socket), near.destroy(), far.destroy()))
    }
    near.on('data', (bytes: Buffer) => state !== 'hangs' && far.write(bytes))
    far.on('data', (bytes: Buffer) => state === 'whole' && near.write(bytes))
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  const shut = () => (
    drop(),
    new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve()))
  )
  await listen(0)
  const { port } = server.address() as AddressInfo
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${port}`
  return {
    url: url.href,
    cut: shut,
    hang: () => void (state = 'hangs'),
    swallowAnswers: () => void (state = 'swallows'),
    async mend() {
      drop() // bytes are missing on them
      state = 'whole'
      await new Promise((resolve) => setTimeout(resolve, 100)) // until both ends have noticed
      if (!server.listening) await listen(port)
    },
    close: shut,
  }
}
