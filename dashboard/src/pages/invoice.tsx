import { Alert, Anchor, Card, Grid, Group, Stack, Text, Timeline, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { answered, api, type Schemas } from '../api.ts'
import { InvoiceActions } from './invoice-actions.tsx'
import { InvoiceCorrections } from './invoice-corrections.tsx'
import { InvoicePapers } from './invoice-papers.tsx'
import { sayDay, sayMinute, sayPhone } from '../parts/dates.ts'
import { Facts } from '../parts/facts.tsx'
import { Money, sayMoney } from '../parts/money.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { Sideways } from '../parts/sideways.tsx'
import { say, spokenLanguage, type Sentence } from '../words/say.ts'
import { Table } from '../parts/table.tsx'

type Invoice = Schemas['Invoice']
type Payment = Schemas['InvoicePayment']

const InvoiceMessages = lazy(async () => ({ default: (await import('./invoice-messages.tsx')).InvoiceMessages }))

export function InvoicePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const path = { params: { path: { id } } }
  const invoice = useQuery({
    queryKey: ['invoice', id],
    queryFn: () => answered(api.GET('/business/invoice/details/{id}', path)),
  })
  const payments = useQuery({
    queryKey: ['invoice', id, 'payments'],
    queryFn: () => answered(api.GET('/business/invoice/{id}/payment/list', path)),
  })
  if (invoice.error) return <Alert color="red">{invoice.error.message}</Alert>
  if (!invoice.data) return null
  return <Shown invoice={invoice.data.data} payments={payments.data?.data ?? []} />
}

function Shown({ invoice, payments }: { invoice: Invoice; payments: Payment[] }) {
  const { currency } = invoice
  return (
    <>
      <PageHead title={invoice.invoiceno ?? say('Draft invoice')}>
        <InvoiceCorrections invoice={invoice} />
        <InvoiceActions invoice={invoice} />
      </PageHead>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack>
            <Group gap="sm">
              <Title order={2} size="h4">
                {invoice.title}
              </Title>
              <StatusBadge status={invoice.status} />
            </Group>
            {invoice.description && <Text c="dimmed">{invoice.description}</Text>}
            <Lines invoice={invoice} />
            <InvoicePapers invoice={invoice} />
            <Title order={2} size="h4">
              {say('What happened')}
            </Title>
            <History invoice={invoice} payments={payments} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Card withBorder>
            <Text c="dimmed" size="sm">
              {say('Still to be paid')}
            </Text>
            <Text fz={28} fw={650}>
              <Money amount={invoice.balance} currency={currency} />
            </Text>
            <Facts
              of={[
                [
                  'Customer',
                  <Anchor key="c" component={Link} to={`/customers/${invoice.customer._id}`} inherit>
                    {invoice.customer.name}
                  </Anchor>,
                ],
                ['Phone', invoice.customer.phone && sayPhone(invoice.customer.phone)],
                ['Account number', invoice.accountno],
                ['Issued', sayDay(invoice.invoicedate)],
                ['Due', sayDay(invoice.duedate)],
                ['Total', sayMoney(invoice.total, currency)],
                ['Paid', sayMoney(invoice.amountpaid, currency)],
                ['Adjusted', invoice.adjusted ? sayMoney(invoice.adjusted, currency) : null],
                [
                  'Phone bill',
                  invoice.push ? `${invoice.push.state}${invoice.push.reason ? `: ${invoice.push.reason}` : ''}` : null,
                ],
              ]}
            />
            <Group gap="md" mt="sm">
              <Anchor href={`/business/invoice/${invoice._id}/pdf?lang=${spokenLanguage()}`} target="_blank" size="sm">
                {say('Invoice (PDF)')}
              </Anchor>
              {invoice.status !== 'draft' && (
                <Anchor href={invoice.paymentlink.rawurl} target="_blank" rel="noreferrer" size="sm">
                  {say('Open the pay page')}
                </Anchor>
              )}
            </Group>
          </Card>
          <Suspense>
            <InvoiceMessages invoice={invoice} />
          </Suspense>
        </Grid.Col>
      </Grid>
    </>
  )
}

function Lines({ invoice }: { invoice: Invoice }) {
  const { currency, items, subtotal, discount, taxamount, rounding, total } = invoice
  const sums: [Sentence, number][] = [
    ['Subtotal', subtotal],
    ['Discount', -discount],
    ['Tax', taxamount],
    ['Rounding', rounding],
  ]
  return (
    <Sideways label={say('Line items')}>
      <Table aria-label={say('Line items')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say('Item')}</Table.Th>
            <Table.Th className="amount minor">{say('Quantity')}</Table.Th>
            <Table.Th className="amount minor">{say('Rate')}</Table.Th>
            <Table.Th className="amount">{say('Amount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item, index) => (
            <Table.Tr key={index}>
              <Table.Td>
                {item.name}
                <Text size="xs" c="dimmed" hiddenFrom="sm">
                  {item.quantity} × {sayMoney(item.rate, currency)}
                </Text>
              </Table.Td>
              <Table.Td className="amount minor">{item.quantity}</Table.Td>
              <Table.Td className="amount minor">{sayMoney(item.rate, currency)}</Table.Td>
              <Table.Td className="amount">{sayMoney(item.total, currency)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          {[
            ...sums.filter(([name, amount]) => name === 'Subtotal' || amount !== 0),
            ['Total', total] as [Sentence, number],
          ].map(([name, amount]) => (
            <Table.Tr key={name}>
              <Table.Td className="minor" />
              <Table.Td className="minor" />
              <Table.Td className="amount">{say(name)}</Table.Td>
              <Table.Td className="amount">{sayMoney(amount, currency)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tfoot>
      </Table>
    </Sideways>
  )
}

function History({ invoice, payments }: { invoice: Invoice; payments: Payment[] }) {
  const happened = [
    {
      at: invoice.createdat,
      what: invoice.status === 'draft' ? say('Draft made') : say('Issued'),
      more: sayMoney(invoice.total, invoice.currency),
    },
    ...(invoice.push
      ? [
          {
            at: invoice.push.updatedat,
            what: say('Bill to the phone: {state}', { state: invoice.push.state }),
            more: invoice.push.reason ?? '',
          },
        ]
      : []),
    ...payments.map((one) => ({
      at: one.date,
      what:
        one.status === 'cancelled'
          ? say('Payment taken back')
          : say('Paid {amount}', { amount: sayMoney(one.applied, invoice.currency) }),
      more: [one.transactioncode, one.channel === 'mpesa' ? 'M-PESA' : one.method, one.note]
        .filter(Boolean)
        .join(' · '),
    })),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return (
    <Timeline active={happened.length} bulletSize={14} lineWidth={2}>
      {happened.map(({ at, what, more }, index) => (
        <Timeline.Item key={index} title={what}>
          <Text size="sm">{more}</Text>
          <Text size="xs" c="dimmed">
            {sayMinute(at)}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  )
}
