import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, Problem, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { sayPhone } from '../parts/dates.ts'
import { List, type Column } from '../parts/list.tsx'
import { Money } from '../parts/money.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { may, useSession } from '../session.ts'

const columns: Column<Schemas['CustomerInList']>[] = [
  {
    head: 'Name',
    cell: ({ _id, name }) => (
      <Link to="/customers/$id" params={{ id: _id }} className="row-link">
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
      <PageHead title="Customers">{may(session, 'write') && <Button onClick={open}>New customer</Button>}</PageHead>
      <Group mb="md" justify="flex-end">
        <SearchBox label="Search customers" />
      </Group>
      <List
        label="Customers"
        query={query}
        columns={columns}
        empty="Who pays you appears here. Press “New customer” to add the first one."
      />
      <Modal opened={adding} onClose={close} title="New customer">
        <NewCustomer done={close} />
      </Modal>
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
  const wrong = adding.error instanceof Problem ? adding.error.errors : {}
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const {
      name = '',
      email = '',
      phone = '',
    } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    adding.mutate({ name, email, phone, country: 'Kenya', currency: 'KES' })
  }
  return (
    <form onSubmit={add}>
      <Stack>
        <TextInput label="Name" name="name" required data-autofocus error={wrong['name']} />
        <TextInput label="Phone" name="phone" type="tel" required placeholder="0712 345 678" error={wrong['phone']} />
        <TextInput label="E-mail" name="email" type="email" required error={wrong['email']} />
        {adding.error && Object.keys(wrong).length === 0 && (
          <Alert color="red" role="alert">
            {adding.error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={done}>
            Not now
          </Button>
          <Button type="submit" loading={adding.isPending}>
            Add
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
