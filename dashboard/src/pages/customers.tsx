import { Button, Group, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { sayPhone } from '../parts/dates.ts'
import { Dialog, Form, wrongIn } from '../parts/form.tsx'
import { List, type Column } from '../parts/list.tsx'
import { Money } from '../parts/money.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { may, useSession } from '../session.ts'
import { say } from '../words/say.ts'

const columns: Column<Schemas['CustomerInList']>[] = [
  {
    head: 'Name',
    cell: ({ _id, name }) => (
      <Link to="/customers/$id" params={{ id: _id }} className="row-link clamped">
        {name}
      </Link>
    ),
  },
  { head: 'Phone', cell: ({ phone }) => (phone ? sayPhone(phone) : '') },
  { head: 'Account number', minor: true, cell: ({ accountno }) => accountno },
  {
    head: 'Credit',
    minor: true,
    amount: true,
    cell: ({ credit, currency }) => <Money amount={credit} currency={currency} />,
  },
  {
    head: 'Owes',
    amount: true,
    cell: ({ balance, currency }) => <Money amount={balance} currency={currency} fw={550} />,
  },
]

export function Customers() {
  const [filters] = useFilters()
  const session = useSession()
  const [adding, { open, close }] = useDisclosure()
  const query = useQuery({
    queryKey: ['customers', filters],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(api.GET('/business/customer/list', { params: { query: { limit: '20', ...filters } as never } })),
  })
  return (
    <>
      <PageHead title={say('Customers')}>
        {may(session, 'write') && (
          <Button component={Link} to="/imports" search={{ what: 'customers' } as never} variant="default">
            {say('Import')}
          </Button>
        )}

        {may(session, 'write') && <Button onClick={open}>{say('New customer')}</Button>}
      </PageHead>
      <Group mb="md" justify="flex-end">
        <SearchBox label={say('Search customers')} />
      </Group>
      <List
        label={say('Customers')}
        query={query}
        columns={columns}
        empty={say('Who pays you appears here. Press “New customer” to add the first one.')}
      />
      <Dialog opened={adding} close={close} title={say('New customer')}>
        <NewCustomer done={close} />
      </Dialog>
    </>
  )
}

function NewCustomer({ done }: { done: () => void }) {
  const [header] = useState(wishKey)
  const adding = useAct(
    (body: Schemas['CreateCustomer']) => answered(api.POST('/business/customer/create', { params: { header }, body })),
    'Customer added',
    done,
  )
  const wrong = wrongIn(adding)
  return (
    <Form
      work={adding}
      button="Add"
      cancel={done}
      send={({ name = '', email = '', phone = '' }) =>
        adding.mutate({ name, email, phone, country: 'Kenya', currency: 'KES' })
      }
    >
      <TextInput label={say('Name')} name="name" required data-autofocus error={wrong['name']} />
      <TextInput
        label={say('Phone')}
        name="phone"
        type="tel"
        required
        placeholder="0712 345 678"
        error={wrong['phone']}
      />
      <TextInput label={say('E-mail')} name="email" type="email" required error={wrong['email']} />
    </Form>
  )
}
