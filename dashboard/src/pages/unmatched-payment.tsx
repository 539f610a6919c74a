import { Alert, Anchor, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schemas } from '../api.ts'
import { defaultAccountOf, findCustomers } from '../find-choices.ts'
import { sayMinute, sayPhone } from '../parts/dates.ts'
import { sayMoney } from '../parts/money.tsx'
import { Pick, type Choice } from '../parts/pick.tsx'
import { WithReason } from '../parts/with-reason.tsx'
import { say } from '../words/say.ts'

type Props = {
  payment: Schemas['UnmatchedTransaction']
  /** What keys are for. */
  isCurrent: boolean
  come: () => void
  give: (accountid: string) => void
  /** Why who is signed in may not say whose it is. */
  why: string | null
  error: Error | null
}

/** One payment that waits, and whose it may be, the likeliest first. */
export function UnmatchedPayment({ payment, isCurrent, come, give, why, error }: Props) {
  const { currency, reference, name, phone, suggestions } = payment
  return (
    <Card
      withBorder
      component="section"
      aria-label={say('Payment {code}', { code: payment.transactioncode })}
      className="card"
      tabIndex={-1}
      onFocus={come}
      {...(isCurrent && { 'aria-current': 'true' })}
    >
      <Title order={2} size="h4">
        {sayMoney(payment.unmatched, currency)}
      </Title>
      <Text size="sm" className="breaks">
        {reference ? say('Typed “{text}”', { text: reference }) : say('No account number was typed')}
      </Text>
      <Text size="sm" c="dimmed" className="breaks">
        {[name, phone && sayPhone(phone)].filter(Boolean).join(' · ')}
        {' · '}
        <Anchor component={Link} to={`/payments/${payment._id}`} inherit c="dimmed" underline="always">
          {payment.transactioncode}
        </Anchor>
        {' · '}
        {sayMinute(payment.date)}
      </Text>
      <Stack gap="xs" mt="sm">
        {suggestions.length === 0 && (
          <Text size="sm">{say('Nothing points to anybody. Ask the payer, then record whose it is.')}</Text>
        )}
        {suggestions.map((suggestion, place) => (
          <Suggested
            key={suggestion.accountid}
            suggestion={suggestion}
            shortcut={isCurrent && why === null && place < 9 ? String(place + 1) : null}
            why={why}
            choose={() => give(suggestion.accountid)}
          />
        ))}
        {why === null && <SomebodyElse choose={give} />}
        {error && (
          <Alert color="red" role="alert">
            {error.message}
          </Alert>
        )}
      </Stack>
    </Card>
  )
}

type SuggestedProps = {
  suggestion: Schemas['Suggestion']
  shortcut: string | null
  why: string | null
  choose: () => void
}

function Suggested({ suggestion, shortcut, why, choose }: SuggestedProps) {
  const { customer, accountno, accountname, score, reasons, balance } = suggestion
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <div>
        <Text size="sm" fw={550} className="breaks">
          {customer.name} · {accountno}
          {accountname && ` (${accountname})`} · {say('owes {amount}', { amount: sayMoney(balance) })}
        </Text>
        <Text size="sm" c="dimmed" className="breaks">
          {say('{percent} % likely.', { percent: Math.round(score * 100) })} {reasons.join('. ')}
        </Text>
      </div>
      <WithReason why={why}>
        <Button
          size="xs"
          variant={score >= 0.5 ? 'filled' : 'default'}
          disabled={why !== null}
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
      </WithReason>
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
