import { Alert, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { Form, wrongIn } from '../parts/form.tsx'
import { NumberInput } from '../parts/number-input.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { Select } from '../parts/select.tsx'
import { useSession, whyNotOwner } from '../session.ts'
import { say, type Sentence } from '../words/say.ts'
import { Logo } from './logo.tsx'

const Numbering = lazy(async () => ({ default: (await import('./numbering.tsx')).Numbering }))

type Settings = Schemas['Settings']
type Choices<Value extends string> = Record<Value, Sentence>

const accountNumbers: Choices<Settings['accountnumbers']> = {
  checked: 'Only our own numbers, which end in a check character',
  own: 'Only numbers of the business',
  both: 'Both',
}
const policies: Choices<Settings['validationpolicy']> = {
  accept_all: 'Accept every payment, and ask afterwards',
  check_character: 'Turn away numbers with a typing error',
  known_only: 'Turn away numbers that are not ours',
}
const cents: Choices<Settings['cents']> = {
  keep: 'Leave totals as they are',
  round: 'Round the total to whole shillings, on a line of its own',
  carry: 'Carry the cents over to the next bill',
}
const orders: Choices<Settings['allocationorder']> = {
  oldest_due: 'The oldest first',
  newest_due: 'The newest first',
  smallest_balance: 'The smallest first',
  largest_balance: 'The largest first',
}
const unknown: Choices<Settings['whenpushunknown']> = {
  resend: 'Send it again; M-PESA shows it once',
  ask: 'Leave it to a person',
}

const choices = (of: Record<string, Sentence>) =>
  Object.entries(of).map(([value, sentence]) => ({ value, label: say(sentence) }))

/** What a business decides for itself. */
export function SettingsPage() {
  const { data, error } = useQuery({
    queryKey: ['settings'],
    queryFn: () => answered(api.GET('/business/settings/details')),
  })
  return (
    <>
      <PageHead title={say('Settings')} />
      <SectionLinks of="settings" />
      {error && <Alert color="red">{error.message}</Alert>}
      <Logo />
      <Suspense>
        <Numbering />
      </Suspense>
      {data && <Change settings={data.data} key={JSON.stringify(data.data)} />}
    </>
  )
}

function Change({ settings }: { settings: Settings }) {
  const session = useSession()
  const changing = useAct(
    (body: Schemas['UpdateSettings']) =>
      answered(api.PATCH('/business/settings/update', { params: { header: wishKey() }, body })),
    'Settings saved',
  )
  const wrong = wrongIn(changing)
  return (
    <Stack maw={640}>
      <Form
        work={changing}
        button="Save"
        why={whyNotOwner(session)}
        send={(written) =>
          changing.mutate({
            name: written['name'] ?? settings.name,
            letterhead: written['letterhead']?.trim() || null,
            accountnumbers: written['accountnumbers'] as Settings['accountnumbers'],
            accountprefixes: (written['accountprefixes'] ?? '').split(/[\s,]+/).filter(Boolean),
            validationpolicy: written['validationpolicy'] as Settings['validationpolicy'],
            matchthreshold: Number(written['matchthreshold']?.replace(/[^\d.]/g, '')) / 100,
            allocationorder: written['allocationorder'] as Settings['allocationorder'],
            creditpaysinvoices: 'creditpaysinvoices' in written,
            cents: written['cents'] as Settings['cents'],
            confirmedabove: amountIn(written['confirmedabove']),
            whenpushunknown: written['whenpushunknown'] as Settings['whenpushunknown'],
          })
        }
      >
        <TextInput
          label={say('Name on bills')}
          name="name"
          defaultValue={settings.name}
          required
          error={wrong['name']}
        />
        <Textarea
          label={say('Under the name on documents')}
          description={say('Address, KRA PIN, how to reach you: up to six lines')}
          name="letterhead"
          defaultValue={settings.letterhead ?? ''}
          autosize
          minRows={2}
          maxRows={6}
          error={wrong['letterhead']}
        />
        <Select
          label={say('Account numbers that payers may type')}
          name="accountnumbers"
          data={choices(accountNumbers)}
          defaultValue={settings.accountnumbers}
        />
        <TextInput
          label={say('Prefixes of the business’s own numbers')}
          description={say('What payers may leave away, with commas between')}
          name="accountprefixes"
          defaultValue={settings.accountprefixes.join(', ')}
          error={wrong['accountprefixes']}
        />
        <Select
          label={say('When M-PESA asks whether to accept a payment')}
          name="validationpolicy"
          data={choices(policies)}
          defaultValue={settings.validationpolicy}
        />
        <NumberInput
          label={say('How sure matching must be to act by itself')}
          name="matchthreshold"
          suffix=" %"
          min={50}
          max={100}
          defaultValue={Math.round(settings.matchthreshold * 10_000) / 100}
          error={wrong['matchthreshold']}
        />
        <Select
          label={say('Which invoice a payment goes to first')}
          name="allocationorder"
          data={choices(orders)}
          defaultValue={settings.allocationorder}
        />
        <Switch
          label={say('Credit pays the next invoice by itself')}
          name="creditpaysinvoices"
          defaultChecked={settings.creditpaysinvoices}
        />
        <Select label={say('Cents')} name="cents" data={choices(cents)} defaultValue={settings.cents} />
        <NumberInput
          label={say('Above this, wait until M-PESA has confirmed a payment')}
          description={say('Empty: act on every report')}
          name="confirmedabove"
          min={0}
          defaultValue={settings.confirmedabove ?? ''}
          error={wrong['confirmedabove']}
        />
        <Select
          label={say('When nobody knows whether a bill reached the phone')}
          name="whenpushunknown"
          data={choices(unknown)}
          defaultValue={settings.whenpushunknown}
        />
      </Form>
    </Stack>
  )
}

/** What was written with commas between thousands; null when nothing was. */
function amountIn(written = ''): number | null {
  return written.trim() === '' ? null : Number(written.replaceAll(',', ''))
}
