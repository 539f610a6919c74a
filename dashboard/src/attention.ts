import { queryOptions } from '@tanstack/react-query'
import { answered, api } from './api.ts'

const againMs = 30_000

/** What waits for a person, counted. Asked again now and then: that nobody answered for long makes no news. */
export const attentionQuery = queryOptions({
  queryKey: ['attention'],
  refetchInterval: againMs,
  queryFn: async () => (await answered(api.GET('/business/attention/details'))).data,
})
