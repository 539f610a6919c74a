import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { AskFirst } from '../parts/ask-first.tsx'
import { sayDay, sayMinute } from '../parts/dates.ts'
import { Dialog, Form, wrongIn } from '../parts/form.tsx'
import { List, type Column } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { ShownOnce } from '../parts/shown-once.tsx'
import { Tag } from '../parts/tag.tsx'
import { WithReason } from '../parts/with-reason.tsx'
import { useSession, whyNotOwner, type Scope } from '../session.ts'
import { say } from '../words/say.ts'

type Key = Schemas['ApiKey']
const scopes = { read: 'Look', write: 'Make and change', payments: 'Record and move money' } as const
const states = { active: ['green', 'Active'], expired: ['gray', 'Expired'], revoked: ['gray', 'Revoked'] } as const

const columns: Column<Key>[] = [
  {
    head: 'Name',
    cell: ({ name, lastfour }) => (
      <>
        {name}{' '}
        <Text span c="dimmed" size="sm">
          …{lastfour}
        </Text>
      </>
    ),
  },
  { head: 'May', minor: true, cell: (key) => key.scopes.map((scope) => say(scopes[scope])).join(', ') },
  {
    head: 'Status',
    cell: ({ status }) => <Tag colour={states[status][0]}>{say(states[status][1])}</Tag>,
  },
  { head: 'Ends', minor: true, cell: ({ expiresat }) => (expiresat ? sayDay(expiresat) : say('Never')) },
  { head: 'Last used', minor: true, cell: ({ lastusedat }) => (lastusedat ? sayMinute(lastusedat) : say('Never')) },
  { head: 'What to do', cell: (key) => key.status === 'active' && <Deeds key={key._id} apiKey={key} /> },
]

export function Keys() {
  const session = useSession()
  const [filters] = useFilters()
  const [making, { open, close }] = useDisclosure()
  const query = useQuery({
    queryKey: ['keys', filters],
    queryFn: () => answered(api.GET('/business/key/list', { params: { query: { limit: '20', ...filters } as never } })),
  })
  const why = whyNotOwner(session)
  return (
    <>
      <PageHead title={say('API keys')}>
        <WithReason why={why}>
          <Button onClick={open} disabled={why !== null}>
            {say('New key')}
          </Button>
        </WithReason>
      </PageHead>
      <SectionLinks of="settings" />
      <List
        label={say('API keys')}
        query={query}
        columns={columns}
        empty={say('A program that makes bills or reads payments needs a key. Press “New key” to make the first one.')}
      />
      <Dialog opened={making} close={close} title={say('New key')}>
        <NewKey done={close} />
      </Dialog>
    </>
  )
}

function NewKey({ done }: { done: () => void }) {
  const [header] = useState(wishKey)
  const making = useAct(
    (body: Schemas['CreateKey']) => answered(api.POST('/business/key/create', { params: { header }, body })),
    'Key made',
  )
  const wrong = wrongIn(making)
  const secret = making.data?.data.secret
  if (secret) return <ShownOnce label={say('Secret key')} secret={secret} done={done} />
  return (
    <Form
      work={making}
      button="Make the key"
      cancel={done}
      send={({ name = '', expiresat, ...ticked }) =>
        making.mutate({
          name,
          scopes: (Object.keys(scopes) as Scope[]).filter((scope) => scope in ticked),
          expiresat: expiresat || null,
        })
      }
    >
      <TextInput label={say('What it is for')} name="name" required data-autofocus error={wrong['name']} />
      <Stack gap="xs" role="group" aria-label={say('What it may do')}>
        {(Object.keys(scopes) as Scope[]).map((scope) => (
          <Checkbox key={scope} name={scope} label={say(scopes[scope])} defaultChecked={scope === 'read'} />
        ))}
      </Stack>
      <TextInput
        label={say('Until when')}
        description={say('Empty: until it is revoked')}
        name="expiresat"
        type="date"
        error={wrong['expiresat']}
      />
    </Form>
  )
}

function Deeds({ apiKey }: { apiKey: Key }) {
  const session = useSession()
  const [rotating, { open, close }] = useDisclosure()
  const why = whyNotOwner(session)
  const params = { path: { id: apiKey._id } }
  return (
    <Group gap="xs" wrap="nowrap">
      <WithReason why={why}>
        <Button variant="default" size="xs" disabled={why !== null} onClick={open}>
          {say('Rotate')}
        </Button>
      </WithReason>
      <Dialog opened={rotating} close={close} title={say('Rotate')}>
        <Rotate apiKey={apiKey} done={close} />
      </Dialog>
      <AskFirst
        button="Revoke"
        size="xs"
        colour="red"
        why={why}
        reason
        said="Key revoked"
        question={say('Whatever uses the key is refused within five seconds. This cannot be undone.')}
        work={(reason) =>
          answered(
            api.POST('/business/key/{id}/revoke', { params: { ...params, header: wishKey() }, body: { reason } }),
          )
        }
      />
    </Group>
  )
}

function Rotate({ apiKey, done }: { apiKey: Key; done: () => void }) {
  const [header] = useState(wishKey)
  const rotating = useAct(
    (overlaphours: number) =>
      answered(
        api.POST('/business/key/{id}/rotate', {
          params: { path: { id: apiKey._id }, header },
          body: { overlaphours },
        }),
      ),
    'Key made',
  )
  const secret = rotating.data?.data.secret
  if (secret) return <ShownOnce label={say('Secret key')} secret={secret} done={done} />
  return (
    <Form
      work={rotating}
      button="Rotate"
      cancel={done}
      send={({ overlaphours = '24' }) => rotating.mutate(Number(overlaphours))}
    >
      <TextInput
        label={say('Hours for which both keys work')}
        name="overlaphours"
        type="number"
        min={0}
        defaultValue="24"
        error={wrongIn(rotating)['overlaphours']}
      />
    </Form>
  )
}
