import { Button, Chip, Group, Input, SegmentedControl, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { say } from '../words/say.ts'

const usual = [-14, -7, -3, -1, 0, 1, 3, 7, 14, 30]
/** As far as the API takes them. */
const farthest = { before: 60, after: 365 }

/** `3 days before` for -3: when a reminder goes out, counted from the day on which something is due. */
export function sayReminderDay(day: number): string {
  if (day === 0) return say('On the day')
  const count = Math.abs(day)
  if (count === 1) return say(day < 0 ? 'One day before' : 'One day after')
  return say(day < 0 ? '{count} days before' : '{count} days after', { count })
}

type Props = { days: number[]; choose: (days: number[]) => void; error: string | undefined; readOnly: boolean }

/** The days on which customers are reminded: the usual ones to be ticked, and any other. */
export function ReminderDays({ days, choose, error, readOnly }: Props) {
  const id = useId()
  const offered = [...new Set([...usual, ...days])].toSorted((one, other) => one - other)
  const toggle = (day: number) =>
    choose(days.includes(day) ? days.filter((one) => one !== day) : [...days, day].toSorted((a, b) => a - b))
  return (
    <Input.Wrapper
      id={id}
      role="group"
      aria-labelledby={`${id}-label`}
      labelElement="div"
      label={say('When a reminder goes out, as long as something is owed')}
      description={say('Counted from the day on which it is due')}
      error={error}
    >
      <Group gap={8} mt="xs">
        {offered.map((day) => (
          <Chip key={day} size="sm" checked={days.includes(day)} disabled={readOnly} onChange={() => toggle(day)}>
            {sayReminderDay(day)}
          </Chip>
        ))}
      </Group>
      {!readOnly && <AnotherDay add={(day) => days.includes(day) || toggle(day)} />}
    </Input.Wrapper>
  )
}

function AnotherDay({ add }: { add: (day: number) => void }) {
  const [written, setWritten] = useState('')
  const [side, setSide] = useState<keyof typeof farthest>('before')
  const count = Number(written)
  const canAdd = /^\d+$/.test(written) && count > 0 && count <= farthest[side]
  const press = () => {
    if (!canAdd) return
    add(side === 'before' ? -count : count)
    setWritten('')
  }
  return (
    <Group gap="xs" mt="sm" align="flex-end">
      <TextInput
        label={say('Other days')}
        w={90}
        inputMode="numeric"
        placeholder={`1–${farthest[side]}`}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value.trim())}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          press()
        }}
      />
      <SegmentedControl
        aria-label={say('Before or after')}
        value={side}
        onChange={(chosen) => setSide(chosen as typeof side)}
        data={[
          { value: 'before', label: say('before') },
          { value: 'after', label: say('after') },
        ]}
      />
      <Button variant="default" disabled={!canAdd} onClick={press}>
        {say('Add')}
      </Button>
    </Group>
  )
}
