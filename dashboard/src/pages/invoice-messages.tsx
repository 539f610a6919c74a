import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { answered, api, type Schemas } from '../api.ts'
import { sayMinute } from '../parts/dates.ts'
import { Dialog } from '../parts/form.tsx'
import { WithReason } from '../parts/with-reason.tsx'
import { useSession, whyNot } from '../session.ts'
import { say } from '../words/say.ts'
import { Fate, MessageDialog, MessageName } from './message-line.tsx'

// Fetched by who sends.
const InvoiceSend = lazy(async () => ({ default: (await import('./invoice-send.tsx')).InvoiceSend }))

type Invoice = Schemas['Invoice']
const most = 50

/** What the customer was told about an invoice, the newest first, and the way to tell him more. */
export function InvoiceMessages({ invoice }: { invoice: Invoice }) {
  const [sending, { open, close }] = useDisclosure()
  const [looked, look] = useState<string | null>(null)
  const session = useSession()
  const messages = useQuery({
    queryKey: ['invoice', invoice._id, 'messages'],
    queryFn: () =>
      answered(
        api.GET('/business/invoice/{id}/message/list', {
          params: { path: { id: invoice._id }, query: { limit: String(most) } },
        }),
      ),
  })
  const why = whyNot(session, 'write') ?? whyNotSent(invoice)
  const shown = messages.data?.data ?? []
  const more = (messages.data?.pagination.total ?? 0) - shown.length
  return (
    <Card withBorder mt="md" component="section" aria-label={say('Messages')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {say('Messages')}
        </Title>
        <WithReason why={why}>
          <Button size="xs" variant="default" disabled={why !== null} onClick={open}>
            {say('Send or remind')}
          </Button>
        </WithReason>
      </Group>
      {messages.error && <Alert color="red">{messages.error.message}</Alert>}
      {messages.data && shown.length === 0 && (
        <Text c="dimmed" size="sm">
          {say('What the customer is told about this invoice appears here.')}
        </Text>
      )}
      <Stack gap="sm" component="ul" className="bare" fz="sm">
        {shown.map((message) => (
          <li key={message._id} className="opens">
            <Group justify="space-between" gap="xs">
              <MessageName message={message} open={look} />
              <Text size="xs" c="dimmed">
                {sayMinute(message.createdat)}
              </Text>
            </Group>
            <Fate message={message} />
          </li>
        ))}
      </Stack>
      {more > 0 && (
        <Text size="xs" c="dimmed" mt="sm">
          {say('{count} older ones are in the log of messages.', { count: more })}
        </Text>
      )}
      <MessageDialog message={shown.find(({ _id }) => _id === looked)} close={() => look(null)} />
      <Dialog opened={sending} close={close} title={say('Send or remind')} wide>
        <Suspense>
          <InvoiceSend invoice={invoice} done={close} />
        </Suspense>
      </Dialog>
    </Card>
  )
}

function whyNotSent({ status }: Invoice): string | null {
  if (status === 'draft') return say('It was not issued yet')
  if (status === 'cancelled') return say('It is cancelled')
  return status === 'paid' ? say('There is nothing left to pay on it') : null
}
