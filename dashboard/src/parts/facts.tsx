import { Table } from '@mantine/core'
import type { ReactNode } from 'react'

/** Pairs of what and how much, one under the other; what is null is left out. */
export function Facts({ of }: { of: [name: string, value: ReactNode][] }) {
  return (
    <Table variant="vertical" layout="fixed" withRowBorders={false} verticalSpacing={6}>
      <Table.Tbody>
        {of.flatMap(([name, value]) =>
          value === null
            ? []
            : [
                <Table.Tr key={name}>
                  <Table.Th w={150} scope="row">
                    {name}
                  </Table.Th>
                  <Table.Td>{value}</Table.Td>
                </Table.Tr>,
              ],
        )}
      </Table.Tbody>
    </Table>
  )
}
