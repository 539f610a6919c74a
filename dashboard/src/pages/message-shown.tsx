import { Alert, Anchor, Group, Stack } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { wishKey } from '../act.ts'
import { answered, api } from '../api.ts'
import { AskFirst } from '../parts/ask-first.tsx'
import { sayMinute } from '../parts/dates.ts'
import { Facts } from '../parts/facts.tsx'
import { useSession, whyNot } from '../session.ts'
import { languages, say } from '../words/say.ts'
import { Words } from './message-preview.tsx'
import { sayFate, sayReason, sayRecipient, sayRemedy, statuses, type Message } from './message-words.ts'

/** All that is known of one message, and what can be done about it. */
export function MessageShown({ message, done }: { message: Message; done: () => void }) {
  const { purpose, channel, recipient, language, parts, cost, providerid, attempts, invoiceid, invoiceno } = message
  const [colour] = statuses[message.status]
  const remedy = sayRemedy(message)
  return (
    <Stack>
      <Alert color={colour}>
        {[sayFate(message), remedy].filter(Boolean).join(' ')}
        {message.status === 'maybe_sent' && message.reason && ` (${sayReason(message.reason)})`}
      </Alert>
      <Facts
        of={[
          ['Customer', message.customername],
          [
            'Invoice',
            <Anchor key="i" component={Link} to={`/invoices/${invoiceid}`} inherit onClick={done}>
              {invoiceno}
            </Anchor>,
          ],
          ['To', recipient && sayRecipient(channel, recipient)],
          ['Asked for', say(message.byhand ? 'By somebody here' : 'By itself')],
          ['When', sayMinute(message.createdat)],
          ['Language', language && languages[language]],
          ['Counts as', parts && say('{parts} SMS', { parts })],
          ['Cost', cost],
          ['Number at the gateway', providerid],
          ['Attempts', attempts > 0 ? String(attempts) : null],
        ]}
      />
      {message.text !== null && <Words title={message.title} text={message.text} />}
      <Group justify="flex-end">{purpose !== 'receipt' && <SendAgain message={message} purpose={purpose} />}</Group>
    </Stack>
  )
}

function SendAgain({ message, purpose }: { message: Message; purpose: 'invoice' | 'reminder' }) {
  const { invoiceid, channel, status } = message
  const isUnderWay = status === 'sending' || status === 'queued'
  return (
    <AskFirst
      button={isUnderWay ? 'Send now' : 'Send again'}
      question={say('It is written anew, as things are now, and goes out at once, whatever the hour.')}
      said="It is on its way"
      why={whyNot(useSession(), 'write') ?? (status === 'sending' ? say('It is being handed over.') : null)}
      work={() =>
        answered(
          api.POST('/business/message/send', {
            params: { header: wishKey() },
            body: { invoiceid, purpose, channels: [channel] },
          }),
        )
      }
    />
  )
}
