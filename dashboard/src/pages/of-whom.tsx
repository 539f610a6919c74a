import { Button } from '@mantine/core'
import { spokenAccountNumber } from '@kusanya/domain/account-number.ts'
import { useQuery } from '@tanstack/react-query'
import { answered, api } from '../api.ts'
import { useFilters } from '../filters.ts'
import { say } from '../words/say.ts'

type Asked = { customerid: string | null; accountid: string | null; paymentlinkid: string | null }

/** Says that a list is narrowed to one customer, account or payment link, as its address tells; pressed, it shows all again. */
export function OfWhom() {
  const [{ customerid = null, accountid = null, paymentlinkid = null }, change] = useFilters()
  const asked = { customerid, accountid, paymentlinkid }
  const { data } = useQuery({
    queryKey: ['of whom', asked],
    enabled: customerid !== null || accountid !== null || paymentlinkid !== null,
    queryFn: () => nameOf(asked),
  })
  if (!data) return null
  return (
    <Button
      variant="light"
      size="compact-sm"
      mb="md"
      maw="100%"
      onClick={() => change({ customerid: null, accountid: null, paymentlinkid: null })}
    >
      {say('Only of {name}: show all', { name: data })}
    </Button>
  )
}

async function nameOf({ customerid, accountid, paymentlinkid }: Asked): Promise<string> {
  if (accountid !== null) {
    const params = { path: { id: accountid } }
    const { data } = await answered(api.GET('/business/account/details/{id}', { params }))
    return `${spokenAccountNumber(data.accountno)} (${data.customername})`
  }
  if (paymentlinkid !== null) {
    const params = { path: { id: paymentlinkid } }
    const { data } = await answered(api.GET('/business/payment-link/details/{id}', { params }))
    return data.title
  }
  const params = { path: { id: customerid ?? '' } }
  const { data } = await answered(api.GET('/business/customer/details/{id}', { params }))
  return data.name
}
