import { Alert, Card, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Schemas } from '../api.ts'
import { attentionQuery } from '../attention.ts'
import { sayMoney } from '../parts/money.tsx'
import { say, type Sentence } from '../words/say.ts'

type Need = {
  name: Sentence
  note: Sentence
  to: string
  search?: Record<string, string>
  count: number
  more?: string
}

/** What needs a person, first: one line a kind, the rest of the page is for when nothing does. */
export function AttentionList() {
  const { data, error } = useQuery(attentionQuery)
  if (error) return <Alert color="red">{error.message}</Alert>
  if (!data) return <Skeleton height={56} mb="lg" aria-busy="true" />
  const needs = needsOf(data).filter(({ count }) => count > 0)
  const { bills, shortcodes } = data
  const isConnected = shortcodes.connected + shortcodes.incomplete > 0
  return (
    <Card withBorder mb="lg" component="section" aria-label={say('What needs a person')}>
      <Stack gap="xs">
        <Title order={2} size="h5">
          {say('What needs a person')}
        </Title>
        {needs.length + bills.count === 0 && isConnected ? (
          <Text c="dimmed">{say('Nothing needs you now. What only a person can settle appears here.')}</Text>
        ) : (
          <ul className="needs">
            {!isConnected && (
              <Line to="/mpesa" name={say('M-PESA is not connected')}>
                {say('Connect your Paybill, so that payments arrive by themselves.')}
              </Line>
            )}
            {needs.map(({ name, note, to, search, count, more }) => (
              <Line key={name} to={to} name={say(name)} figure={[count, more]} {...(search && { search })}>
                {say(note)}
              </Line>
            ))}
            {bills.count > 0 && <MissedBills bills={bills} />}
          </ul>
        )}
      </Stack>
    </Card>
  )
}

function needsOf({ messages, shortcodes, unmatched, ...counts }: Schemas['Attention']): Need[] {
  return [
    {
      name: 'Unmatched money',
      note: 'Say whose it is.',
      to: '/unmatched',
      count: unmatched.count,
      more: sayMoney(unmatched.amount),
    },
    {
      name: 'Contradictions',
      note: 'Another amount was told of a payment: decide which one is true.',
      to: '/contradictions',
      count: counts.contradictions,
    },
    {
      name: 'Said to be paid',
      note: 'A payer named a code, and no payment answers it.',
      to: '/claims',
      count: counts.claims,
    },
    {
      name: 'Held, and not confirmed for three days',
      note: 'Release the payment, or reverse it.',
      to: '/payments',
      search: { trust: 'held' },
      count: counts.held,
    },
    {
      name: 'Messages that failed',
      note: 'They did not reach the customer, and no later one did.',
      to: '/messages/log',
      search: { status: 'failed' },
      count: messages.failed,
    },
    {
      name: 'Messages that may have been sent',
      note: 'The answer was lost: look, and send again if need be.',
      to: '/messages/log',
      search: { status: 'maybe_sent' },
      count: messages.maybesent,
    },
    {
      name: 'Days that differ from M-PESA',
      note: 'Look at what differs, and close the day again.',
      to: '/closes',
      count: counts.closes,
    },
    {
      name: 'Paybills that are not complete',
      note: 'Safaricom has not taken all of it: connect again.',
      to: '/mpesa',
      count: shortcodes.incomplete,
    },
    {
      name: 'Operators whom M-PESA refuses',
      note: 'Receipts cannot be asked about, and money cannot be given back.',
      to: '/mpesa',
      count: shortcodes.operatorsrefused,
    },
    {
      name: 'Webhooks that were paused',
      note: 'They accepted nothing for days: mend them, and go on.',
      to: '/webhooks',
      count: counts.webhooks,
    },
  ]
}

type LineProps = {
  to: string
  search?: Record<string, string>
  name: string
  figure?: [count: number, more?: string | undefined]
  children: ReactNode
}

function Line({ to, search, name, figure, children }: LineProps) {
  return (
    <li className="opens">
      <span>
        <Link to={to} {...(search && { search: search as never })} className="row-link breaks">
          {name}
        </Link>
        <Text size="sm" c="dimmed">
          {children}
        </Text>
      </span>
      {figure && (
        <span className="amount">
          <strong>{figure[0].toLocaleString('en-GB')}</strong>
          {figure[1] && (
            <Text size="sm" c="dimmed">
              {figure[1]}
            </Text>
          )}
        </span>
      )}
    </li>
  )
}

/** Bills have no page of their own: each leads to its invoice. */
function MissedBills({ bills: { count, newest } }: { bills: Schemas['Attention']['bills'] }) {
  return (
    <li>
      <span>
        <Text fw={550}>{say('Bills that did not reach the phone')}</Text>
        {newest.map(({ invoiceid, invoiceno, customer, status, reason }) => (
          <Text key={invoiceid} size="sm" c="dimmed" className="breaks">
            <Link to="/invoices/$id" params={{ id: invoiceid }} className="plain-link">
              {invoiceno} · {customer}
            </Link>
            {': '}
            {status === 'unknown' ? say('Nobody knows whether M-PESA took it.') : reason}
          </Text>
        ))}
        {count > newest.length && (
          <Text size="sm" c="dimmed">
            {say('and {count} more', { count: count - newest.length })}
          </Text>
        )}
      </span>
      <strong className="amount">{count.toLocaleString('en-GB')}</strong>
    </li>
  )
}
