import { randomBytes } from 'node:crypto'

/** Numbers in [0, 1). */
export type Chance = () => number

/** The same seed gives the same numbers, so that a run with chosen troubles can be had again. */
export function seededChance(seed: number): Chance {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = a
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Without a seed nothing repeats, not even after a crash that lost the last saved state: receipts stay unique. */
export function freshChance(): Chance {
  return () => randomBytes(4).readUInt32BE() / 4_294_967_296
}
