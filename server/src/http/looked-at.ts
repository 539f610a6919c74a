import { Type, type Static } from 'typebox'

/** For changes that must not undo what somebody else did meanwhile. */
export const LookedAt = Type.Object({
  'if-unmodified-since': Type.Optional(
    Type.String({
      description: 'The `updatedat` that was looked at, as an HTTP date: 409 when it was changed since',
    }),
  ),
})

/** When the caller looked last; null when he does not say, or not in a way that can be read, as HTTP has it. */
export function lookedAt({ 'if-unmodified-since': said }: Static<typeof LookedAt>): Date | null {
  const at = new Date(said ?? '')
  return Number.isNaN(at.getTime()) ? null : at
}
