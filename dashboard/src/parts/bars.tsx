import { sayMoney } from './money.tsx'

export type Bar = { label: string; amount: number }

/** Amounts side by side: how much, against the largest. A screen reader hears each; a finger or a mouse shows it. */
export function Bars({ label, bars }: { label: string; bars: Bar[] }) {
  const largest = Math.max(1, ...bars.map(({ amount }) => amount))
  return (
    <ul className="bars" aria-label={label}>
      {bars.map(({ label, amount }) => (
        <li key={label} title={`${label}: ${sayMoney(amount)}`}>
          <span className="bar" style={{ height: `${Math.max(amount === 0 ? 0 : 2, (100 * amount) / largest)}%` }} />
          <span className="visually-hidden">
            {label}: {sayMoney(amount)}
          </span>
        </li>
      ))}
    </ul>
  )
}
