import { Group, Text, TextInput } from '@mantine/core'
import { spokenAccountNumber } from '@kusanya/domain/account-number.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { findCustomers } from '../find-choices.ts'
import { Form, wrongIn } from '../parts/form.tsx'
import { List, type Column } from '../parts/list.tsx'
import { sayMoney } from '../parts/money.tsx'
import { Opening } from '../parts/opening.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Pick, type Choice } from '../parts/pick.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { say } from '../words/say.ts'

const columns: Column<Schemas['Account']>[] = [
  {
    head: 'Account number',
    cell: ({ _id, accountno }) => (
      <Link to="/accounts/$id" params={{ id: _id }} className="row-link figures">
        {spokenAccountNumber(accountno)}
      </Link>
    ),
  },
  {
    head: 'Customer',
    cell: ({ customername, name }) => (
      <>
        <span className="clamped">{customername}</span>
        {name && (
          <Text size="xs" c="dimmed" className="clamped">
            {name}
          </Text>
        )}
      </>
    ),
  },
  { head: 'Credit', minor: true, amount: true, cell: ({ credit }) => (credit > 0 ? sayMoney(credit) : '') },
  {
    head: 'Owes',
    amount: true,
    cell: ({ balance, credit }) => (
      <>
        {sayMoney(balance)}
        {credit > 0 && (
          <div className="if-narrow">
            <Text size="xs" c="dimmed">
              {say('Credit')} {sayMoney(credit)}
            </Text>
          </div>
        )}
      </>
    ),
  },
]

/** What is billed: a pupil, a room, a meter. Each has a number that payers type. */
export function Accounts() {
  const [filters] = useFilters()
  const query = useQuery({
    queryKey: ['accounts', filters],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(api.GET('/business/account/list', { params: { query: { limit: '20', ...filters } as never } })),
  })
  return (
    <>
      <PageHead title={say('Accounts')}>
        <Opening button={say('New account')} title={say('New account')}>
          {(done) => <NewAccount done={done} />}
        </Opening>
      </PageHead>
      <SectionLinks of="customers" />
      <Group mb="md" justify="flex-end">
        <SearchBox label={say('Search accounts')} />
      </Group>
      <List
        label={say('Accounts')}
        query={query}
        columns={columns}
        empty={say('Each customer has an account from the start; more are opened for a second child or another room.')}
      />
    </>
  )
}

function NewAccount({ done }: { done: () => void }) {
  const navigate = useNavigate()
  const [header] = useState(wishKey)
  const [customer, setCustomer] = useState<Choice<Schemas['CustomerInList']> | null>(null)
  const opening = useAct(
    (body: Schemas['CreateAccount']) => answered(api.POST('/business/account/create', { params: { header }, body })),
    'Account opened',
    ({ data }) => {
      done()
      void navigate({ to: '/accounts/$id', params: { id: data._id } })
    },
  )
  const wrong = wrongIn(opening)
  return (
    <Form
      work={opening}
      button="Open the account"
      cancel={done}
      send={({ name = '' }) => opening.mutate({ customerid: customer?.value ?? '', name: name.trim() || null })}
    >
      <Pick
        what="customers"
        find={findCustomers}
        label={say('Customer')}
        chosen={customer}
        choose={setCustomer}
        required
        error={wrong['customerid']}
      />
      <TextInput
        label={say('What it is for')}
        description={say('A second child, another room. It gets a number of its own')}
        name="name"
        maxLength={200}
        error={wrong['name']}
      />
    </Form>
  )
}
