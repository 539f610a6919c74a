import { useMutation, useQueryClient } from '@tanstack/react-query'
import { tell } from './parts/toasts.tsx'
import { say, type Sentence } from './words/say.ts'

/** Does something that changes the books, says that it is done, and lets every page look again. */
export function useAct<Sent, Made>(work: (sent: Sent) => Promise<Made>, said: Sentence, then?: (made: Made) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: work,
    onSuccess: async (made) => {
      await queries.invalidateQueries()
      tell(say(said))
      then?.(made)
    },
  })
}

/** One key for one wish: whoever presses twice, or tries again after a lost answer, does it once. */
export function wishKey(): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': crypto.randomUUID() }
}
