import { Alert, Button, Code, Group, Stack, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { AskFirst } from '../parts/ask-first.tsx'
import { Dialog, Form, Refused, wrongIn } from '../parts/form.tsx'
import { Select } from '../parts/select.tsx'
import { ShownOnce } from '../parts/shown-once.tsx'
import { WithReason } from '../parts/with-reason.tsx'
import { useSession, whyNot } from '../session.ts'
import { say } from '../words/say.ts'

type Webhook = Schemas['Webhook']

/** What may be done with an endpoint: try it, send a span of time again, change its secret, resume it, switch it off. */
export function WebhookDeeds({ webhook }: { webhook: Webhook }) {
  const session = useSession()
  const why = whyNot(session, 'write')
  const path = { id: webhook._id }
  const [replaying, replay] = useDisclosure()
  const [rotating, rotate] = useDisclosure()
  const resuming = useAct(
    () => answered(api.POST('/business/webhook/{id}/resume', { params: { path, header: wishKey() } })),
    'It is sent to again',
  )
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {(webhook.status === 'paused' || webhook.status === 'failing') && (
          <Button disabled={why !== null} loading={resuming.isPending} onClick={() => resuming.mutate(undefined)}>
            {say('Resume')}
          </Button>
        )}
        <Test webhook={webhook} why={why} />
        <WithReason why={why}>
          <Button variant="default" disabled={why !== null} onClick={replay.open}>
            {say('Send a span of time again')}
          </Button>
        </WithReason>
        <WithReason why={why}>
          <Button variant="default" disabled={why !== null} onClick={rotate.open}>
            {say('New secret')}
          </Button>
        </WithReason>
        <AskFirst
          button={webhook.active ? 'Switch off' : 'Switch on'}
          question={say(
            webhook.active
              ? 'Nothing is sent to it any more. What happens meanwhile can be sent again later.'
              : 'What happens from now on is sent to it.',
          )}
          said="Webhook changed"
          why={why}
          work={() =>
            answered(
              api.PATCH('/business/webhook/update/{id}', {
                params: { path, header: wishKey() },
                body: { active: !webhook.active },
              }),
            )
          }
        />
      </Group>
      <Refused error={resuming.error} />
      <Dialog opened={replaying} close={replay.close} title={say('Send a span of time again')}>
        <Replay webhook={webhook} done={replay.close} />
      </Dialog>
      <Dialog opened={rotating} close={rotate.close} title={say('New secret')}>
        <Rotate webhook={webhook} done={rotate.close} />
      </Dialog>
    </Stack>
  )
}

/** Sends an example at once, and shows what the server said to it. */
function Test({ webhook, why }: { webhook: Webhook; why: string | null }) {
  const testing = useAct(
    () =>
      answered(
        api.POST('/business/webhook/{id}/test', {
          params: { path: { id: webhook._id }, header: wishKey() },
          body: {},
        }),
      ),
    'Tried',
  )
  const found = testing.data?.data
  return (
    <>
      <WithReason why={why}>
        <Button
          variant="default"
          disabled={why !== null}
          loading={testing.isPending}
          onClick={() => testing.mutate(undefined)}
        >
          {say('Try it')}
        </Button>
      </WithReason>
      <Refused error={testing.error} />
      <Dialog opened={found !== undefined} close={testing.reset} title={say('Try it')} wide>
        {found && (
          <Stack>
            <Alert color={found.delivered ? 'green' : 'red'} role="status">
              {found.delivered ? say('It was accepted.') : say('It was not accepted.')}{' '}
              {[found.status ?? found.error, `${found.durationms} ms`].join(' · ')}
            </Alert>
            {found.answer && (
              <Code block tabIndex={0} aria-label={say('Answer')} mah={160} style={{ overflow: 'auto' }}>
                {found.answer}
              </Code>
            )}
          </Stack>
        )}
      </Dialog>
    </>
  )
}

function Replay({ webhook, done }: { webhook: Webhook; done: () => void }) {
  const [header] = useState(wishKey)
  const replaying = useAct(
    (body: Schemas['ReplayWebhookDelivery']) =>
      answered(
        api.POST('/business/webhook/{id}/delivery/replay', { params: { path: { id: webhook._id }, header }, body }),
      ),
    'It is sent again',
    done,
  )
  const wrong = wrongIn(replaying)
  return (
    <Form
      work={replaying}
      button="Send again"
      cancel={done}
      send={({ from = '', to, only }) =>
        replaying.mutate({ from, to: to || null, only: only as 'all' | 'failed' | 'missing' })
      }
    >
      <TextInput label={say('From')} name="from" type="date" required error={wrong['from']} />
      <TextInput label={say('To')} description={say('Empty: until now')} name="to" type="date" error={wrong['to']} />
      <Select
        label={say('What of it')}
        name="only"
        defaultValue="failed"
        data={[
          { value: 'failed', label: say('What was not accepted') },
          { value: 'missing', label: say('What was never sent') },
          { value: 'all', label: say('Everything') },
        ]}
      />
    </Form>
  )
}

function Rotate({ webhook, done }: { webhook: Webhook; done: () => void }) {
  const [header] = useState(wishKey)
  const rotating = useAct(
    (overlaphours: number) =>
      answered(
        api.POST('/business/webhook/{id}/secret/rotate', {
          params: { path: { id: webhook._id }, header },
          body: { overlaphours },
        }),
      ),
    'Secret made',
  )
  if (rotating.data) {
    return <ShownOnce label={say('Secret that signs')} secret={rotating.data.data.secret} done={done} />
  }
  return (
    <Form
      work={rotating}
      button="New secret"
      cancel={done}
      send={({ overlaphours = '24' }) => rotating.mutate(Number(overlaphours))}
    >
      <TextInput
        label={say('Hours for which both secrets sign')}
        name="overlaphours"
        type="number"
        min={0}
        max={168}
        defaultValue="24"
        error={wrongIn(rotating)['overlaphours']}
      />
    </Form>
  )
}
