import { Button, Checkbox, Group, Pagination, Skeleton, Stack, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFilters } from '../filters.ts'
import { say, type Sentence } from '../words/say.ts'
import { Refused } from './form.tsx'
import { Sideways } from './sideways.tsx'
import { Table } from './table.tsx'

/** `extra` columns are left out where there is little room, `minor` ones on a phone. */
export type Column<Row> = {
  head: Sentence
  amount?: boolean
  minor?: boolean
  extra?: boolean
  cell: (row: Row) => ReactNode
}
export type Page<Row> = { data: Row[]; pagination: { total: number | null; page: number | null; pages: number | null } }
type Props<Row> = {
  label: string
  query: UseQueryResult<Page<Row>>
  columns: Column<Row>[]
  /** What will appear here, and how to make the first one. */
  empty: ReactNode
  /** Rows that are ticked, and what a row is called to who cannot see it. */
  chosen?: { ids: ReadonlySet<string>; choose: (ids: Set<string>) => void; name: (row: Row) => string }
}

/** A table of things with its pages: says what it waits for, what went wrong, and what it is for when it is empty. */
export function List<Row extends { _id: string }>({ label, query, columns, empty, chosen }: Props<Row>) {
  const [filters, change] = useFilters()
  const { data: page, error } = query
  if (error && !page) {
    return (
      <Stack align="start">
        <Refused error={error} />
        <Button variant="default" onClick={() => void query.refetch()}>
          {say('Try again')}
        </Button>
      </Stack>
    )
  }
  if (!page) return <Waiting />
  if (page.data.length === 0) return <Text c="dimmed">{filters['search'] ? say('Nothing is found.') : empty}</Text>
  const all = page.data.map(({ _id }) => _id)
  return (
    <Stack>
      <Sideways label={label}>
        <Table className="opening" aria-label={label}>
          <Table.Thead>
            <Table.Tr>
              {chosen && (
                <Table.Th className="tick" style={{ width: 40 }}>
                  <Checkbox
                    aria-label={say('Choose all of this page')}
                    checked={all.every((id) => chosen.ids.has(id))}
                    indeterminate={all.some((id) => chosen.ids.has(id)) && !all.every((id) => chosen.ids.has(id))}
                    onChange={(event) => chosen.choose(new Set(event.currentTarget.checked ? all : []))}
                  />
                </Table.Th>
              )}
              {columns.map(({ head, ...column }) => (
                <Table.Th key={head} {...placed(column)}>
                  {say(head)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {page.data.map((row) => (
              <Table.Tr key={row._id} className="opens">
                {chosen && (
                  <Table.Td className="above tick">
                    <Checkbox
                      aria-label={say('Choose {name}', { name: chosen.name(row) })}
                      checked={chosen.ids.has(row._id)}
                      onChange={() => chosen.choose(toggled(chosen.ids, row._id))}
                    />
                  </Table.Td>
                )}
                {columns.map(({ head, cell, ...column }) => (
                  <Table.Td key={head} {...placed(column)}>
                    {cell(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Sideways>
      <Pages {...page.pagination} onChange={(number) => change({ page: String(number) })} />
    </Stack>
  )
}

function toggled(ids: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}

export function Pages({
  total,
  page,
  pages,
  onChange,
}: Page<never>['pagination'] & { onChange: (page: number) => void }) {
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed">
        {total === null ? '' : say('{count} in all', { count: total.toLocaleString('en-GB') })}
      </Text>
      {(pages ?? 0) > 1 && (
        <Pagination
          total={pages ?? 1}
          value={page ?? 1}
          onChange={onChange}
          size="sm"
          getControlProps={(control) => ({ 'aria-label': say(turns[control]) })}
          getItemProps={(number) => ({ 'aria-label': say('Page {number}', { number }) })}
        />
      )}
    </Group>
  )
}
const turns = { first: 'First page', previous: 'Previous page', next: 'Next page', last: 'Last page' } as const

function placed({ amount, minor, extra }: { amount?: boolean; minor?: boolean; extra?: boolean }) {
  return { className: [amount && 'amount', minor && 'minor', extra && 'extra'].filter(Boolean).join(' ') }
}

export function Waiting() {
  return (
    <Stack gap="xs" aria-busy="true">
      {[1, 2, 3, 4, 5].map((row) => (
        <Skeleton key={row} height={36} />
      ))}
    </Stack>
  )
}
