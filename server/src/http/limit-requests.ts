import { refuse } from '@kusanya/domain/refusal.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import type { KeyCaller } from '../keys/known-keys.ts'
import { requestBudget } from '../keys/request-budget.ts'
import { budget } from './budget.ts'

/** Refuses what goes beyond a key's requests of a minute, and tells of them in every answer. */
export function requestLimit(ctx: Context): (caller: KeyCaller, reply: FastifyReply) => Promise<void> {
  const spend = requestBudget(ctx)
  return async (caller, reply) => {
    const spent = await spend(caller)
    if (!spent) return
    reply.headers({
      'x-ratelimit-limit': spent.perMinute,
      'x-ratelimit-remaining': spent.remaining,
      'x-ratelimit-reset': spent.resetAt,
    })
    if (!spent.allowed) refuse('rate_limited', { seconds: String(spent.waitSeconds) })
  }
}

/**
 * Counts what was guessed wrong, keys or the codes of links, by address. Says how many seconds an address has to wait that
 * was wrong too often in a minute, else null. What is right is never refused: thousands of payers may share an address, and
 * money must not be lost.
 */
export function wrongGuesses({ config, now }: Context): (request: FastifyRequest) => number | null {
  const wrong = budget(config.guessesPerMinute, 60_000)
  return ({ ip }) => (wrong.spend(ip, now()) ? null : wrong.waitSeconds(ip, now()))
}

/** The answer to a wrong guess: that there were too many, or else what `refused` says. */
export function refuseGuess(wait: number | null, refused: 'api_key_unknown' | 'link_not_found'): never {
  return wait === null ? refuse(refused) : refuse('rate_limited', { seconds: String(wait) })
}
