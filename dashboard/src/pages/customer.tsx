import { Anchor, Card, Grid, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { answered, api } from '../api.ts'
import { sayDay, sayPhone } from '../parts/dates.ts'
import { Facts } from '../parts/facts.tsx'
import { List, type Column } from '../parts/list.tsx'
import { Money, sayMoney } from '../parts/money.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import type { Schemas } from '../api.ts'
import { say, spokenLanguage } from '../words/say.ts'
import { Table } from '../parts/table.tsx'
import { Failed } from '../parts/trouble.tsx'

const columns: Column<Schemas['InvoiceInList']>[] = [
  {
    head: 'Number',
    cell: ({ _id, invoiceno }) => (
      <Link to="/invoices/$id" params={{ id: _id }} className="row-link">
        {invoiceno ?? say('Draft')}
      </Link>
    ),
  },
  { head: 'Title', minor: true, cell: ({ title }) => title },
  { head: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
  { head: 'Due', minor: true, cell: ({ duedate }) => sayDay(duedate) },
  {
    head: 'Balance',
    amount: true,
    cell: ({ balance, currency }) => <Money amount={balance} currency={currency} fw={550} />,
  },
]

export function CustomerPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const customer = useQuery({
    queryKey: ['customer', id],
    queryFn: () => answered(api.GET('/business/customer/details/{id}', { params: { path: { id } } })),
  })
  const invoices = useQuery({
    queryKey: ['customer', id, 'invoices'],
    queryFn: () => answered(api.GET('/business/invoice/list', { params: { query: { customerid: id, limit: '50' } } })),
  })
  if (customer.error && !customer.data) return <Failed query={customer} back={['/customers', 'Customers']} />
  if (!customer.data) return null
  const { name, phone, email, currency, balance, credit, accounts } = customer.data.data
  const statement = `/business/customer/${id}/statement`
  return (
    <>
      <PageHead title={name} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack>
            <Title order={2} size="h4">
              {say('Invoices')}
            </Title>
            <List
              label={say('Invoices')}
              query={invoices}
              columns={columns}
              empty={say('Bills to this customer appear here.')}
            />
            <Title order={2} size="h4">
              {say('Accounts')}
            </Title>
            <Table aria-label={say('Accounts')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{say('Account number')}</Table.Th>
                  <Table.Th>{say('Name')}</Table.Th>
                  <Table.Th className="amount">{say('Credit')}</Table.Th>
                  <Table.Th className="amount">{say('Owes')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {accounts.map((account) => (
                  <Table.Tr key={account._id}>
                    <Table.Td>{account.accountno}</Table.Td>
                    <Table.Td>{account.name}</Table.Td>
                    <Table.Td className="amount">{sayMoney(account.credit, currency)}</Table.Td>
                    <Table.Td className="amount">{sayMoney(account.balance, currency)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Card withBorder>
            <Text c="dimmed" size="sm">
              {say('Owes')}
            </Text>
            <Text fz={28} fw={650}>
              <Money amount={balance} currency={currency} />
            </Text>
            <Facts
              of={[
                ['Phone', phone && sayPhone(phone)],
                ['E-mail', email],
                ['Credit', credit ? sayMoney(credit, currency) : null],
              ]}
            />
            <Group gap="md" mt="sm">
              <Anchor href={`${statement}?format=pdf&lang=${spokenLanguage()}`} target="_blank" size="sm">
                {say('Statement (PDF)')}
              </Anchor>
              <Anchor href={`${statement}?format=csv`} size="sm">
                {say('CSV')}
              </Anchor>
            </Group>
          </Card>
        </Grid.Col>
      </Grid>
    </>
  )
}
