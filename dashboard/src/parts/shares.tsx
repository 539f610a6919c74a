import { sayMoney } from './money.tsx'

export type Share = { name: string; amount: number; late?: boolean }

/** Parts of a whole, one under the other: what each is called and how much it is, over a bar as long as that. */
export function Shares({ label, shares }: { label: string; shares: Share[] }) {
  const largest = Math.max(1, ...shares.map(({ amount }) => amount))
  return (
    <ul aria-label={label} className="shares">
      {shares.map(({ name, amount, late }) => (
        <li key={name}>
          <span>{name}</span>
          <span className="amount">{sayMoney(amount)}</span>
          <span className={late ? 'share late' : 'share'} style={{ width: `${(100 * amount) / largest}%` }} />
        </li>
      ))}
    </ul>
  )
}
