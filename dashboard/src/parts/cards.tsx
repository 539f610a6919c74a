import { Alert, Stack, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFilters } from '../filters.ts'
import { say } from '../words/say.ts'
import { Pages, Waiting, type Page } from './list.tsx'

type Props<Row> = {
  query: UseQueryResult<Page<Row>>
  /** What will appear here. */
  empty: string
  children: (row: Row, place: number) => ReactNode
}

/** Things that each need a look, one under the other, with their pages; a list says as much of those that need none. */
export function Cards<Row extends { _id: string }>({ query, empty, children }: Props<Row>) {
  const [filters, change] = useFilters()
  const { data: page, error, isPending } = query
  if (error) return <Alert color="red">{error.message}</Alert>
  if (isPending) return <Waiting />
  if (page.data.length === 0) return <Text c="dimmed">{filters['search'] ? say('Nothing is found.') : empty}</Text>
  return (
    <Stack>
      {page.data.map(children)}
      <Pages {...page.pagination} onChange={(number) => change({ page: String(number) })} />
    </Stack>
  )
}
