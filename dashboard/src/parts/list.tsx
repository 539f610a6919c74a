import { Alert, Group, Pagination, Skeleton, Stack, Table, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFilters } from '../filters.ts'
import { Sideways } from './sideways.tsx'

/** `minor` columns are left out where there is no room for them. */
export type Column<Row> = { head: string; amount?: boolean; minor?: boolean; cell: (row: Row) => ReactNode }
type Page<Row> = { data: Row[]; pagination: { total: number | null; page: number | null; pages: number | null } }
type Props<Row> = {
  label: string
  query: UseQueryResult<Page<Row>>
  columns: Column<Row>[]
  /** What will appear here, and how to make the first one. */
  empty: ReactNode
}

/** A table of things with its pages: says what it waits for, what went wrong, and what it is for when it is empty. */
export function List<Row extends { _id: string }>({ label, query, columns, empty }: Props<Row>) {
  const [filters, change] = useFilters()
  const { data: page, error, isPending } = query
  if (error) return <Alert color="red">{error.message}</Alert>
  if (isPending) return <Waiting />
  if (page.data.length === 0) return <Text c="dimmed">{filters['search'] ? 'Nothing is found.' : empty}</Text>
  return (
    <Stack>
      <Sideways label={label}>
        <Table highlightOnHover verticalSpacing="xs" aria-label={label}>
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ head, amount, minor }) => (
                <Table.Th key={head} {...placed(amount, minor)}>
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {page.data.map((row) => (
              <Table.Tr key={row._id} className="opens">
                {columns.map(({ head, amount, minor, cell }) => (
                  <Table.Td key={head} {...placed(amount, minor)}>
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

function Pages({ total, page, pages, onChange }: Page<never>['pagination'] & { onChange: (page: number) => void }) {
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed">
        {total === null ? '' : total === 1 ? '1 in all' : `${total.toLocaleString('en-GB')} in all`}
      </Text>
      {(pages ?? 0) > 1 && (
        <Pagination
          total={pages ?? 1}
          value={page ?? 1}
          onChange={onChange}
          size="sm"
          getControlProps={(control) => ({ 'aria-label': `${control} page` })}
          getItemProps={(number) => ({ 'aria-label': `Page ${number}` })}
        />
      )}
    </Group>
  )
}

function placed(amount = false, minor = false) {
  return { ...(amount && { className: 'amount' }), ...(minor && { visibleFrom: 'sm' as const }) }
}

function Waiting() {
  return (
    <Stack gap="xs" aria-busy="true">
      {[1, 2, 3, 4, 5].map((row) => (
        <Skeleton key={row} height={36} />
      ))}
    </Stack>
  )
}
