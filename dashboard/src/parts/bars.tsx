import { spokenLanguage } from '../words/say.ts'
import { sayMoney } from './money.tsx'

export type Bar = { label: string; amount: number }

/** Amounts side by side, from the first to the last: how much each is stands at lines that one can read it by. */
export function Bars({ label, bars }: { label: string; bars: Bar[] }) {
  const top = roundedUp(Math.max(1, ...bars.map(({ amount }) => amount)))
  const short = new Intl.NumberFormat(spokenLanguage() === 'sw' ? 'sw-KE' : 'en-GB', { notation: 'compact' })
  return (
    <div className="chart">
      <div aria-hidden="true" className="chart-lines">
        {[1, 0.5, 0].map((part) => (
          <span key={part} style={{ top: 8 + 160 * (1 - part) }}>
            {short.format(top * part)}
          </span>
        ))}
      </div>
      <ul className="bars" aria-label={label} style={{ gap: bars.length > 60 ? 0 : 2 }}>
        {bars.map(({ label, amount }) => (
          <li key={label}>
            <span className="bar" style={{ height: `${Math.max(amount === 0 ? 0 : 1, (100 * amount) / top)}%` }} />
            <span className="bar-tip">
              {label}: {sayMoney(amount)}
            </span>
          </li>
        ))}
      </ul>
      <div aria-hidden="true" className="chart-ends">
        <span>{bars[0]?.label}</span>
        {bars.length > 1 && <span>{bars.at(-1)?.label}</span>}
      </div>
    </div>
  )
}

/** The next round figure above, such that half of it is round too. */
function roundedUp(amount: number): number {
  const ten = 10 ** Math.floor(Math.log10(amount))
  return ([1, 2, 3, 4, 5, 6, 8].find((step) => step * ten >= amount) ?? 10) * ten
}
