import { spokenAccountNumber } from '@kusanya/domain/account-number.ts'
import { useQuery } from '@tanstack/react-query'
import { answered, api } from '../api.ts'
import { Select } from '../parts/select.tsx'
import { say } from '../words/say.ts'

type Props = {
  customerId: string
  /** Empty for the one that the customer had from the start. */
  account: string
  disabled: boolean
  error: string | undefined
  choose: (account: string) => void
}

/** Which of several accounts is billed, as of a parent of three pupils; nothing is asked where there is one. */
export function AccountOf({ customerId, account, disabled, error, choose }: Props) {
  const { data } = useQuery({
    queryKey: ['customer', customerId],
    queryFn: () => answered(api.GET('/business/customer/details/{id}', { params: { path: { id: customerId } } })),
  })
  const accounts = data?.data.accounts ?? []
  if (accounts.length < 2) return null
  return (
    <Select
      label={say('Account')}
      data={accounts.map(({ _id, accountno, name }) => ({
        value: _id,
        label: [spokenAccountNumber(accountno), name].filter(Boolean).join(' · '),
      }))}
      disabled={disabled}
      value={account || (accounts.find(({ isdefault }) => isdefault)?._id ?? null)}
      onChange={(chosen) => choose(chosen ?? '')}
      error={error}
    />
  )
}
