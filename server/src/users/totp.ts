import { Secret, TOTP } from 'otpauth'
import type { Context } from '../context.ts'
import type { User } from './rows.ts'

const periodMs = 30_000

/** A second factor as authenticator apps want it: six digits, thirty seconds, SHA-1 (RFC 6238). */
function totpOf(secret: Secret, email: string): TOTP {
  return new TOTP({ issuer: 'Kusanya', label: email, secret, algorithm: 'SHA1', digits: 6, period: periodMs / 1000 })
}

const placeOf = (userId: string) => ({ businessId: 'users', table: 'users', column: 'totp', rowId: userId })

/** A new secret, not yet in force: its first right code confirms it. Returns what the app reads from a QR code. */
export async function offerTotp(ctx: Context, user: User): Promise<{ secret: string; url: string }> {
  const secret = new Secret({ buffer: new Uint8Array(ctx.chance.bytes(20)).buffer })
  const sealed = ctx.vault.seal(placeOf(user.id), secret.base32)
  await ctx.sql`
    update users set totp = ${sealed}, totp_confirmed_at = null, totp_used_step = null, updated_at = ${ctx.now()}
    where id = ${user.id} and totp_confirmed_at is null
  `
  return { secret: secret.base32, url: totpOf(secret, user.email).toString() }
}

/** Whether the code is right now, give or take thirty seconds, and was not used before. Uses it up. */
export async function useCode(ctx: Context, user: User, code: string): Promise<boolean> {
  if (!user.totp) return false
  const secret = Secret.fromBase32(ctx.vault.open(placeOf(user.id), user.totp))
  const timestamp = ctx.now().getTime()
  const delta = totpOf(secret, user.email).validate({ token: code.replace(/\s/g, ''), timestamp, window: 1 })
  if (delta === null) return false
  const step = BigInt(Math.floor(timestamp / periodMs) + delta)
  const used = await ctx.sql<{ id: string }[]>`
    update users set totp_used_step = ${step}
    where id = ${user.id} and (totp_used_step is null or totp_used_step < ${step})
    returning id
  `
  return used.length > 0
}

export async function confirmTotp(ctx: Context, userId: string): Promise<void> {
  await ctx.sql`update users set totp_confirmed_at = ${ctx.now()}, updated_at = ${ctx.now()} where id = ${userId}`
}

export async function removeTotp(ctx: Context, userId: string): Promise<void> {
  await ctx.sql`
    update users set totp = null, totp_confirmed_at = null, totp_used_step = null, updated_at = ${ctx.now()}
    where id = ${userId}
  `
}
