import { Alert, Anchor, Button, Code, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { sayMinute } from '../parts/dates.ts'
import { Dialog, Refused } from '../parts/form.tsx'
import { List, type Column } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Select } from '../parts/select.tsx'
import { Tag } from '../parts/tag.tsx'
import { Failed } from '../parts/trouble.tsx'
import { useSession, whyNot } from '../session.ts'
import { say } from '../words/say.ts'
import { WebhookDeeds } from './webhook-deeds.tsx'
import { WebhookState } from './webhooks.tsx'

type Delivery = Schemas['Delivery']

const fates = {
  pending: ['gray', 'On its way'],
  held: ['yellow', 'Held'],
  delivered: ['green', 'Delivered'],
  failed: ['red', 'Given up'],
} as const

export function WebhookPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const [filters, change] = useFilters()
  const path = { id }
  const webhook = useQuery({
    queryKey: ['webhook', id],
    queryFn: () => answered(api.GET('/business/webhook/details/{id}', { params: { path } })),
  })
  const deliveries = useQuery({
    queryKey: ['webhook', id, 'deliveries', filters],
    placeholderData: keepPreviousData,
    // No event tells that one was delivered: what is on its way is looked at again.
    refetchInterval: ({ state }) => (state.data?.data.some(({ status }) => status === 'pending') ? 2_000 : false),
    queryFn: () =>
      answered(
        api.GET('/business/webhook/{id}/delivery/list', {
          params: { path, query: { limit: '20', ...filters } as never },
        }),
      ),
  })
  if (webhook.error && !webhook.data) return <Failed query={webhook} back={['/webhooks', 'Webhooks']} />
  if (!webhook.data) return null
  const { url, description, status, pausereason, events } = webhook.data.data
  return (
    <>
      <Anchor component={Link} to="/webhooks" size="sm">
        {say('Webhooks')}
      </Anchor>
      <PageHead title={description || new URL(url).host} />
      <Stack>
        <Group gap="sm">
          <Code style={{ overflowWrap: 'anywhere' }}>{url}</Code>
          <WebhookState status={status} />
          <Text size="sm" c="dimmed">
            {say('Kinds of events: {count}', { count: events.length })}
          </Text>
        </Group>
        {pausereason && <Alert color="yellow">{pausereason}</Alert>}
        <WebhookDeeds webhook={webhook.data.data} />
        <Group justify="space-between">
          <Title order={2} size="h4">
            {say('Deliveries')}
          </Title>
          <Select
            aria-label={say('Which deliveries')}
            size="xs"
            placeholder={say('All')}
            data={Object.entries(fates).map(([value, [, word]]) => ({ value, label: say(word) }))}
            value={filters['status'] ?? null}
            onChange={(status) => change({ status })}
          />
        </Group>
        <List
          label={say('Deliveries')}
          query={deliveries}
          columns={columnsFor(id)}
          empty={say('What is sent to this address appears here.')}
        />
      </Stack>
    </>
  )
}

const columnsFor = (webhookId: string): Column<Delivery>[] => [
  { head: 'Event', cell: ({ event }) => event },
  {
    head: 'Status',
    cell: ({ status }) => <Tag colour={fates[status][0]}>{say(fates[status][1])}</Tag>,
  },
  { head: 'Answer', minor: true, cell: ({ laststatus, lasterror }) => laststatus ?? lasterror ?? '' },
  { head: 'Happened', minor: true, cell: ({ createdat }) => sayMinute(createdat) },
  { head: 'What to do', cell: (delivery) => <DeliveryDeeds webhookId={webhookId} delivery={delivery} /> },
]

function DeliveryDeeds({ webhookId, delivery }: { webhookId: string; delivery: Delivery }) {
  const session = useSession()
  const [opened, { open, close }] = useDisclosure()
  const resending = useAct(
    () =>
      answered(
        api.POST('/business/webhook/{id}/delivery/resend', {
          params: { path: { id: webhookId }, header: wishKey() },
          body: { deliveryid: delivery._id },
        }),
      ),
    'It is sent again',
  )
  return (
    <Group gap="xs" wrap="nowrap">
      <Button variant="default" size="xs" onClick={open}>
        {say('Attempts ({count})', { count: delivery.attempts })}
      </Button>
      {whyNot(session, 'write') === null && (
        <Button variant="default" size="xs" loading={resending.isPending} onClick={() => resending.mutate(undefined)}>
          {say('Send again')}
        </Button>
      )}
      <Refused error={resending.error} />
      <Dialog opened={opened} close={close} title={delivery.event} wide>
        <Stack>
          {delivery.history.length === 0 && <Text>{say('It was not tried yet.')}</Text>}
          {delivery.history.map(({ attempt, at, durationms, status, error, answer }) => (
            <div key={attempt}>
              <Text size="sm" fw={550}>
                {[`${attempt}.`, sayMinute(at), `${durationms} ms`, status ?? error].filter(Boolean).join(' · ')}
              </Text>
              {answer && (
                <Code block tabIndex={0} aria-label={say('Answer')} mah={160} style={{ overflow: 'auto' }}>
                  {answer}
                </Code>
              )}
            </div>
          ))}
        </Stack>
      </Dialog>
    </Group>
  )
}
