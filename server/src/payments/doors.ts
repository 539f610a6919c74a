import { refuse } from '@kusanya/domain/refusal.ts'
import type { Context } from '../context.ts'
import type { Sql } from '../db/sql.ts'
import { hashOf, isCallbackPath, type SecretPathKind } from '../secrets/vault.ts'

/** A secret path as far as the tables know it. */
export type DoorKey = { kind: SecretPathKind; /** hexadecimal */ hash: string }

/** Whose secret path it is, and of what. */
export type Door = { businessId: string; subjectId: string }

const remembered = new WeakMap<Context, Map<string, Door>>()

/** Refuses a path that cannot be one of ours, without asking anybody. */
export function doorKeyOf(kind: SecretPathKind, token: string): DoorKey {
  if (!isCallbackPath(token)) refuse('not_found')
  return { kind, hash: hashOf(token).toString('hex') }
}

/** A door that has been found before; needs no database. */
export function rememberedDoor(ctx: Context, key: DoorKey): Door | undefined {
  return remembered.get(ctx)?.get(textOf(key))
}

/** Whose door it is; refuses a stranger's. */
export async function findDoor(ctx: Context, key: DoorKey): Promise<Door> {
  const known = rememberedDoor(ctx, key)
  if (known) return known
  const [door] = await findDoors(ctx.sql, [key])
  if (!door) refuse('not_found')
  if (key.kind === 'callbacks') {
    // A business's own doors are few and last; that of a payment request is knocked at once or twice.
    const doors = remembered.get(ctx) ?? new Map<string, Door>()
    remembered.set(ctx, doors.set(textOf(key), door))
  }
  return door
}

/** Whose doors they are, in their order; undefined where nobody's. */
export async function findDoors(sql: Sql, keys: DoorKey[]): Promise<(Door | undefined)[]> {
  const wanted = keys.map(({ kind, hash }) => ({ kind, hash }))
  const rows = await sql<{ hash: Buffer; kind: SecretPathKind; business_id: string; subject_id: string }[]>`
    select p.hash, p.kind, p.business_id, p.subject_id
    from jsonb_to_recordset(${sql.json(wanted)}) as k (kind text, hash text)
    join secret_paths p on p.hash = decode(k.hash, 'hex') and p.kind = k.kind
  `
  const found = new Map(
    rows.map(({ kind, hash, ...row }) => [
      textOf({ kind, hash: hash.toString('hex') }),
      { businessId: row.business_id, subjectId: row.subject_id },
    ]),
  )
  return keys.map((key) => found.get(textOf(key)))
}

function textOf({ kind, hash }: { kind: string; hash: string }): string {
  return `${kind}/${hash}`
}
