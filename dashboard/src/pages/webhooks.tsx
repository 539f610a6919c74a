import { Button, Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { happenings, usualHappenings } from '@kusanya/domain/happening.ts'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { Dialog, Form, wrongIn } from '../parts/form.tsx'
import { List, type Column } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { ShownOnce } from '../parts/shown-once.tsx'
import { Tag } from '../parts/tag.tsx'
import { WithReason } from '../parts/with-reason.tsx'
import { useSession, whyNot } from '../session.ts'
import { say } from '../words/say.ts'

type Webhook = Schemas['Webhook']

const states = {
  active: ['green', 'Active'],
  failing: ['yellow', 'Failing'],
  paused: ['red', 'Paused'],
  off: ['gray', 'Off'],
} as const

export function WebhookState({ status }: Pick<Webhook, 'status'>) {
  const [colour, word] = states[status]
  return <Tag colour={colour}>{say(word)}</Tag>
}

const columns: Column<Webhook>[] = [
  {
    head: 'Address',
    cell: ({ _id, url }) => (
      <Link to="/webhooks/$id" params={{ id: _id }} className="row-link breaks">
        {url}
      </Link>
    ),
  },
  { head: 'What it is for', minor: true, cell: ({ description }) => description },
  { head: 'Kinds of events', minor: true, amount: true, cell: ({ events }) => events.length },
  { head: 'Status', cell: ({ status }) => <WebhookState status={status} /> },
]

export function Webhooks() {
  const session = useSession()
  const [filters] = useFilters()
  const [making, { open, close }] = useDisclosure()
  const query = useQuery({
    queryKey: ['webhooks', filters],
    queryFn: () =>
      answered(api.GET('/business/webhook/list', { params: { query: { limit: '20', ...filters } as never } })),
  })
  const why = whyNot(session, 'write')
  return (
    <>
      <PageHead title={say('Webhooks')}>
        <WithReason why={why}>
          <Button onClick={open} disabled={why !== null}>
            {say('New webhook')}
          </Button>
        </WithReason>
      </PageHead>
      <SectionLinks of="settings" />
      <List
        label={say('Webhooks')}
        query={query}
        columns={columns}
        empty={say('Servers that are told what happens appear here. Press “New webhook” to name the first one.')}
      />
      <Dialog opened={making} close={close} title={say('New webhook')} wide>
        <NewWebhook done={close} />
      </Dialog>
    </>
  )
}

function NewWebhook({ done }: { done: () => void }) {
  const [header] = useState(wishKey)
  const making = useAct(
    (body: Schemas['CreateWebhook']) => answered(api.POST('/business/webhook/create', { params: { header }, body })),
    'Webhook made',
  )
  const wrong = wrongIn(making)
  if (making.data) return <ShownOnce label={say('Secret that signs')} secret={making.data.data.secret} done={done} />
  return (
    <Form
      work={making}
      button="Make the webhook"
      cancel={done}
      send={({ url = '', description = '', ...ticked }) =>
        making.mutate({ url, description, events: happenings.filter((event) => event in ticked) })
      }
    >
      <TextInput
        label={say('Address')}
        description={say('A public https address')}
        name="url"
        type="url"
        required
        placeholder="https://"
        data-autofocus
        error={wrong['url']}
      />
      <TextInput label={say('What it is for')} name="description" maxLength={500} />
      <Stack gap={6} role="group" aria-label={say('What it is told')}>
        <Text size="sm" fw={500}>
          {say('What it is told')}
        </Text>
        {happenings.map((event) => (
          <Checkbox
            key={event}
            size="xs"
            name={event}
            label={event}
            defaultChecked={(usualHappenings as readonly string[]).includes(event)}
          />
        ))}
      </Stack>
    </Form>
  )
}
