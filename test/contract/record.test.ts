import { expect, test } from 'vitest'
import { writeExamples } from './record.ts'
import { takeWalk } from './take-walk.ts'

test('whoever records the examples, and whenever, records the same bytes', { timeout: 300_000 }, async () => {
  const recorded: string[] = []
  const addresses: string[] = []
  for (let time = 0; time < 2; time++) {
    const { w, walked } = await takeWalk()
    addresses.push(w.ctx.publicUrl)
    recorded.push(writeExamples(walked, {}, {}, w.ctx.publicUrl))
    await w.end()
  }
  expect(addresses[0], 'each time at another port').not.toBe(addresses[1])
  const [first = '', second] = recorded
  expect(first.length).toBeGreaterThan(50_000)
  expect(second === first ? null : differenceOf(first, second ?? '')).toBeNull()
})

/** Where two texts part, for whoever has to find out why. */
function differenceOf(one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  return `${one.slice(Math.max(0, at - 200), at + 100)}\n… or …\n${other.slice(Math.max(0, at - 200), at + 100)}`
}
