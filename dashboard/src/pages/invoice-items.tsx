import { Text } from '@mantine/core'
import type { Schemas } from '../api.ts'
import { sayMoney } from '../parts/money.tsx'
import { Sideways } from '../parts/sideways.tsx'
import { Table } from '../parts/table.tsx'
import { say, type Sentence } from '../words/say.ts'

/** What is billed, and what it comes to. */
export function InvoiceItems({ invoice }: { invoice: Schemas['Invoice'] }) {
  const { currency, items, subtotal, discount, taxamount, rounding, total } = invoice
  const sums: [Sentence, number][] = [
    ['Subtotal', subtotal],
    ['Discount', -discount],
    ['Tax', taxamount],
    ['Rounding', rounding],
  ]
  return (
    <Sideways label={say('Line items')}>
      <Table aria-label={say('Line items')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say('Item')}</Table.Th>
            <Table.Th className="amount minor">{say('Quantity')}</Table.Th>
            <Table.Th className="amount minor">{say('Rate')}</Table.Th>
            <Table.Th className="amount">{say('Amount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item, index) => (
            <Table.Tr key={index}>
              <Table.Td>
                {item.name}
                <Text size="xs" c="dimmed" hiddenFrom="sm">
                  {item.quantity} × {sayMoney(item.rate, currency)}
                </Text>
              </Table.Td>
              <Table.Td className="amount minor">{item.quantity}</Table.Td>
              <Table.Td className="amount minor">{sayMoney(item.rate, currency)}</Table.Td>
              <Table.Td className="amount">{sayMoney(item.total, currency)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          {[
            ...sums.filter(([name, amount]) => name === 'Subtotal' || amount !== 0),
            ['Total', total] as [Sentence, number],
          ].map(([name, amount]) => (
            <Table.Tr key={name}>
              <Table.Td className="minor" />
              <Table.Td className="minor" />
              <Table.Td className="amount">{say(name)}</Table.Td>
              <Table.Td className="amount">{sayMoney(amount, currency)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tfoot>
      </Table>
    </Sideways>
  )
}
