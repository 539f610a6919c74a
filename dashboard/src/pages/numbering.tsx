import { Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { Form, Refused, wrongIn } from '../parts/form.tsx'
import { NumberInput } from '../parts/number-input.tsx'
import { Select } from '../parts/select.tsx'
import { useSession, whyNotOwner } from '../session.ts'
import { say, type Sentence } from '../words/say.ts'

type Numbers = Schemas['Numbers']
const kinds = { invoice: 'Next invoice', creditnote: 'Next credit note', receipt: 'Next receipt' } as const
type Kind = keyof typeof kinds
const numberings: Record<Numbers['numbering'], Sentence> = {
  yearly: 'Anew each year: INV-2031-001',
  running: 'On and on, without the year: INV-001',
}

/** How documents are numbered from now on, and with which number. */
export function Numbering() {
  const { data, error } = useQuery({
    queryKey: ['numbers'],
    queryFn: () => answered(api.GET('/business/settings/numbers')),
  })
  return (
    <Stack maw={640} gap="xs" mb="xl" component="section" aria-label={say('Numbers of documents')}>
      <Text fw={700} size="sm">
        {say('Numbers of documents')}
      </Text>
      <Text c="dimmed" size="xs">
        {say(
          'Without gaps, and none twice. Whoever comes from another system goes on where it stopped. What was issued keeps its number.',
        )}
      </Text>
      <Refused error={error} />
      {data && <Change numbers={data.data} key={JSON.stringify(data.data)} />}
    </Stack>
  )
}

function Change({ numbers }: { numbers: Numbers }) {
  const [numbering, setNumbering] = useState(numbers.numbering)
  const changing = useAct(
    (body: Schemas['UpdateNumbers']) =>
      answered(api.PATCH('/business/settings/numbers/update', { params: { header: wishKey() }, body })),
    'Numbers saved',
  )
  const isAnother = numbering !== numbers.numbering
  const wrong = wrongIn(changing)
  const send = (written: Record<string, string>) => {
    const wanted = (Object.keys(kinds) as Kind[]).flatMap((kind) => {
      const next = Number((written[kind] ?? '').replaceAll(',', ''))
      return next > 0 && (isAnother || next !== numbers[kind].next) ? [[kind, next]] : []
    })
    changing.mutate({ numbering, ...Object.fromEntries(wanted) })
  }
  return (
    <Form work={changing} button="Change the numbers" why={whyNotOwner(useSession())} send={send}>
      <Select
        label={say('How they are counted')}
        data={Object.entries(numberings).map(([value, sentence]) => ({ value, label: say(sentence) }))}
        value={numbering}
        onChange={(value) => setNumbering(value === 'running' ? value : 'yearly')}
      />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        {(Object.keys(kinds) as Kind[]).map((kind) => (
          <NumberInput
            key={`${kind} ${numbering}`}
            label={say(kinds[kind])}
            description={isAnother ? say('Empty: goes on where it was') : numbers[kind].number}
            name={kind}
            decimals={0}
            min={isAnother ? 1 : numbers[kind].next}
            max={99_999_999}
            defaultValue={isAnother ? '' : numbers[kind].next}
            error={wrong[kind]}
          />
        ))}
      </Group>
    </Form>
  )
}
