import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'

/** Does something that changes the books, says that it is done, and lets every page look again. */
export function useAct<Sent>(work: (sent: Sent) => Promise<unknown>, said: string, then?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: work,
    onSuccess: async () => {
      await queries.invalidateQueries()
      notifications.show({ message: said, color: 'teal' })
      then?.()
    },
  })
}

/** One key for one wish: whoever presses twice, or tries again after a lost answer, does it once. */
export function wishKey(): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': crypto.randomUUID() }
}
