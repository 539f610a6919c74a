import http from 'node:http'
import https from 'node:https'

export type Posted =
  { kind: 'answered'; status: number; text: string; body: unknown } | { kind: 'no-answer'; error: string }

export interface Poster {
  /** Never throws: a business whose server is away is an everyday thing. */
  post(url: string, body: unknown, timeoutMs: number): Promise<Posted>
  close(): void
}

const mostAnswerBytes = 256 * 1024

/** Calls businesses back. */
export function createPoster(): Poster {
  const plain = new http.Agent({ keepAlive: true, maxSockets: 128, timeout: 15_000 })
  const secure = new https.Agent({ keepAlive: true, maxSockets: 128, timeout: 15_000 })
  const open = new Set<http.ClientRequest>()

  function post(url: string, body: unknown, timeoutMs: number): Promise<Posted> {
    return new Promise((resolve) => {
      const payload = JSON.stringify(body)
      const isSecure = url.startsWith('https:')
      let request: http.ClientRequest
      try {
        request = (isSecure ? https : http).request(url, {
          method: 'POST',
          agent: isSecure ? secure : plain,
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) },
        })
      } catch (error) {
        resolve({ kind: 'no-answer', error: (error as Error).message })
        return
      }
      const timer = setTimeout(() => request.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs)
      const done = (posted: Posted) => {
        clearTimeout(timer)
        open.delete(request)
        resolve(posted)
      }
      const failed = (error: Error & { code?: string }) =>
        done({ kind: 'no-answer', error: error.message || error.code || 'failed' })
      open.add(request)
      request.on('error', failed)
      request.on('response', (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          if (text.length < mostAnswerBytes) text += chunk
        })
        response.on('error', failed)
        response.on('end', () =>
          done({ kind: 'answered', status: response.statusCode ?? 0, text, body: readJson(text) }),
        )
      })
      request.end(payload)
    })
  }

  return {
    post,
    close() {
      for (const request of open) request.destroy(new Error('the simulator was closed'))
      plain.destroy()
      secure.destroy()
    },
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
