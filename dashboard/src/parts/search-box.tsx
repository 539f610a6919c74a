import { TextInput } from '@mantine/core'
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks'
import { useRef } from 'react'
import { useFilters } from '../filters.ts'

/** Finds as one types; `/` goes there from anywhere on the page. */
export function SearchBox({ label }: { label: string }) {
  const [{ search = '' }, change] = useFilters()
  const box = useRef<HTMLInputElement>(null)
  const find = useDebouncedCallback((text: string) => change({ search: text }), 250)
  useHotkeys([['/', () => box.current?.focus()]])
  return (
    <TextInput
      ref={box}
      type="search"
      aria-label={label}
      placeholder={`${label}  /`}
      defaultValue={search}
      onChange={(event) => find(event.currentTarget.value)}
      w={{ base: '100%', sm: 280 }}
    />
  )
}
