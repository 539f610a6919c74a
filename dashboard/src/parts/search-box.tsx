import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useFilters } from '../filters.ts'

/** Finds as one types. */
export function SearchBox({ label }: { label: string }) {
  const [{ search = '' }, change] = useFilters()
  const find = useDebouncedCallback((text: string) => change({ search: text }), 250)
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      defaultValue={search}
      onChange={(event) => find(event.currentTarget.value)}
      w={{ base: '100%', sm: 280 }}
    />
  )
}
