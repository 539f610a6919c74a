import { say } from '../words/say.ts'
import { sayMoney } from './money.tsx'
import { Table } from './table.tsx'

/** Parts of a whole, the largest first: what each is called, how long its bar is, how much it is. */
export function Shares({ label, shares }: { label: string; shares: { name: string; amount: number }[] }) {
  const largest = Math.max(1, ...shares.map(({ amount }) => amount))
  if (shares.length === 0) return say('Nothing was collected yet.')
  return (
    <Table aria-label={label} className="shares">
      <Table.Tbody>
        {shares
          .toSorted((one, other) => other.amount - one.amount)
          .map(({ name, amount }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td className="share">
                <span style={{ width: `${(100 * amount) / largest}%` }} />
              </Table.Td>
              <Table.Td className="amount">{sayMoney(amount)}</Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  )
}
