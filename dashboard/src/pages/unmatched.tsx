import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { defaultAccountOf, findCustomers } from '../find-choices.ts'
import { sayMinute, sayPhone } from '../parts/dates.ts'
import { sayMoney } from '../parts/money.tsx'
import { tell } from '../parts/toasts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Pick, type Choice } from '../parts/pick.tsx'
import { may, useSession } from '../session.ts'
import { say } from '../words/say.ts'

type Payment = Schemas['UnmatchedTransaction']
type Suggestion = Schemas['Suggestion']

/** Money that belongs to nobody we are sure of: whose it probably is, why, and one press to say so. */
export function Unmatched() {
  const { data, error } = useQuery({
    queryKey: ['unmatched'],
    queryFn: () => answered(api.GET('/business/payment/unmatched/list', { params: { query: { limit: '20' } } })),
  })
  if (error) return <Alert color="red">{error.message}</Alert>
  if (!data) return null
  return (
    <>
      <PageHead title={say('Unmatched money')} />
      {data.data.length === 0 && (
        <Text c="dimmed">
          {say('Nothing waits. A payment with an account number that we do not know would appear here.')}
        </Text>
      )}
      <Stack>
        {data.data.map((payment, place) => (
          <Waiting key={payment._id} payment={payment} first={place === 0} />
        ))}
      </Stack>
    </>
  )
}

/** Of the first one, a number on the keyboard says whose it is; the others wait their turn. */
function Waiting({ payment, first }: { payment: Payment; first: boolean }) {
  const session = useSession()
  const queries = useQueryClient()
  const path = { id: payment._id }
  const undo = useAct(
    () =>
      answered(
        api.POST('/business/payment/{id}/unmatch', {
          params: { path, header: wishKey() },
          body: { reason: say('Undone') } as never,
        }),
      ),
    'Undone: the payment waits again',
  )
  const match = useMutation({
    mutationFn: (accountid: string) =>
      answered(api.POST('/business/payment/{id}/match', { params: { path, header: wishKey() }, body: { accountid } })),
    onSuccess: async () => {
      await queries.invalidateQueries()
      tell(say('Matched'), () => undo.mutate(undefined))
    },
  })
  const { currency, reference, name, phone } = payment
  return (
    <Card withBorder component="section" aria-label={say('Payment {code}', { code: payment.transactioncode })}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4">
            {sayMoney(payment.unmatched, currency)}
          </Title>
          <Text size="sm">
            {reference ? say('Typed “{text}”', { text: reference }) : say('No account number was typed')}
          </Text>
          <Text size="sm" c="dimmed">
            {[name, phone && sayPhone(phone), payment.transactioncode, sayMinute(payment.date)]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
      </Group>
      <Stack gap="xs" mt="sm">
        {payment.suggestions.length === 0 && (
          <Text size="sm">{say('Nothing points to anybody. Ask the payer, then record whose it is.')}</Text>
        )}
        {payment.suggestions.map((suggestion, place) => (
          <Suggested
            key={suggestion.accountid}
            suggestion={suggestion}
            likely={suggestion.score >= 0.5}
            shortcut={first && place < 9 ? String(place + 1) : null}
            disabled={!may(session, 'payments') || match.isPending}
            choose={() => match.mutate(suggestion.accountid)}
          />
        ))}
        {may(session, 'payments') && <SomebodyElse choose={(accountid) => match.mutate(accountid)} />}
        {match.error && <Alert color="red">{match.error.message}</Alert>}
      </Stack>
    </Card>
  )
}

type SuggestedProps = {
  suggestion: Suggestion
  likely: boolean
  shortcut: string | null
  disabled: boolean
  choose: () => void
}

function Suggested({ suggestion, likely, shortcut, disabled, choose }: SuggestedProps) {
  useHotkeys(shortcut === null || disabled ? [] : [[shortcut, choose]])
  const { customer, accountno, accountname, score, reasons, balance } = suggestion
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <div>
        <Text size="sm" fw={550}>
          {customer.name} · {accountno}
          {accountname && ` (${accountname})`} · {say('owes {amount}', { amount: sayMoney(balance) })}
        </Text>
        <Text size="sm" c="dimmed">
          {say('{percent} % likely.', { percent: Math.round(score * 100) })} {reasons.join('. ')}
        </Text>
      </div>
      <Button
        size="xs"
        variant={likely ? 'filled' : 'default'}
        disabled={disabled}
        onClick={choose}
        style={{ flexShrink: 0 }}
        {...(shortcut !== null && { 'aria-keyshortcuts': shortcut })}
      >
        {say('It is theirs')}
        {shortcut !== null && (
          <kbd className="key" aria-hidden="true">
            {shortcut}
          </kbd>
        )}
      </Button>
    </Group>
  )
}

/** Whom nothing points to, but who says so himself. */
function SomebodyElse({ choose }: { choose: (accountid: string) => void }) {
  const [customer, setCustomer] = useState<Choice<Schemas['CustomerInList']> | null>(null)
  const giving = useMutation({ mutationFn: defaultAccountOf, onSuccess: choose })
  return (
    <Group gap="xs" align="flex-end">
      <Pick
        what="customers"
        find={findCustomers}
        aria-label={say('Somebody else')}
        placeholder={say('Somebody else')}
        chosen={customer}
        choose={setCustomer}
      />
      <Button
        size="sm"
        variant="default"
        disabled={customer === null}
        loading={giving.isPending}
        onClick={() => customer && giving.mutate(customer.value)}
      >
        {say('Give it to them')}
      </Button>
      {giving.error && <Alert color="red">{giving.error.message}</Alert>}
    </Group>
  )
}
