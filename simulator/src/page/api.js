/** Asks the control API. Rejects with the sentence the simulator gave. */
export async function ask(path, body, method = body === undefined ? 'GET' : 'POST') {
  const response = await fetch(`/_sim${path}`, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error ?? `The simulator answered ${response.status}.`)
  return answer
}

/** Listens to what happens; `onLost` and `onBack` tell when the line is cut and when it is there again. */
export function listen(listeners, onLost, onBack) {
  const source = new EventSource('/_sim/events')
  for (const [name, listener] of Object.entries(listeners)) {
    source.addEventListener(name, (event) => listener(JSON.parse(event.data)))
  }
  source.addEventListener('error', onLost)
  source.addEventListener('open', onBack)
}
