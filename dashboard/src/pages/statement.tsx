import { Anchor, Group, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { sayMinute, sayPhone } from '../parts/dates.ts'
import { List, type Column } from '../parts/list.tsx'
import { Money, sayMoney } from '../parts/money.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { Select } from '../parts/select.tsx'
import { Tag } from '../parts/tag.tsx'
import { Failed } from '../parts/trouble.tsx'
import { say, type Sentence } from '../words/say.ts'

type Line = Schemas['StatementLine']
type Row = Line & { _id: string }

/** What became of lines: a colour, a word, and what it means. */
const fates: Record<Line['fate'], ['green' | 'teal' | 'yellow' | 'red' | 'gray', Sentence, Sentence]> = {
  contradicts: ['red', 'Contradicts', 'Known with another amount: a person decides.'],
  unreadable: ['red', 'Not readable', 'Nothing was taken from it; see why.'],
  booked: ['green', 'Booked', 'News to us: it is in the books now.'],
  known: ['teal', 'Known', 'In the books already; now M-PESA has confirmed it.'],
  reversed: ['yellow', 'Reversed', 'M-PESA took it back, and the books followed.'],
  reversal: ['gray', 'Reversal', 'Of a part, or of what the books do not have.'],
  charge: ['gray', 'Charge', 'M-PESA’s fee.'],
  settlement: ['gray', 'Settlement', 'To the bank, or from it.'],
  failed: ['gray', 'Failed', 'It did not come about.'],
  repeated: ['gray', 'Repeated', 'An earlier file had it.'],
}
const isFate = (text: string | undefined): text is Line['fate'] => text !== undefined && text in fates

const columns: Column<Row>[] = [
  { head: 'Row', minor: true, cell: ({ row }) => row },
  {
    head: 'Code',
    cell: ({ receipt, transactionid, date }) => (
      <>
        {transactionid ? (
          <Anchor component={Link} to={`/payments/${transactionid}`} inherit>
            {receipt}
          </Anchor>
        ) : (
          <span className="breaks">{receipt}</span>
        )}
        <Text size="xs" c="dimmed">
          {date && sayMinute(date)}
        </Text>
      </>
    ),
  },
  {
    head: 'What it says',
    minor: true,
    cell: ({ details, name, phone, reference }) => (
      <>
        <span className="breaks">{details}</span>
        <Text size="xs" c="dimmed" className="breaks">
          {[reference, name, phone && sayPhone(phone)].filter(Boolean).join(' · ')}
        </Text>
      </>
    ),
  },
  { head: 'What became of it', cell: (line) => <Fate line={line} /> },
  {
    head: 'Amount',
    amount: true,
    cell: ({ amount, fate }) => (fate === 'unreadable' ? '' : <Money amount={amount} fw={550} />),
  },
]

/** One imported statement: how many lines had which fate, and each line. */
export function StatementPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const [filters, change] = useFilters()
  const path = { id }
  const query = useQuery({
    queryKey: ['statement', id],
    queryFn: () => answered(api.GET('/business/statement/details/{id}', { params: { path } })),
  })
  const lines = useQuery({
    queryKey: ['statement', id, filters],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const query = { limit: '50', ...filters } as never
      const page = await answered(api.GET('/business/statement/{id}/line/list', { params: { path, query } }))
      return { ...page, data: page.data.map((line): Row => ({ ...line, _id: String(line.row) })) }
    },
  })
  if (query.error && !query.data) return <Failed query={query} back={['/statements', 'Statements of M-PESA']} />
  if (!query.data) return null
  const statement = query.data.data
  const found = Object.keys(fates).flatMap((fate) => {
    const count = isFate(fate) ? statement.fates[fate] : 0
    return isFate(fate) && count > 0 ? [{ fate, count }] : []
  })
  const fate = filters['fate']
  return (
    <>
      <PageHead title={statement.filename || say('Without a name')} />
      <SectionLinks of="payments" />
      <Stack>
        <Text size="sm">
          {say('{count} lines of {shortcode}, imported on {day}; {amount} of it was news to us.', {
            count: statement.lines.toLocaleString('en-GB'),
            shortcode: statement.shortcode,
            day: sayMinute(statement.createdat),
            amount: sayMoney(statement.booked),
          })}
        </Text>
        <Group align="flex-end">
          <Select
            label={say('What became of it')}
            placeholder={say('All')}
            w={{ base: '100%', xs: 260 }}
            data={found.map(({ fate, count }) => ({
              value: fate,
              label: `${say(fates[fate][1])} (${count.toLocaleString('en-GB')})`,
            }))}
            value={fate ?? null}
            onChange={(fate) => change({ fate })}
          />
          {isFate(fate) && (
            <Text size="sm" c="dimmed" pb={8}>
              {say(fates[fate][2])}
            </Text>
          )}
        </Group>
        <List
          label={say('Lines of the statement')}
          query={lines}
          columns={columns}
          empty={fate ? say('No line came to that.') : say('The file had no lines.')}
        />
      </Stack>
    </>
  )
}

function Fate({ line: { fate, problem, receipt } }: { line: Line }) {
  const [colour, word, meaning] = fates[fate]
  return (
    <>
      <Tag colour={colour}>{say(word)}</Tag>
      <Text size="xs" c="dimmed" className="breaks">
        {problem || say(meaning)}{' '}
        {fate === 'contradicts' && (
          <Anchor
            component={Link}
            to="/contradictions"
            search={{ search: receipt, state: 'all' } as never}
            inherit
            underline="always"
          >
            {say('Decide')}
          </Anchor>
        )}
      </Text>
    </>
  )
}
