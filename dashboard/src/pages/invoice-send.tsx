import { Checkbox, SegmentedControl, Stack } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { Form, Refused } from '../parts/form.tsx'
import { say } from '../words/say.ts'
import { notSetUp } from './message-channels.tsx'
import { Reading } from './message-preview.tsx'
import { channels, sayChannel, sayReason, sayRecipient, type Channel } from './message-words.ts'

type Preview = Schemas['MessagePreview']
type Wish = Pick<Schemas['SendMessage'], 'purpose' | 'channels'>

/** Sends an invoice or a reminder now: shows what would go where, and why something would not. */
export function InvoiceSend({ invoice, done }: { invoice: Schemas['Invoice']; done: () => void }) {
  const { _id: invoiceid, status } = invoice
  const [purpose, setPurpose] = useState<Wish['purpose']>(status === 'overdue' ? 'reminder' : 'invoice')
  const [left, leave] = useState<readonly Channel[]>([])
  const { data: settings } = useQuery({
    queryKey: ['settings'],
    queryFn: () => answered(api.GET('/business/settings/details')),
  })
  const previews = useQueries({
    queries: channels.map((channel) => ({
      queryKey: ['message-preview', invoiceid, purpose, channel],
      queryFn: () => answered(api.POST('/business/message/preview', { body: { invoiceid, purpose, channel } })),
    })),
  })
  const [email, sms] = previews.map(({ data }) => data?.data ?? null)
  const seen: Record<Channel, Preview | null> = { email: email ?? null, sms: sms ?? null }
  const chosen = channels.filter((channel) => seen[channel]?.recipient && !left.includes(channel))
  // Whoever wants something else wishes anew; whoever presses twice wishes once.
  const header = useMemo(wishKey, [purpose, chosen.join()])
  const sending = useAct(
    (wish: Wish) => answered(api.POST('/business/message/send', { params: { header }, body: { invoiceid, ...wish } })),
    'It is on its way',
    done,
  )
  const reaches = channels.some((channel) => seen[channel]?.recipient)
  const isKnown = previews.every(({ isPending }) => !isPending)
  const why = !isKnown
    ? say('Looking whom it reaches …')
    : !reaches
      ? say('It reaches the customer by neither way: see above.')
      : chosen.length === 0
        ? say('Tick by which way it goes.')
        : null
  return (
    <Form
      work={sending}
      button="Send"
      cancel={done}
      why={why}
      send={() => sending.mutate({ purpose, channels: chosen })}
    >
      <SegmentedControl
        aria-label={say('What is sent')}
        fullWidth
        value={purpose}
        onChange={(value) => setPurpose(value as Wish['purpose'])}
        data={[
          { value: 'invoice', label: say('Invoice') },
          { value: 'reminder', label: say('Reminder') },
        ]}
      />
      {channels.map((channel, place) => (
        <Stack key={channel} gap="xs" component="section" aria-label={sayChannel(channel)}>
          <Way
            channel={channel}
            preview={seen[channel]}
            isSetUp={settings?.data.availablechannels.includes(channel) ?? true}
            checked={chosen.includes(channel)}
            toggle={() => leave(left.includes(channel) ? left.filter((one) => one !== channel) : [...left, channel])}
          />
          <Refused error={previews[place]?.error ?? null} />
        </Stack>
      ))}
    </Form>
  )
}

type WayProps = { channel: Channel; preview: Preview | null; isSetUp: boolean; checked: boolean; toggle: () => void }

/** One way to the customer: to which address, in which words, or why not. */
function Way({ channel, preview, isSetUp, checked, toggle }: WayProps) {
  if (!preview) return null
  const { recipient, reason } = preview
  const to = recipient
    ? say('{channel} to {recipient}', { channel: sayChannel(channel), recipient: sayRecipient(channel, recipient) })
    : sayChannel(channel)
  return (
    <>
      <Checkbox
        label={to}
        description={recipient ? !isSetUp && say(notSetUp[channel]) : reason && sayReason(reason)}
        checked={checked}
        disabled={!recipient}
        onChange={toggle}
      />
      {checked && <Reading preview={preview} short />}
    </>
  )
}
