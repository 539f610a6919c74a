import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { AskFirst } from '../parts/ask-first.tsx'
import { sayMinute } from '../parts/dates.ts'
import { Facts } from '../parts/facts.tsx'
import { Dialog } from '../parts/form.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { Tag } from '../parts/tag.tsx'
import { WithReason } from '../parts/with-reason.tsx'
import { useSession, whyNotOwner } from '../session.ts'
import { say } from '../words/say.ts'
import { Connect, Operator, TryPhone } from './mpesa-forms.tsx'

type Shortcode = Schemas['Shortcode']

const states = {
  connected: ['green', 'Connected'],
  incomplete: ['yellow', 'Not complete'],
  disconnected: ['gray', 'Disconnected'],
} as const
const tests = {
  pending: 'The phone was asked; nobody has answered yet.',
  paid: 'It was paid.',
  cancelled: 'It was cancelled on the phone.',
  wrong_pin: 'The PIN was wrong.',
  no_funds: 'There was not enough money on the phone.',
  no_answer: 'Nobody answered on the phone.',
  failed: 'It failed.',
  unknown: 'M-PESA has not said what came of it.',
} as const

/** The Paybills of the business: whether Safaricom tells us of their payments, and what to do where it does not. */
export function Mpesa() {
  const session = useSession()
  const [connecting, { open, close }] = useDisclosure()
  const { data, error } = useQuery({
    queryKey: ['shortcodes'],
    queryFn: () => answered(api.GET('/business/shortcode/list', { params: { query: { limit: '50' } } })),
  })
  const why = whyNotOwner(session)
  return (
    <>
      <PageHead title={say('M-PESA')}>
        <WithReason why={why}>
          <Button onClick={open} disabled={why !== null}>
            {say('Connect a Paybill')}
          </Button>
        </WithReason>
      </PageHead>
      <SectionLinks of="settings" />
      {error && <Alert color="red">{error.message}</Alert>}
      {data?.data.length === 0 && (
        <Text c="dimmed">
          {say('Paybills appear here. With the keys of your Daraja app, Safaricom tells us of every payment.')}
        </Text>
      )}
      <Stack maw={720}>
        {data?.data.map((shortcode) => (
          <Paybill key={shortcode._id} shortcode={shortcode} why={why} />
        ))}
      </Stack>
      <Dialog opened={connecting} close={close} title={say('Connect a Paybill')}>
        <Connect done={close} />
      </Dialog>
    </>
  )
}

type Window = 'connect' | 'operator' | 'try'

function Paybill({ shortcode, why }: { shortcode: Shortcode; why: string | null }) {
  const [window, setWindow] = useState<Window | null>(null)
  const close = () => setWindow(null)
  const { operator, test, status } = shortcode
  const [colour, word] = states[status]
  const whyNotNow = why ?? (status === 'disconnected' ? say('It is disconnected: connect it again first') : null)
  const whyNotAsked =
    whyNotNow ?? (shortcode.passkey === '' ? say('It has no passkey: connect it again with one') : null)
  const deed = (name: Window, label: string, refused: string | null) => (
    <WithReason why={refused}>
      <Button size="xs" variant="default" disabled={refused !== null} onClick={() => setWindow(name)}>
        {label}
      </Button>
    </WithReason>
  )
  return (
    <Card withBorder component="section" aria-label={shortcode.shortcode}>
      <Group justify="space-between">
        <Group gap="sm">
          <Title order={2} size="h4">
            {shortcode.shortcode}
          </Title>
          <Tag colour={colour}>{say(word)}</Tag>
          {shortcode.environment === 'sandbox' && <Tag colour="gray">{say('Sandbox')}</Tag>}
        </Group>
      </Group>
      {shortcode.pullproblem && (
        <Alert color="yellow" mt="sm">
          {shortcode.pullproblem}
        </Alert>
      )}
      <Facts
        of={[
          ['Bills on phones', say(shortcode.optedin ? 'Yes' : 'No')],
          ['Payments announced', say(shortcode.urlsregistered ? 'Yes' : 'No')],
          ['Payments fetched until', shortcode.pulledto && sayMinute(shortcode.pulledto)],
          ['Can ask phones to pay', say(shortcode.passkey === '' ? 'No' : 'Yes')],
          ['Contact', `${shortcode.email} · ${shortcode.officialcontact}`],
          ['Operator', operator && [operator.name, operator.problem].filter(Boolean).join(': ')],
          ['Last trial', test && `${sayMinute(test.askedat)}. ${say(tests[test.status])} ${test.message}`],
        ]}
      />
      <Group gap="xs" mt="sm">
        {deed('try', say('Try a payment of one shilling'), whyNotAsked)}
        {deed('operator', say('Set the operator'), whyNotNow)}
        {deed('connect', say('Connect again'), why)}
        {status !== 'disconnected' && (
          <AskFirst
            button="Disconnect"
            size="xs"
            colour="red"
            reason
            why={why}
            said="Paybill disconnected"
            question={say('Its keys are forgotten. Money that is paid to it is not seen here any more.')}
            work={(reason) =>
              answered(
                api.POST('/business/shortcode/{id}/disconnect', {
                  params: { path: { id: shortcode._id }, header: wishKey() },
                  body: { reason },
                }),
              )
            }
          />
        )}
      </Group>
      <Dialog opened={window === 'connect'} close={close} title={say('Connect again')}>
        <Connect shortcode={shortcode} done={close} />
      </Dialog>
      <Dialog opened={window === 'operator'} close={close} title={say('Set the operator')}>
        <Operator shortcode={shortcode} done={close} />
      </Dialog>
      <Dialog opened={window === 'try'} close={close} title={say('Try a payment of one shilling')}>
        <TryPhone shortcode={shortcode} done={close} />
      </Dialog>
    </Card>
  )
}
