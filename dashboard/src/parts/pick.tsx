import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '../words/say.ts'

export type Choice<Thing> = { value: string; label: string; thing: Thing }
type Props<Thing> = {
  /** What is asked for, as a query is named; the same question is asked once. */
  what: string
  find: (search: string) => Promise<Choice<Thing>[]>
  chosen: Choice<Thing> | null
  choose: (choice: Choice<Thing> | null) => void
  label?: string
  'aria-label'?: string
  placeholder?: string
  required?: boolean
  error?: string | undefined
} & Pick<SelectProps, 'clearable' | 'size' | 'w'>

/** One of however many there are: the server is asked while one types, so that nobody waits for a list of all. */
export function Pick<Thing>({ what, find, chosen, choose, ...props }: Props<Thing>) {
  const [typed, setTyped] = useState(chosen?.label ?? '')
  const [settled] = useDebouncedValue(typed, 200)
  const search = settled === chosen?.label ? '' : settled.trim()
  const { data = [] } = useQuery({
    queryKey: ['pick', what, search],
    placeholderData: keepPreviousData,
    queryFn: () => find(search),
  })
  const choices = chosen && !data.some(({ value }) => value === chosen.value) ? [chosen, ...data] : data
  return (
    <Select
      searchable
      filter={({ options }) => options}
      data={choices.map(({ value, label }) => ({ value, label }))}
      value={chosen?.value ?? null}
      onChange={(value) => choose(choices.find((choice) => choice.value === value) ?? null)}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={say('Nothing is found.')}
      clearButtonProps={{ 'aria-label': say('All') }}
      {...props}
    />
  )
}
