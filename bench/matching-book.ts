import { createHash } from 'node:crypto'
import { accountNumber } from '../domain/src/account-number.ts'
import type { Account, Billed } from '../domain/src/matching/book.ts'

/** Chance from a seed (mulberry32): the same seed gives the same book and the same payments. */
export class Dice {
  #state: number
  constructor(seed: number) {
    this.#state = seed >>> 0
  }
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }
  chance(share: number): boolean {
    return this.next() < share
  }
  one<T>(of: readonly T[]): T {
    return of[this.below(of.length)] as T
  }
  /** The front of the list far more often than its end, as with names. */
  skewed<T>(of: readonly T[]): T {
    return of[Math.floor(this.next() ** 1.7 * of.length)] as T
  }
  weighted<K extends string>(shares: Record<K, number>): K {
    const all = Object.entries(shares) as [K, number][]
    let rest = this.next() * all.reduce((sum, [, share]) => sum + share, 0)
    for (const [kind, share] of all) if ((rest -= share) < 0) return kind
    return (all.at(-1) as [K, number])[0]
  }
}

export type Family = {
  firstName: string
  surname: string
  phones: string[]
  /** Somebody who pays now and then and whose phone nobody told the business. */
  relative: { firstName: string; surname: string; phone: string }
  accounts: Account[]
}
export type World = {
  families: Family[]
  /** Accounts that still get invoices. */
  living: { account: Account; family: Family; feeShillings: number }[]
  /** Accounts whose pupil or tenant left: nothing is billed any more. */
  closed: { account: Account; family: Family; heir: Account }[]
  accounts: Account[]
  billed: Billed[]
}

const firstNames = 'MARY JOHN GRACE PETER JANE JAMES FAITH DAVID MERCY JOSEPH ANN DANIEL ESTHER SAMUEL RUTH PAUL LUCY STEPHEN CAROLINE FRANCIS JOYCE GEORGE MARGARET KELVIN CATHERINE BRIAN ELIZABETH DENNIS SUSAN MICHAEL AGNES ALICE VICTOR BEATRICE PATRICK NANCY SIMON LILIAN ISAAC WINNIE MOSES SARAH COLLINS EUNICE ROBERT IRENE AMINA MOHAMED FATUMA HASSAN ZAINAB ABDI HALIMA OMAR SHARON EVANS VIOLET ERIC DIANA FELIX PURITY KENNEDY RACHEL EDWIN MILLICENT CHARLES JACKLINE TITUS PAULINE ALEX TABITHA WYCLIFFE MAUREEN HILLARY JUDITH NICHOLAS CHRISTINE ELIJAH'.split(' ') // prettier-ignore
const surnames = 'OTIENO MWANGI KAMAU WANJIKU ACHIENG ODHIAMBO NJOROGE KIPRONO CHEBET MUTUA KARIUKI OCHIENG WAMBUI KIMANI OMONDI MUTHONI KOECH KIPTOO NYAMBURA MAINA ONYANGO WAWERU ATIENO CHERUIYOT NJERI KIBET OUMA MUMO WAIRIMU ROTICH MUSYOKA OKOTH GITAU WANJALA SIMIYU BARASA ADHIAMBO LANGAT MACHARIA NDUNGU KIPCHUMBA AWUOR MBUGUA HUSSEIN JUMA ALI WEKESA KILONZO NZIOKI MOGAKA NYABUTO OMWENGA MWENDE KIOKO MUTISO WACHIRA GICHURU KARANJA NDERITU SANG TANUI LAGAT BETT KORIR'.split(' ') // prettier-ignore

/** 5,000 accounts of 4,200 customers: who has two, three or four children, who shares a phone, who left. */
export function makeWorld(dice: Dice, numbers: 'checked' | 'own', size = { customers: 4200, accounts: 5000 }): World {
  const families = Array.from({ length: size.customers }, () => makeFamily(dice))
  for (const family of families) {
    if (dice.chance(0.03)) family.phones = [...(dice.one(families).phones.slice(0, 1) ?? []), ...family.phones.slice(1)]
    if (dice.chance(0.04)) family.phones = []
  }
  const nextNumber = numbers === 'checked' ? checkedNumbers(dice) : admissionNumbers(dice)
  const owners = [
    ...families,
    ...Array.from({ length: size.accounts - size.customers }, () => dice.one(families.slice(0, 600))),
  ]
  const world: World = { families, living: [], closed: [], accounts: [], billed: [] }
  for (const family of owners) {
    const account = makeAccount(dice, family, `a${world.accounts.length}`, nextNumber())
    family.accounts.push(account)
    world.accounts.push(account)
  }
  for (const family of families) {
    for (const [place, account] of family.accounts.entries()) {
      const heir =
        place === 0 && dice.chance(0.03) ? (family.accounts[1] ?? dice.one(dice.one(families).accounts)) : null
      if (heir && heir !== account) world.closed.push({ account, family, heir })
      else world.living.push({ account, family, feeShillings: feeOf(dice) })
    }
  }
  return world
}

/** Bills every living account again: most the fee of their class, some another amount. Cents do not occur. */
export function bill(world: World, dice: Dice, at: Date): void {
  for (const { account, feeShillings } of world.living) {
    const shillings = dice.chance(0.2) ? 500 + 50 * dice.below(600) : feeShillings
    const invoiceId = `i${world.billed.length + 1}`
    account.billedAt = at
    account.open.push({ invoiceId, due: BigInt(shillings) * 100n })
    world.billed.push({ account, invoiceId, number: { year: 2026, serial: BigInt(world.billed.length + 1) } })
  }
}

export function newPhone(dice: Dice): string {
  return `254${dice.chance(0.85) ? 7 : 1}${String(dice.below(100_000_000)).padStart(8, '0')}`
}

export function newFirstName(dice: Dice): string {
  return dice.skewed(firstNames)
}

export function newSurname(dice: Dice): string {
  return dice.skewed(surnames)
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function makeFamily(dice: Dice): Family {
  const surname = dice.skewed(surnames)
  const phones = dice.chance(0.25) ? [newPhone(dice), newPhone(dice)] : [newPhone(dice)]
  const relative = {
    firstName: dice.skewed(firstNames),
    surname: dice.chance(0.6) ? surname : dice.skewed(surnames),
    phone: newPhone(dice),
  }
  return { firstName: dice.skewed(firstNames), surname, phones, relative, accounts: [] }
}

function makeAccount(dice: Dice, family: Family, id: string, number: string): Account {
  const { firstName, surname, phones } = family
  const name = `${dice.skewed(firstNames)} ${dice.chance(0.8) ? surname : dice.skewed(surnames)}`
  return {
    id,
    number,
    name,
    customerName: `${firstName} ${surname}`,
    phones,
    phoneHashes: phones.map(sha256),
    open: [],
    billedAt: null,
  }
}

function checkedNumbers(dice: Dice): () => string {
  const given = new Set<string>()
  return () => {
    let number = ''
    do number = accountNumber(BigInt(dice.below(2 ** 31)) * 77n)
    while (given.has(number))
    given.add(number)
    return number
  }
}

/** Admission numbers: in a row with gaps, four and five digits, no check character. */
function admissionNumbers(dice: Dice): () => string {
  let last = 6000
  return () => String((last += dice.chance(0.85) ? 1 : 2 + dice.below(9)))
}

function feeOf(dice: Dice): number {
  return dice.one([8_500, 9_200, 10_000, 11_500, 12_500, 14_000, 15_000, 18_500, 22_000, 27_500])
}
