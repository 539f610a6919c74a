import { once } from 'node:events'
import { createConnection } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { endOfEvents, watchEvents } from './watch-events.ts'

let w: World
beforeAll(async () => {
  w = await world({ connected: false })
})
afterAll(() => w.end())

type Told = { id: string; event: string; subjectid: string }

/** Listens as a browser does. `next(n)` waits until so many were told; what was told before it was open is not. */
async function listen(headers: Record<string, string> = {}) {
  const hangUp = new AbortController()
  const response = await fetch(`${w.ctx.publicUrl}/business/event/stream`, {
    headers: { authorization: w.apiKey, ...headers },
    signal: hangUp.signal,
  })
  if (response.status !== 200) await response.body?.cancel()
  const reader = response.status === 200 ? response.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined
  let text = ''
  let place = ''
  const told: Told[] = []
  const read = async () => {
    const { done, value = '' } = (await reader?.read()) ?? { done: true }
    text += value
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      place = /^id: (.*)$/m.exec(block)?.[1] ?? place
      const [, data] = /^data: (.+)$/m.exec(block) ?? []
      if (data) told.push({ id: place, ...(JSON.parse(data) as { event: string; subjectid: string }) })
    }
    return done
  }
  if (response.status === 200) while (place === '') await read()
  return {
    response,
    place: () => place,
    next: async (count: number) => {
      while (told.length < count) if (await read()) throw new Error('the stream ended')
      return told.splice(0, count)
    },
    ended: async () => {
      while (!(await read()));
    },
    hangUp: () => hangUp.abort(),
  }
}

const makeCustomer = async (name: string): Promise<string> => {
  const { body } = await w.call('POST', '/business/customer/create', {
    name,
    email: 'someone@example.test',
    phone: '0712345678',
    country: 'Kenya',
    currency: 'KES',
  })
  return body.data._id
}

test('what happens is told as it happens, and what was missed when one comes again', async () => {
  const first = await listen()
  expect(first.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(first.response.headers.get('cache-control')).toBe('no-store')
  const one = await makeCustomer('Wanjiku')
  const [heard] = await first.next(1)
  expect(heard).toMatchObject({ event: 'customer.created', subjectid: one })
  first.hangUp()

  const missed = [await makeCustomer('Otieno'), await makeCustomer('Chebet')]
  const again = await listen({ 'last-event-id': heard?.id ?? '' })
  const caughtUp = await again.next(2)
  expect(caughtUp.map(({ subjectid }) => subjectid)).toEqual(missed)
  const { body } = await w.call('GET', `/business/event/list?cursor=${heard?.id}`)
  expect(body).toMatchObject({ data: missed.map((subjectid) => ({ subjectid })), lastcursor: caughtUp.at(-1)?.id })
  again.hangUp()
})

test('of another business nothing is told', async () => {
  const stranger = await w.stranger()
  const theirs = await listen({ authorization: stranger.apiKey })
  const ours = await listen()
  await makeCustomer('Ours')
  await ours.next(1)
  const { body } = await w.call(
    'POST',
    '/business/customer/create',
    { name: 'Theirs', email: 'x@example.test', phone: '0712345678', country: 'Kenya', currency: 'KES' },
    { authorization: stranger.apiKey },
  )
  expect(await theirs.next(1)).toMatchObject([{ subjectid: body.data._id }])
  theirs.hangUp()
  ours.hangUp()
})

test('who may not look is refused, and a place that was never given out', async () => {
  const nobody = await listen({ authorization: 'nonsense' })
  const astray = await listen({ 'last-event-id': 'nowhere' })
  expect([nobody.response.status, astray.response.status]).toEqual([401, 400])
})

test('a hundred listeners cost the database one question, and none none', async () => {
  await endOfEvents(w.ctx, w.businessId) // so that nothing is left to be placed
  let asked = 0
  const sql = new Proxy(w.ctx.sql, {
    get: (target, name, self) => {
      if (name === 'begin') asked++
      return Reflect.get(target, name, self) as unknown
    },
  })
  const watch = watchEvents({ ...w.ctx, sql })
  const leaves = Array.from({ length: 100 }, () =>
    watch.listen({ businessId: w.businessId, after: 1_000_000n, tell: () => {} }),
  )
  for (const leave of leaves) leave()
  await watch.stop()
  expect(asked).toBe(1)
})

test('a server that closes ends the streams, and connections that nobody has used yet', async () => {
  const other = await world({ connected: false })
  const before = w
  w = other
  const stream = await listen()
  w = before
  const unused = createConnection(Number(new URL(other.ctx.publicUrl).port), '127.0.0.1')
  await once(unused, 'connect')
  await Promise.all([stream.ended(), once(unused, 'close'), other.end()])
})
