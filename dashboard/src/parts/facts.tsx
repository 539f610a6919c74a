import type { ReactNode } from 'react'
import { say, type Sentence } from '../words/say.ts'
import { Table } from './table.tsx'

/** Pairs of what and how much, one under the other; what is null or empty is left out. */
export function Facts({ of }: { of: [name: Sentence, value: ReactNode][] }) {
  return (
    <Table className="facts">
      <Table.Tbody>
        {of.flatMap(([name, value]) =>
          value === null || value === ''
            ? []
            : [
                <Table.Tr key={name}>
                  <Table.Th scope="row">{say(name)}</Table.Th>
                  <Table.Td>{value}</Table.Td>
                </Table.Tr>,
              ],
        )}
      </Table.Tbody>
    </Table>
  )
}
