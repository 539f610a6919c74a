import { Anchor, Button, Card, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { AskFirst } from '../parts/ask-first.tsx'
import { Cards } from '../parts/cards.tsx'
import { sayMinute } from '../parts/dates.ts'
import { sayMoney } from '../parts/money.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { Tag } from '../parts/tag.tsx'
import { useSession, whyNot } from '../session.ts'
import { say } from '../words/say.ts'

type Claim = Schemas['Claim']

const states = {
  suggested: ['yellow', 'For you to say', 'The money is here, and nobody is sure that it is theirs.'],
  given_up: ['yellow', 'Not found', 'M-PESA has not told of such a payment in three days.'],
  waiting: ['gray', 'Being looked for', 'M-PESA is asked for three days; nobody has to do anything yet.'],
  applied: ['green', 'Pays the bill', 'The payment is found, and lies on this bill.'],
  known: ['teal', 'On another bill', 'The payment is found, and lies on another bill of the account or its credit.'],
  dismissed: ['gray', 'Dismissed', null],
} as const

/** What may be chosen to be seen, as it stands in the address; what is for a person stands there as nothing. */
const views = [
  ['', 'For you'],
  ['waiting', 'Being looked for'],
  ['applied,known,dismissed', 'Settled'],
  ['all', 'All'],
] as const
const forPeople = 'suggested,given_up'
const lookAgainMs = 10_000

/** What payers typed under “I have already paid”: what nothing answers, what is being looked for, what was found. */
export function Claims() {
  const [{ state = '', ...filters }, change] = useFilters()
  const shown = state === '' ? forPeople : state
  const query = useQuery({
    queryKey: ['claims', state, filters],
    placeholderData: keepPreviousData,
    // That a claim was given up or suggested makes no news of its own.
    refetchInterval: lookAgainMs,
    queryFn: () => {
      const asked = { limit: '20', ...filters, ...(shown !== 'all' && { state: shown }) }
      return answered(api.GET('/business/claim/list', { params: { query: asked as never } }))
    },
  })
  return (
    <>
      <PageHead title={say('Said to be paid')} />
      <SectionLinks of="unmatched" />
      <Group mb="md" justify="space-between">
        <SegmentedControl
          aria-label={say('Which claims')}
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
            ? say('No payer waits for you. A code typed under “I have already paid” that nothing answers appears here.')
            : say('Codes that payers type on the pay page under “I have already paid” appear here.')
        }
      >
        {(claim) => <Said key={claim._id} claim={claim} />}
      </Cards>
    </>
  )
}

function Said({ claim }: { claim: Claim }) {
  const { state, transactioncode, amount, createdat, invoiceid, invoiceno, customer, dismissedby, reason } = claim
  const [colour, word, sentence] = states[state]
  return (
    <Card withBorder component="section" aria-label={say('Code {code}', { code: transactioncode })}>
      <Group justify="space-between" align="flex-start">
        <Stack gap={4} maw={620}>
          <Group gap="xs">
            <Title order={2} size="h4">
              {transactioncode}
            </Title>
            <Tag colour={colour}>{say(word)}</Tag>
          </Group>
          <Text size="sm" className="breaks">
            {invoiceid ? (
              <Anchor component={Link} to={`/invoices/${invoiceid}`} inherit underline="always">
                {invoiceno || say('Draft')}
              </Anchor>
            ) : (
              say('A payment link')
            )}
            {customer && ' · '}
            {customer && (
              <Anchor component={Link} to={`/customers/${customer._id}`} inherit underline="always">
                {customer.name}
              </Anchor>
            )}
            {amount !== null && ` · ${sayMoney(amount)}`}
            {` · ${sayMinute(createdat)}`}
          </Text>
          <Text size="sm" c="dimmed" className="breaks">
            {sentence === null ? `${dismissedby}: ${reason}` : say(sentence)}
          </Text>
        </Stack>
        <Deeds claim={claim} />
      </Group>
    </Card>
  )
}

function Deeds({ claim: { _id, state, transactioncode, transactionid } }: { claim: Claim }) {
  const session = useSession()
  const isOpen = state === 'waiting' || state === 'suggested' || state === 'given_up'
  const button = { component: Link, size: 'xs', variant: 'default' } as const
  return (
    <Group gap="xs">
      {state === 'suggested' ? (
        <Button {...button} to="/unmatched" search={{ search: transactioncode } as never}>
          {say('Say whose it is')}
        </Button>
      ) : transactionid ? (
        <Button {...button} to={`/payments/${transactionid}`}>
          {say('Open the payment')}
        </Button>
      ) : (
        <Button {...button} to="/payments" search={{ search: transactioncode } as never}>
          {say('Look for it')}
        </Button>
      )}
      {isOpen && (
        <AskFirst
          button="Dismiss"
          of={say('Dismiss {name}', { name: transactioncode })}
          size="xs"
          question={say(
            'The payer reads that this payment was not found, and M-PESA is asked no more. Should the money come later, it is found all the same.',
          )}
          said="Claim dismissed"
          reason
          why={whyNot(session, 'payments')}
          work={(reason) =>
            answered(
              api.POST('/business/claim/{id}/dismiss', {
                params: { path: { id: _id }, header: wishKey() },
                body: { reason },
              }),
            )
          }
        />
      )}
    </Group>
  )
}
