import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { world, type Answered, type World } from '../world.ts'
import { operations } from './document.ts'
import { walk } from './walk.ts'

/** What an operation was asked last, and what it answered. */
export type Walked = { method: string; path: string; body: object | undefined; key: string; answer: Answered }

/** Asks every operation, in a world in which each time the same happens. */
export async function takeWalk(): Promise<{ w: World; walked: Record<string, Walked> }> {
  const w = await world({ chance: drawnFrom('walk') })
  w.ctx.post = async () => ({ status: 204, excerpt: '', retryAfter: null }) // so that nothing leaves for example.com
  const walked: Record<string, Walked> = {}
  const data = (earlier: string): unknown => walked[earlier]?.answer.body.data
  for (const [step, [name, ask, before]] of walk.entries()) {
    const operation = operations.find(({ operationId }) => operationId === name)
    if (!operation) throw new Error(`${name} is walked and not described: npm run gen, or take its step away`)
    await before?.(w, data)
    const { params = {}, query = {}, body } = ask(w, data)
    const address = operation.path.replace(/\{(\w+)\}/g, (_, param: string) => params[param] ?? '')
    const path = Object.keys(query).length > 0 ? `${address}?${new URLSearchParams(query)}` : address
    const key = `step ${step}`
    const answer = await w.call(operation.method, path, body, { 'idempotency-key': key })
    expect([200, 201], `${name}: ${JSON.stringify(answer.body)}`).toContain(answer.status)
    walked[name] = { method: operation.method, path, body, key, answer }
  }
  return { w, walked }
}

/** Chance that is the same each time, so that the examples are. */
function drawnFrom(seed: string) {
  let drawn = 0
  const bytes = (length: number) => {
    const parts = Array.from({ length: Math.ceil(length / 32) }, () =>
      createHash('sha256').update(`${seed} ${drawn++}`).digest(),
    )
    return Buffer.concat(parts).subarray(0, length)
  }
  return { bytes, fraction: () => bytes(6).readUIntBE(0, 6) / 2 ** 48 }
}
