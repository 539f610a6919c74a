import { Anchor, Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { lastDays, sayDay } from '../parts/dates.ts'
import { Refused } from '../parts/form.tsx'
import { sayMoney } from '../parts/money.tsx'
import { Sideways } from '../parts/sideways.tsx'
import { Table } from '../parts/table.tsx'
import { say, spokenLanguage, type Sentence } from '../words/say.ts'

export type StatementOf = { customer: string } | { account: string }
type Statement = Schemas['AccountStatement']
type Entry = Statement['entries'][number]

const causes: Record<string, Sentence> = {
  invoice_issued: 'Invoice',
  invoice_changed: 'Invoice changed',
  invoice_cancelled: 'Invoice cancelled',
  invoice_reopened: 'Invoice reopened',
  payment_received: 'Payment',
  payment_reversed: 'Payment taken back',
  payment_moved: 'Payment moved',
  credit_applied: 'Credit used',
  credit_refunded: 'Credit given back',
  invoice_adjusted: 'Correction',
  adjustment_reversed: 'Correction taken back',
}

/** What was charged and paid in a span of days, with the balance after each, on the page and as files. */
export function StatementView({ of }: { of: StatementOf }) {
  const [{ from, to }] = useFilters()
  const query = { ...(from && { from }), ...(to && { to }) }
  const { data, error } = useQuery({
    queryKey: ['statement', of, query],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(
        'customer' in of
          ? api.GET('/business/customer/{id}/statement', { params: { path: { id: of.customer }, query } })
          : api.GET('/business/account/{id}/statement', { params: { path: { id: of.account }, query } }),
      ),
  })
  const statement = data?.data
  const path = 'customer' in of ? `customer/${of.customer}` : `account/${of.account}`
  const file = (format: 'pdf' | 'csv') =>
    `/business/${path}/statement?${new URLSearchParams({ ...query, format, lang: spokenLanguage() })}`
  return (
    <Stack>
      <Span from={from ?? statement?.from ?? ''} to={to ?? statement?.to ?? ''} />
      <Refused error={error} />
      {statement && <Entries statement={statement} />}
      {!statement && !error && <Skeleton height={120} />}
      <Group gap="md">
        <Anchor href={file('pdf')} target="_blank" size="sm">
          {say('Statement (PDF)')}
        </Anchor>
        <Anchor href={file('csv')} size="sm">
          {say('CSV')}
        </Anchor>
      </Group>
    </Stack>
  )
}

function Span({ from, to }: { from: string; to: string }) {
  const [, change] = useFilters()
  // While somebody types a year, its first digits are a year, too.
  const settle = useDebouncedCallback((changed: Record<string, string>) => change(changed), 500)
  const [today = ''] = lastDays(1)
  const usual: [Sentence, string][] = [
    ['This month', `${today.slice(0, 7)}-01`],
    ['This year', `${today.slice(0, 4)}-01-01`],
  ]
  const box = (name: string, value: string) => ({
    type: 'date',
    size: 'xs',
    defaultValue: value,
    onChange: (event: { currentTarget: HTMLInputElement }) => settle({ [name]: event.currentTarget.value }),
  })
  return (
    <Group gap="sm" align="flex-end">
      <TextInput key={`from ${from}`} label={say('From day')} {...box('from', from)} max={to} />
      <TextInput key={`to ${to}`} label={say('To day')} {...box('to', to)} min={from} />
      {usual.map(([name, first]) => (
        <Button key={name} size="xs" variant="default" onClick={() => change({ from: first, to: today })}>
          {say(name)}
        </Button>
      ))}
    </Group>
  )
}

function Entries({ statement }: { statement: Statement }) {
  const { from, to, currency, opening, closing, entries } = statement
  const amount = (value: number) => (value === 0 ? '' : sayMoney(value, currency))
  return (
    <Sideways label={say('Statement')}>
      <Table aria-label={say('Statement')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="minor">{say('Day')}</Table.Th>
            <Table.Th>{say('What')}</Table.Th>
            <Table.Th className="amount minor">{say('Charged')}</Table.Th>
            <Table.Th className="amount minor">{say('Paid')}</Table.Th>
            <Table.Th className="amount">{say('Balance')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Sum day={from} name="Balance before" balance={opening} currency={currency} />
          {entries.map((entry, place) => (
            <Table.Tr key={place}>
              <Table.Td className="minor figures">{sayDay(entry.date)}</Table.Td>
              <Table.Td>
                {whatOf(entry)}
                <Text size="xs" c="dimmed">
                  {entry.reference}
                </Text>
                <div className="if-narrow">
                  <Text size="xs" c="dimmed">
                    {sayDay(entry.date)}
                  </Text>
                </div>
              </Table.Td>
              <Table.Td className="amount minor">{amount(entry.charged)}</Table.Td>
              <Table.Td className="amount minor">{amount(entry.paid)}</Table.Td>
              <Table.Td className="amount">
                {sayBalance(entry.balance, currency)}
                <div className="if-narrow">
                  <Text size="xs" c="dimmed">
                    {entry.charged === 0 ? `− ${amount(entry.paid)}` : `+ ${amount(entry.charged)}`}
                  </Text>
                </div>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Sum
            day={to}
            name={closing < 0 ? 'Credit at the end' : 'Owed at the end'}
            balance={closing}
            currency={currency}
          />
        </Table.Tfoot>
      </Table>
      {entries.length === 0 && (
        <Text c="dimmed" size="sm" mt="xs">
          {say('Nothing in this time.')}
        </Text>
      )}
    </Sideways>
  )
}

/** Below nothing, it is the customer's. */
function sayBalance(balance: number, currency: string): string {
  return balance < 0 ? say('{amount} of credit', { amount: sayMoney(-balance, currency) }) : sayMoney(balance, currency)
}

function whatOf({ type, title }: Entry): string {
  const cause = causes[type]
  return cause ? say(cause) : title
}

function Sum({ day, name, balance, currency }: { day: string; name: Sentence; balance: number; currency: string }) {
  return (
    <Table.Tr>
      <Table.Td className="minor figures">{sayDay(`${day}T00:00:00Z`)}</Table.Td>
      <Table.Th scope="row">
        {say(name)}
        <div className="if-narrow">
          <Text size="xs" c="dimmed">
            {sayDay(`${day}T00:00:00Z`)}
          </Text>
        </div>
      </Table.Th>
      <Table.Td className="minor" />
      <Table.Td className="minor" />
      <Table.Td className="amount">
        <Text span inherit fw={650}>
          {sayBalance(balance, currency)}
        </Text>
      </Table.Td>
    </Table.Tr>
  )
}
