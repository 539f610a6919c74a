import { Stack } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answered, api } from '../api.ts'
import { useFilters } from '../filters.ts'
import { List } from '../parts/list.tsx'
import { say } from '../words/say.ts'
import { InList } from './in-list.tsx'
import { paymentColumns } from './payment-columns.tsx'

/** What was paid: on a customer's accounts, on one account, or through a payment link. */
export function PaymentsView({
  whose,
}: {
  whose: { customerid: string } | { accountid: string } | { paymentlinkid: string }
}) {
  const [{ page }] = useFilters()
  const filters = { ...whose, limit: '20', ...(page && { page }) }
  const query = useQuery({
    queryKey: ['payments', filters],
    placeholderData: keepPreviousData,
    queryFn: () => answered(api.GET('/business/transaction/list', { params: { query: filters } })),
  })
  return (
    <Stack gap="xs">
      <List
        label={say('Payments')}
        query={query}
        columns={paymentColumns}
        empty={say('Money that arrives for it, by M-PESA or at the counter, appears here.')}
      />
      <InList to="/payments" whose={whose} isThere={query.data?.data.length !== 0} />
    </Stack>
  )
}
