import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { refuse, Refusal } from '@kusanya/domain/refusal.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context, Given } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'

/** An answer in the exact bytes that are sent, now and to every repeat. */
export type Answer = { status: number; text: string; replayed?: boolean }
/** A request as far as repeats are concerned: its Idempotency-Key, and what it asks for. */
export type Attempt = { key: string | null; fingerprint: Buffer }

const keptForMs = 24 * 3_600_000

export function answer(status: 200 | 201, body: object): Answer {
  return { status, text: JSON.stringify(body) }
}

/** Throws a refusal when the key is too long. The fingerprint covers method, path and body. */
export function attemptOf(request: FastifyRequest): Attempt {
  const header = request.headers['idempotency-key']
  const key = typeof header === 'string' ? header : null
  if (key !== null && (key === '' || key.length > 255)) refuse('idempotency_key_too_long')
  const text = `${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`
  return { key, fingerprint: createHash('sha256').update(text).digest() }
}

/** One request, one transaction: what `work` throws leaves nothing behind, the key included. */
export async function once(ctx: Context, request: FastifyRequest, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  const attempt = attemptOf(request)
  const [done] = await inBusiness(ctx.sql, request.businessId, (tx) =>
    onceEach(tx, ctx, request.businessId, [attempt], async () => [await work(tx)]),
  )
  assert(done, 'one attempt has one answer')
  return done instanceof Refusal ? refuse(done.code, done.about) : done
}

/**
 * Runs `work` for those attempts whose key is new. Key, work and answer commit together, so that a repeat finds either
 * nothing or the whole answer; a twin that arrives meanwhile waits on the key's row and then replays. A refused attempt
 * keeps no key. `work` gets the indexes of the new attempts and answers in their order.
 */
export async function onceEach(
  tx: Tx,
  given: Given,
  businessId: string,
  attempts: Attempt[],
  work: (fresh: number[]) => Promise<(Answer | Refusal)[]>,
): Promise<(Answer | Refusal)[]> {
  const firstWithKey = new Map<string, number>()
  for (const [index, { key }] of attempts.entries())
    if (key !== null && !firstWithKey.has(key)) firstWithKey.set(key, index)
  const before = await claimKeys(
    tx,
    given,
    businessId,
    [...firstWithKey.values()].map((index) => attempts[index] as Attempt),
  )

  const fresh = [...attempts.keys()].filter((index) => {
    const key = attempts[index]?.key ?? null
    return key === null || (firstWithKey.get(key) === index && !before.has(key))
  })
  const worked = fresh.length > 0 ? await work(fresh) : []
  const answers = new Map(fresh.map((index, place) => [index, worked[place] as Answer | Refusal]))
  await keepAnswers(
    tx,
    businessId,
    fresh.flatMap((index) => {
      const key = attempts[index]?.key ?? null
      return key === null ? [] : [{ key, answer: answers.get(index) as Answer | Refusal }]
    }),
  )

  return attempts.map(({ key, fingerprint }, index) => {
    const own = answers.get(index)
    if (own) return own
    const known = before.get(key as string)
    if (known) return fingerprint.equals(known.fingerprint) ? known.answer : new Refusal('idempotency_key_reused')
    const twin = firstWithKey.get(key as string) as number
    const first = answers.get(twin) as Answer | Refusal
    if (!attempts[twin]?.fingerprint.equals(fingerprint)) return new Refusal('idempotency_key_reused')
    return first instanceof Refusal ? first : { ...first, replayed: true }
  })
}

/**
 * For an edge that calls outside between two transactions: claims the key in the first. Answers what a repeat gets, or
 * null when the key is new; the second transaction then keeps the answer. Between the two a twin is told to wait.
 */
export async function claimKey(tx: Tx, given: Given, businessId: string, attempt: Attempt): Promise<Answer | null> {
  if (attempt.key === null) return null
  const known = (await claimKeys(tx, given, businessId, [attempt])).get(attempt.key)
  if (!known) return null
  if (!known.fingerprint.equals(attempt.fingerprint)) refuse('idempotency_key_reused')
  return known.answer instanceof Refusal ? refuse(known.answer.code) : known.answer
}

/** The second half of claimKey(). A refusal gives the key back. */
export async function keepAnswer(
  tx: Tx,
  businessId: string,
  { key }: Attempt,
  answer: Answer | Refusal,
): Promise<void> {
  if (key !== null) await keepAnswers(tx, businessId, [{ key, answer }])
}

type Known = { fingerprint: Buffer; answer: Answer | Refusal }

/** Claims the keys that are new; returns what is known of the others. */
async function claimKeys(tx: Tx, given: Given, businessId: string, attempts: Attempt[]): Promise<Map<string, Known>> {
  if (attempts.length === 0) return new Map()
  const now = given.now()
  const rows = attempts
    .map(({ key, fingerprint }) => ({ key, fingerprint: fingerprint.toString('hex') }))
    .sort((a, b) => ((a.key as string) < (b.key as string) ? -1 : 1))
  const claimed = await tx<{ key: string }[]>`
    insert into idempotency_keys (business_id, key, fingerprint, created_at, expires_at)
    select ${businessId}, k.key, decode(k.fingerprint, 'hex'), ${now}, ${new Date(now.getTime() + keptForMs)}
    from jsonb_to_recordset(${tx.json(rows)}) as k (key text, fingerprint text)
    on conflict do nothing
    returning key
  `
  if (claimed.length === attempts.length) return new Map()
  const isNew = new Set(claimed.map(({ key }) => key))
  const others = attempts.map(({ key }) => key as string).filter((key) => !isNew.has(key))
  const known = await tx<{ key: string; fingerprint: Buffer; status: number | null; response: string | null }[]>`
    select key, fingerprint, status, response from idempotency_keys where business_id = ${businessId} and key = any (${others})
  `
  return new Map(
    known.map(({ key, fingerprint, status, response }) => {
      const answer =
        status === null || response === null
          ? new Refusal('idempotency_key_in_use')
          : { status, text: response, replayed: true }
      return [key, { fingerprint, answer }]
    }),
  )
}

async function keepAnswers(tx: Tx, businessId: string, done: { key: string; answer: Answer | Refusal }[]) {
  const answered = done.flatMap(({ key, answer }) =>
    answer instanceof Refusal ? [] : [{ key, status: answer.status, response: answer.text }],
  )
  const refused = done.flatMap(({ key, answer }) => (answer instanceof Refusal ? [key] : []))
  if (answered.length > 0) {
    await tx`
      update idempotency_keys set status = a.status, response = a.response
      from jsonb_to_recordset(${tx.json(answered)}) as a (key text, status int, response text)
      where idempotency_keys.business_id = ${businessId} and idempotency_keys.key = a.key
    `
  }
  if (refused.length > 0) {
    await tx`delete from idempotency_keys where business_id = ${businessId} and key = any (${refused})`
  }
}

export function send(reply: FastifyReply, { status, text, replayed }: Answer): FastifyReply {
  if (replayed) reply.header('idempotent-replayed', 'true')
  return reply.code(status).type('application/json; charset=utf-8').send(text)
}
