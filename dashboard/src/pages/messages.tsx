import { Alert, Group, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { Form, wrongIn } from '../parts/form.tsx'
import { Select } from '../parts/select.tsx'
import { useSession, whyNotOwner } from '../session.ts'
import { languages, say } from '../words/say.ts'
import { MessageChannels, type Going } from './message-channels.tsx'
import { ReminderDays } from './message-days.tsx'
import { MessagesHead } from './messages-head.tsx'

type Settings = Schemas['Settings']

/** What customers are told by itself, by which channel, and when. */
export function Messages() {
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: () => answered(api.GET('/business/settings/details')),
  })
  const shortcodes = useQuery({
    queryKey: ['shortcodes'],
    queryFn: () => answered(api.GET('/business/shortcode/list', { params: { query: { limit: '50' } } })),
  })
  const withBillManager = shortcodes.data?.data.some(({ optedin, status }) => optedin && status !== 'disconnected')
  const problem = settings.error ?? shortcodes.error
  return (
    <>
      <MessagesHead title={say('Messages')} />
      {problem && <Alert color="red">{problem.message}</Alert>}
      <Stack maw={640}>
        {withBillManager && (
          <Alert color="gray" title={say('Bill Manager sends SMS of its own')}>
            {say(
              'Safaricom sends each bill, reminds of it seven and three days before it is due and on the day, and sends a receipt for each payment. Our SMS about the same are left out, so that nobody gets two. E-mails go all the same.',
            )}
          </Alert>
        )}
        {settings.data && <Change settings={settings.data.data} key={JSON.stringify(settings.data.data)} />}
      </Stack>
    </>
  )
}

function Change({ settings }: { settings: Settings }) {
  const why = whyNotOwner(useSession())
  const [going, setGoing] = useState<Going>(settings)
  const [days, setDays] = useState(settings.reminderdays)
  const changing = useAct(
    (body: Schemas['UpdateSettings']) =>
      answered(api.PATCH('/business/settings/update', { params: { header: wishKey() }, body })),
    'Settings saved',
  )
  const wrong = wrongIn(changing)
  return (
    <Form
      work={changing}
      button="Save"
      why={why}
      send={({ quietfrom, quietuntil, smssender, messagelanguage }) =>
        changing.mutate({
          invoicechannels: going.invoicechannels,
          reminderchannels: going.reminderchannels,
          receiptchannels: going.receiptchannels,
          reminderdays: days,
          quietfrom: quietfrom ?? settings.quietfrom,
          quietuntil: quietuntil ?? settings.quietuntil,
          messagelanguage: messagelanguage as Settings['messagelanguage'],
          smssender: smssender?.trim() || null,
        })
      }
    >
      <MessageChannels going={going} choose={setGoing} available={settings.availablechannels} readOnly={why !== null} />
      <ReminderDays days={days} choose={setDays} error={wrong['reminderdays']} readOnly={why !== null} />
      <Group grow align="flex-end">
        <TextInput
          label={say('Nobody is disturbed from')}
          description={say('The same time twice: no hour is quiet')}
          name="quietfrom"
          type="time"
          required
          withAsterisk={false}
          defaultValue={settings.quietfrom}
          error={wrong['quietfrom']}
        />
        <TextInput
          label={say('until')}
          name="quietuntil"
          type="time"
          required
          withAsterisk={false}
          defaultValue={settings.quietuntil}
          error={wrong['quietuntil']}
        />
      </Group>
      <Select
        label={say('Language of messages')}
        description={say('Of customers for whom none is set')}
        name="messagelanguage"
        data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        defaultValue={settings.messagelanguage}
      />
      <TextInput
        label={say('Sender of SMS')}
        description={say('A name of up to 11 letters, once it is registered. Empty: the number of the gateway')}
        name="smssender"
        maxLength={11}
        defaultValue={settings.smssender ?? ''}
        error={wrong['smssender']}
      />
    </Form>
  )
}
