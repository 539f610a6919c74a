import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { AskFirst } from '../parts/ask-first.tsx'
import { Dialog, Form, Refused, wrongIn } from '../parts/form.tsx'
import { List, type Column } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { roles, sayDuties, sayRole, type Role } from '../parts/roles.ts'
import { SectionLinks } from '../parts/section-links.tsx'
import { Select } from '../parts/select.tsx'
import { ShownOnce } from '../parts/shown-once.tsx'
import { Tag } from '../parts/tag.tsx'
import { WithReason } from '../parts/with-reason.tsx'
import { useSession, whyNotOwner } from '../session.ts'
import { languages, say } from '../words/say.ts'

type User = Schemas['User']

const columns: Column<User>[] = [
  { head: 'Name', cell: ({ name }) => name },
  { head: 'E-mail', minor: true, cell: ({ email }) => email },
  { head: 'Role', cell: (user) => <RoleOf user={user} /> },
  {
    head: 'Second factor',
    minor: true,
    cell: ({ totp, status }) =>
      status === 'invited' ? <Tag colour="gray">{say('Invited')}</Tag> : say(totp ? 'Yes' : 'No'),
  },
  { head: 'Remove', cell: (user) => <Remove user={user} /> },
]

export function Users() {
  const session = useSession()
  const [filters] = useFilters()
  const [inviting, { open, close }] = useDisclosure()
  const query = useQuery({
    queryKey: ['users', filters],
    queryFn: () =>
      answered(api.GET('/business/user/list', { params: { query: { limit: '50', ...filters } as never } })),
  })
  const why = whyNotOwner(session)
  return (
    <>
      <PageHead title={say('Users')}>
        <WithReason why={why}>
          <Button onClick={open} disabled={why !== null}>
            {say('Invite somebody')}
          </Button>
        </WithReason>
      </PageHead>
      <SectionLinks of="settings" />
      <List
        label={say('Users')}
        query={query}
        columns={columns}
        empty={say('Who may act for the business appears here.')}
      />
      <Dialog opened={inviting} close={close} title={say('Invite somebody')}>
        <Invite done={close} />
      </Dialog>
    </>
  )
}

const roleChoices = () => roles.map((role) => ({ value: role, label: sayRole(role) }))

function Invite({ done }: { done: () => void }) {
  const [header] = useState(wishKey)
  const [role, setRole] = useState<Role>('cashier')
  const inviting = useAct(
    (body: Schemas['InviteUser']) => answered(api.POST('/business/user/invite', { params: { header }, body })),
    'Invitation made',
  )
  const wrong = wrongIn(inviting)
  if (inviting.data) {
    return (
      <ShownOnce
        label={say('Invitation link')}
        secret={inviting.data.data.invitationurl}
        note={say('It went out by e-mail too, if a mail server is set. It works for seven days.')}
        done={done}
      />
    )
  }
  return (
    <Form
      work={inviting}
      button="Invite"
      cancel={done}
      send={({ name = '', email = '', language }) =>
        inviting.mutate({ name, email, role, language: language === 'sw' ? 'sw' : 'en' })
      }
    >
      <TextInput label={say('Name')} name="name" required data-autofocus error={wrong['name']} />
      <TextInput label={say('E-mail')} name="email" type="email" required error={wrong['email']} />
      <Select
        label={say('Role')}
        description={sayDuties(role)}
        data={roleChoices()}
        value={role}
        onChange={(chosen) => setRole(chosen as Role)}
      />
      <Select
        label={say('Language')}
        name="language"
        data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        defaultValue="en"
      />
    </Form>
  )
}

function RoleOf({ user }: { user: User }) {
  const session = useSession()
  const changing = useAct(
    (role: Role) =>
      answered(
        api.PATCH('/business/user/update/{id}', {
          params: { path: { id: user._id }, header: wishKey() },
          body: { role },
        }),
      ),
    'Role changed',
  )
  if (whyNotOwner(session)) return sayRole(user.role)
  return (
    <Stack gap={4}>
      <Select
        aria-label={say('Role of {name}', { name: user.name })}
        size="xs"
        w={140}
        data={roleChoices()}
        value={user.role}
        onChange={(role) => role && role !== user.role && changing.mutate(role as Role)}
      />
      <Refused error={changing.error} />
    </Stack>
  )
}

function Remove({ user }: { user: User }) {
  const session = useSession()
  return (
    <Group gap="xs">
      <AskFirst
        button="Remove"
        size="xs"
        colour="red"
        why={whyNotOwner(session)}
        said="Removed"
        question={say('{name} is signed out and may not act for the business any more.', { name: user.name })}
        work={() =>
          answered(api.POST('/business/user/{id}/remove', { params: { path: { id: user._id }, header: wishKey() } }))
        }
      />
      {user._id === session.user._id && (
        <Text size="xs" c="dimmed">
          {say('you')}
        </Text>
      )}
    </Group>
  )
}
