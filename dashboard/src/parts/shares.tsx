import { sayMoney } from './money.tsx'
import { Table } from './table.tsx'

export type Share = { name: string; amount: number; late?: boolean }

/** Parts of a whole, one under the other: what each is called, how long its bar is, how much it is. */
export function Shares({ label, shares }: { label: string; shares: Share[] }) {
  const largest = Math.max(1, ...shares.map(({ amount }) => amount))
  return (
    <Table aria-label={label} className="shares">
      <Table.Tbody>
        {shares.map(({ name, amount, late }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row">{name}</Table.Th>
            <Table.Td className="share">
              <span className={late ? 'late' : ''} style={{ width: `${(100 * amount) / largest}%` }} />
            </Table.Td>
            <Table.Td className="amount">{sayMoney(amount)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
