import { Anchor, Card, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { AskFirst } from '../parts/ask-first.tsx'
import { Cards } from '../parts/cards.tsx'
import { sayMinute, sayPhone } from '../parts/dates.ts'
import { sayMoney } from '../parts/money.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { useSession, whyNot } from '../session.ts'
import { say, type Sentence } from '../words/say.ts'

type Contradiction = Schemas['Contradiction']
type Side = Schemas['ContradictionSide']

const roads: Record<Side['sources'][number], Sentence> = {
  bill: 'Bill Manager',
  c2b: 'the Paybill’s callback',
  stk: 'the answer of the phone',
  manual: 'a clerk',
  pull: 'M-PESA, when we asked for its payments',
  statement: 'M-PESA’s statement',
  status: 'M-PESA, when we asked about the receipt',
  claim: 'the payer',
}

/** What may be chosen to be seen, as it stands in the address; what is to be decided stands there as nothing. */
const views = [
  ['', 'To decide'],
  ['resolved', 'Decided'],
  ['all', 'All'],
] as const

/** Receipts of which two amounts were told, side by side, until a person says which one is true. */
export function Contradictions() {
  const [{ state = '', ...filters }, change] = useFilters()
  const shown = state === '' ? 'open' : state
  const query = useQuery({
    queryKey: ['contradictions', state, filters],
    placeholderData: keepPreviousData,
    queryFn: () => {
      const asked = { limit: '20', ...filters, ...(shown !== 'all' && { state: shown }) }
      return answered(api.GET('/business/payment/contradiction/list', { params: { query: asked as never } }))
    },
  })
  return (
    <>
      <PageHead title={say('Contradictions')} />
      <SectionLinks of="unmatched" />
      <Group mb="md" justify="space-between">
        <SegmentedControl
          aria-label={say('Which contradictions')}
          size="xs"
          data={views.map(([value, name]) => ({ value, label: say(name) }))}
          value={state}
          onChange={(state) => change({ state })}
        />
        <SearchBox label={say('Search codes')} />
      </Group>
      <Cards
        query={query}
        empty={
          state === ''
            ? say(
                'Nothing is to be decided. A payment of which another amount is told appears here; nothing moves until you say which one is true.',
              )
            : say('Nothing is found.')
        }
      >
        {(one) => <TwoAmounts key={one._id} one={one} />}
      </Cards>
    </>
  )
}

function TwoAmounts({ one }: { one: Contradiction }) {
  const { ours, theirs, currency, transactionid, newtransactionid, kept } = one
  const more = theirs.amount - ours.amount
  return (
    <Card withBorder component="section" aria-label={say('Payment {code}', { code: one.transactioncode })}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4">
            <Anchor component={Link} to={`/payments/${transactionid}`} inherit c="inherit">
              {one.transactioncode}
            </Anchor>
          </Title>
          <Text size="sm" c="dimmed" className="breaks">
            {[one.name, one.phone && sayPhone(one.phone), one.reference, one.shortcode, sayMinute(one.date)]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
        <Table aria-label={say('Two amounts of {code}', { code: one.transactioncode })} className="two-sides">
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              <Table.Th scope="col">{say('Booked')}</Table.Th>
              <Table.Th scope="col">{say('Also told')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Table.Tr className="differs">
              <Table.Th scope="row">{say('Amount')}</Table.Th>
              <Table.Td>{sayMoney(ours.amount, currency)}</Table.Td>
              <Table.Td>
                <mark>{sayMoney(theirs.amount, currency)}</mark>{' '}
                <Text span size="sm" c="dimmed">
                  {say(more > 0 ? '{amount} more' : '{amount} less', { amount: sayMoney(Math.abs(more), currency) })}
                </Text>
              </Table.Td>
            </Table.Tr>
            <Table.Tr>
              <Table.Th scope="row">{say('Said by')}</Table.Th>
              <Table.Td>{saySources(ours)}</Table.Td>
              <Table.Td>{saySources(theirs)}</Table.Td>
            </Table.Tr>
            <Table.Tr>
              <Table.Th scope="row">{say('M-PESA itself says so')}</Table.Th>
              <Table.Td>{say(ours.confirmed ? 'Yes' : 'No')}</Table.Td>
              <Table.Td>{say(theirs.confirmed ? 'Yes' : 'No')}</Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
        {kept === null ? (
          <Decide one={one} />
        ) : (
          <Text size="sm" className="breaks">
            <Tag colour="gray">{say(kept === 'ours' ? 'What was booked was kept' : 'What was told was kept')}</Tag>{' '}
            {one.resolvedby} · {one.resolvedat && sayMinute(one.resolvedat)} · {one.reason}{' '}
            {newtransactionid && (
              <Anchor component={Link} to={`/payments/${newtransactionid}`} inherit underline="always">
                {say('Booked anew')}
              </Anchor>
            )}
          </Text>
        )}
      </Stack>
    </Card>
  )
}

function saySources({ sources }: Side): string {
  return sources.map((road) => say(roads[road])).join(', ')
}

function Decide({ one: { _id, ours, theirs, currency, transactioncode } }: { one: Contradiction }) {
  const why = whyNot(useSession(), 'payments')
  const keep = (keep: 'ours' | 'theirs') => (reason: string) =>
    answered(
      api.POST('/business/payment/contradiction/{id}/resolve', {
        params: { path: { id: _id }, header: wishKey() },
        body: { keep, reason },
      }),
    )
  return (
    <Group gap="xs">
      <AskFirst
        button="Keep what is booked"
        of={say('Keep what is booked of {code}', { code: transactioncode })}
        question={say('{amount} stays as it is, and nothing moves.', { amount: sayMoney(ours.amount, currency) })}
        said="Decided: what was booked is kept"
        reason
        why={why}
        work={keep('ours')}
      />
      <AskFirst
        button="Keep what was told"
        of={say('Keep what was told of {code}', { code: transactioncode })}
        question={say(
          'The payment of {ours} is taken back with everything it caused, and the receipt is booked again with {theirs}, as if that had just come.',
          { ours: sayMoney(ours.amount, currency), theirs: sayMoney(theirs.amount, currency) },
        )}
        said="Decided: the payment is booked anew"
        reason
        colour="red"
        why={why}
        work={keep('theirs')}
      />
    </Group>
  )
}
