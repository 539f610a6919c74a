import { Alert, Button, Group, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { toWire } from '@kusanya/domain/money.ts'
import type { Remark, Sheet } from '@kusanya/domain/importing/sheet.ts'
import { resultFile, sendAll, type Result } from '../importing/send.ts'
import { guessColumns, readRowsOf, type Body, type Importer } from '../importing/sheets.ts'
import { keepFile } from '../keep-file.ts'
import { Refused } from '../parts/form.tsx'
import { sayMoney } from '../parts/money.tsx'
import { Select } from '../parts/select.tsx'
import { Sideways } from '../parts/sideways.tsx'
import { Table } from '../parts/table.tsx'
import { useSession } from '../session.ts'
import { say } from '../words/say.ts'

const mostShown = 100

/** What a file would make, before it does: its columns, the totals, every row that is wrong with its remedy. */
export function ImportPlan({
  rows,
  importer,
  name,
  again,
}: {
  rows: string[][]
  importer: Importer
  name: string
  again: () => void
}) {
  const { businessid } = useSession()
  const queries = useQueryClient()
  const head = rows[0] ?? []
  const [columns, setColumns] = useState(() => guessColumns(head, importer.kind))
  const [done, setDone] = useState(0)
  const sheet = useMemo(() => readRowsOf(rows, columns, importer.kind), [rows, columns, importer])
  const missing = importer.kind.required.filter((column) => !columns.includes(column))
  const sending = useMutation({
    mutationFn: () => sendAll(importer, businessid, sheet.things, setDone),
    onSuccess: () => queries.invalidateQueries(),
  })
  if (sending.data) return <Outcome results={sending.data} left={sheet.problems} name={name} again={again} />
  return (
    <Stack gap="lg">
      <Columns head={head} columns={columns} choose={setColumns} importer={importer} />
      {missing.length > 0 ? (
        <Alert color="yellow">{say('Say which column is: {columns}.', { columns: missing.join(', ') })}</Alert>
      ) : (
        <Preview sheet={sheet} />
      )}
      <Refused error={sending.error} />
      {sending.isPending ? (
        <div role="status">
          <Text size="sm">{say('{done} of {count} are made.', { done, count: sheet.things.length })}</Text>
          <Progress value={(100 * done) / Math.max(1, sheet.things.length)} aria-label={say('How far it is')} />
        </div>
      ) : (
        <Group>
          <Button disabled={missing.length > 0 || sheet.things.length === 0} onClick={() => sending.mutate()}>
            {say('Import {count}', { count: sheet.things.length })}
          </Button>
          <Button variant="default" onClick={again}>
            {say('Another file')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

type ColumnsProps = { head: string[]; columns: string[]; choose: (columns: string[]) => void; importer: Importer }

function Columns({ head, columns, choose, importer: { kind } }: ColumnsProps) {
  const known = [...kind.required, ...kind.optional]
  const put = (place: number, column: string | null) =>
    choose(columns.map((now, at) => (at === place ? (column ?? '') : now === column ? '' : now)))
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say('Columns')}
      </Title>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }}>
        {head.map((written, place) => (
          <Select
            key={place}
            size="xs"
            label={written || say('Column {number}', { number: place + 1 })}
            placeholder={say('Leave out')}
            data={known}
            value={columns[place] || null}
            onChange={(column) => put(place, column)}
          />
        ))}
      </SimpleGrid>
    </Stack>
  )
}

function Preview({ sheet: { things, problems, notices } }: { sheet: Sheet<Body> }) {
  const sums = new Map<string, bigint>()
  for (const { currency, amount } of things) sums.set(currency, (sums.get(currency) ?? 0n) + amount)
  const money = [...sums]
    .filter(([, amount]) => amount > 0n)
    .map(([currency, amount]) => sayMoney(toWire(amount), currency))
  const wrong = new Set(problems.map(({ row }) => row)).size
  return (
    <Stack>
      <Text fw={550} role="status">
        {say('{count} can be imported', { count: things.length })}
        {money.length > 0 && ` · ${money.join(', ')}`}
        {wrong > 0 && ` · ${say('{count} rows are wrong and are left out', { count: wrong })}`}
      </Text>
      <Remarks title={say('Rows that are wrong')} remarks={problems} />
      <Remarks title={say('To be looked at')} remarks={notices} />
      {things.length > 0 && (
        <details>
          <summary>{say('The first of them')}</summary>
          <ul>
            {things.slice(0, 20).map(({ row, told }) => (
              <li key={row}>{told}</li>
            ))}
          </ul>
        </details>
      )}
    </Stack>
  )
}

function Remarks({ title, remarks }: { title: string; remarks: Remark[] }) {
  if (remarks.length === 0) return null
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {title}
      </Title>
      <Sideways label={title}>
        <Table aria-label={title}>
          <Table.Tbody>
            {remarks.slice(0, mostShown).map(({ row, says }, at) => (
              <Table.Tr key={at}>
                <Table.Td style={{ whiteSpace: 'nowrap', width: 90 }}>{say('Row {number}', { number: row })}</Table.Td>
                <Table.Td>{says}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Sideways>
      {remarks.length > mostShown && (
        <Text size="sm">{say('and {count} more', { count: remarks.length - mostShown })}</Text>
      )}
    </Stack>
  )
}

type OutcomeProps = { results: Result[]; left: Remark[]; name: string; again: () => void }

function Outcome({ results, left, name, again }: OutcomeProps) {
  const count = (state: Result['state']) => results.filter((result) => result.state === state).length
  const [made, refused, notSent] = [count('made'), count('refused'), count('not sent')]
  const all: Result[] = [
    ...results,
    ...left.map(({ row, says }) => ({ row, told: '', state: 'not sent' as const, number: '', why: says })),
  ].toSorted((one, other) => one.row - other.row)
  return (
    <Stack>
      <Alert color={refused + notSent === 0 ? 'green' : 'yellow'} role="status">
        {say('{made} made, {refused} refused, {left} not sent.', { made, refused, left: notSent })}{' '}
        {notSent > 0 && say('The server was away: import the same file again. What was made is not made twice.')}
      </Alert>
      <Remarks
        title={say('Refused')}
        remarks={results.flatMap(({ row, state, why }) => (state === 'refused' ? [{ row, says: why }] : []))}
      />
      <Group>
        <Button onClick={() => keepFile(`result-${name.replace(/\.\w+$/, '')}.csv`, resultFile(all))}>
          {say('Keep the result file')}
        </Button>
        <Button variant="default" onClick={again}>
          {say('Another file')}
        </Button>
      </Group>
    </Stack>
  )
}
