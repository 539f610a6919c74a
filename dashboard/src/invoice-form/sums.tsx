import { Text } from '@mantine/core'
import type { Totals } from '@kusanya/domain/invoice.ts'
import { toWire } from '@kusanya/domain/money.ts'
import { sayMoney } from '../parts/money.tsx'
import { Table } from '../parts/table.tsx'
import { say, type Sentence } from '../words/say.ts'

/** What an invoice comes to while it is written, or why that cannot be counted. */
export function Sums({ of, currency }: { of: Totals | Sentence; currency: string }) {
  if (typeof of === 'string')
    return (
      <Text c="red" role="alert">
        {say(of)}
      </Text>
    )
  const { subtotal, discount, tax, rounding, total } = of
  const sums: [Sentence, bigint][] = [
    ['Subtotal', subtotal],
    ['Discount', -discount],
    ['Tax', tax],
    ['Rounding', rounding],
  ]
  const shown = sums.filter(([name, amount]) => name === 'Subtotal' || amount !== 0n)
  return (
    <div className="sums" role="status" aria-label={say('Total')}>
      <Table className="facts">
        <Table.Tbody>
          {shown.map(([name, amount]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{say(name)}</Table.Th>
              <Table.Td className="amount">{sayMoney(toWire(amount), currency)}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row">{say('Total')}</Table.Th>
            <Table.Td className="amount">
              <Text component="span" fz={20} fw={650}>
                {sayMoney(toWire(total), currency)}
              </Text>
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </div>
  )
}
