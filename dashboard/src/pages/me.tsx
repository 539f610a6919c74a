import { Card, Stack, Switch, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '../act.ts'
import { ask } from '../api.ts'
import { AskFirst } from '../parts/ask-first.tsx'
import { Form, wrongIn } from '../parts/form.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { PasswordBox } from '../parts/password-box.tsx'
import { sayDuties, sayRole } from '../parts/roles.ts'
import { useSingleKeys } from '../parts/single-keys.ts'
import { useSession } from '../session.ts'
import { say, type Sentence } from '../words/say.ts'

/** What people decide for themselves: their name, their password, the second factor, where they are signed in. */
export function Me() {
  const { user, role } = useSession()
  return (
    <>
      <PageHead title={say('Your account')} />
      <Stack maw={520} gap="lg">
        <Text>
          {user.email} · {sayRole(role)}: {sayDuties(role)}
        </Text>
        <Panel head="Name">
          <Name name={user.name} />
        </Panel>
        <Panel head="Password">
          <Password />
        </Panel>
        <Panel head="Second factor">{user.totp ? <RemoveTotp /> : <AddTotp />}</Panel>
        <Panel head="Keyboard">
          <SingleKeys />
        </Panel>
        <Panel head="Other browsers">
          <AskFirst
            button="Sign out everywhere else"
            question={say('Only this browser stays signed in.')}
            said="Signed out everywhere else"
            work={() => ask('POST', '/session/end-others')}
          />
        </Panel>
      </Stack>
    </>
  )
}

function Panel({ head, children }: { head: Sentence; children: React.ReactNode }) {
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Title order={2} size="h5">
          {say(head)}
        </Title>
        {children}
      </Stack>
    </Card>
  )
}

function SingleKeys() {
  const [on, set] = useSingleKeys()
  return (
    <Switch
      label={say('Single keys are shortcuts')}
      description={say('Such as / to search, on this browser')}
      checked={on}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  )
}

function Name({ name }: { name: string }) {
  const changing = useAct((name: string) => ask('PATCH', '/session/update', { name }), 'Name changed')
  return (
    <Form work={changing} button="Save" send={({ name = '' }) => changing.mutate(name)}>
      <TextInput label={say('Name')} name="name" defaultValue={name} required error={wrongIn(changing)['name']} />
    </Form>
  )
}

function Password() {
  const [round, setRound] = useState(0)
  const changing = useAct(
    (sent: { current: string; password: string }) => ask('POST', '/session/password/update', sent),
    'Password changed; other browsers are signed out',
    () => setRound(round + 1),
  )
  return (
    <Form
      key={round}
      work={changing}
      button="Change the password"
      send={({ current = '', password = '' }) => changing.mutate({ current, password })}
    >
      <PasswordBox label={say('Password until now')} name="current" autoComplete="current-password" required />
      <PasswordBox
        label={say('New password')}
        description={say('At least 10 characters; several words are good')}
        name="password"
        autoComplete="new-password"
        required
      />
    </Form>
  )
}

type Offer = { data: { secret: string; qrcode: string } }

/** An authenticator is shown the secret, and its first code proves that it has it. */
function AddTotp() {
  const [offer, setOffer] = useState<Offer['data'] | null>(null)
  const offering = useAct(
    () => ask<Offer>('POST', '/session/totp/create'),
    'Scan the code with your authenticator',
    ({ data }) => setOffer(data),
  )
  const confirming = useAct((code: string) => ask('POST', '/session/totp/confirm', { code }), 'Second factor added')
  if (!offer) {
    return (
      <Form work={offering} button="Add an authenticator" send={() => offering.mutate(undefined)}>
        <Text size="sm">{say('A code from your phone is asked for when you sign in.')}</Text>
      </Form>
    )
  }
  return (
    <Form work={confirming} button="Confirm" send={({ code = '' }) => confirming.mutate(code)}>
      <img
        src={`data:image/svg+xml;utf8,${encodeURIComponent(offer.qrcode)}`}
        alt={say('QR code for the authenticator')}
        width={200}
        height={200}
        style={{ background: '#fff' }}
      />
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {say('Or type this secret:')} {offer.secret}
      </Text>
      <TextInput
        label={say('Code of your authenticator')}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
      />
    </Form>
  )
}

function RemoveTotp() {
  const removing = useAct(
    (password: string) => ask('POST', '/session/totp/remove', { password }),
    'Second factor removed',
  )
  return (
    <Form work={removing} button="Remove" colour="red" send={({ password = '' }) => removing.mutate(password)}>
      <Text size="sm">{say('A code from your phone is asked for when you sign in.')}</Text>
      <PasswordBox label={say('Password')} name="password" autoComplete="current-password" required />
    </Form>
  )
}
