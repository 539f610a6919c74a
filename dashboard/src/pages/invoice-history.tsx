import { Alert, Stack, Text, Timeline, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answered, api, type Schemas } from '../api.ts'
import { sayDay, sayMinute } from '../parts/dates.ts'
import { sayMoney } from '../parts/money.tsx'
import { say, type Sentence } from '../words/say.ts'

type Happening = Schemas['InvoiceHappening']

const sentences: Record<Happening['kind'], Sentence> = {
  draft_made: 'Draft made',
  issued: 'Issued: {amount}, due {day}',
  withdrawn: 'Made a draft again',
  cancelled: 'Cancelled',
  reopened: 'Opened again: {amount}, due {day}',
  overdue: 'The due date passed unpaid',
  total_changed: 'The total became {amount}',
  due_changed: 'It became due {day}',
  bill_waiting: 'The bill waits to go to the phone',
  bill_sent: 'The bill reached the customer’s phone',
  bill_refused: 'The bill did not go to the phone',
  bill_unknown: 'Nobody knows whether the bill reached the phone',
  bill_called_off: 'The bill was taken off the phone',
  bill_not_called_off: 'The bill could not be taken off the phone',
  seen: 'The pay page was opened',
  paid: 'Paid {amount}',
  payment_taken_back: 'Payment of {amount} taken back',
  acknowledged: 'M-PESA was told, and thanked the payer',
  acknowledgement_refused: 'M-PESA could not be told of the payment',
  credited: '{amount} credited',
  written_off: '{amount} written off',
  withheld: '{amount} of tax withheld',
  rounded: '{amount} rounded away',
  adjustment_taken_back: 'Correction of {amount} taken back',
}

/** The life of an invoice, as it went. */
export function InvoiceHistory({ invoice }: { invoice: Schemas['Invoice'] }) {
  const { _id: id, currency } = invoice
  const { data, error } = useQuery({
    queryKey: ['invoice', id, 'timeline'],
    queryFn: () => answered(api.GET('/business/invoice/{id}/timeline', { params: { path: { id } } })),
  })
  const happened = data?.data ?? []
  return (
    <Stack gap="sm" component="section" aria-label={say('What happened')}>
      <Title order={2} size="h4">
        {say('What happened')}
      </Title>
      {error && <Alert color="red">{error.message}</Alert>}
      <Timeline active={happened.length} bulletSize={14} lineWidth={2}>
        {happened.map(({ kind, at, amount, duedate, reference, note }, index) => (
          <Timeline.Item
            key={index}
            title={say(sentences[kind], {
              amount: amount === null ? '' : sayMoney(amount, currency),
              day: duedate === null ? '' : sayDay(duedate),
            })}
          >
            <Text size="sm" className="breaks">
              {[reference, note].filter(Boolean).join(' · ')}
            </Text>
            <Text size="xs" c="dimmed">
              {sayMinute(at)}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Stack>
  )
}
