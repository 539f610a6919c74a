import { accountNumber } from '../domain/src/account-number.ts'
import { writeNumber } from '../domain/src/invoice.ts'
import type { Account, Billed } from '../domain/src/matching/book.ts'
import type { Paid } from '../domain/src/matching/leads.ts'
import { newFirstName, newPhone, newSurname, sha256, type Dice, type Family, type World } from './matching-book.ts'
import { doubled, dropped, lookAlikes, swapped, wrongKey } from './matching-slips.ts'

/**
 * The error model: how many payments in a hundred are typed in which way. These shares are an assumption (nobody has
 * published any), so the results are printed for each of them and can be weighed otherwise.
 */
export const shares = {
  exact: 67.2,
  'lower case': 6,
  'spaces or dashes': 5,
  'words around it': 5,
  'name added': 2.5,
  'wrong key': 1.6,
  'look-alikes': 1.2,
  'two keys swapped': 1,
  'key left out': 0.9,
  'key pressed twice': 0.7,
  'two slips': 0.3,
  'invoice number': 2.6,
  'wrong key in invoice': 0.2,
  'name instead': 1.3,
  'phone instead': 0.9,
  'only words': 0.8,
  nonsense: 0.3,
  'sibling’s number': 0.8,
  'own old number': 0.5,
  'predecessor’s number': 0.2,
  'nobody: nonsense': 0.2,
  'nobody: other paybill': 0.5,
  'nobody: not our number': 0.3,
}
export type Kind = keyof typeof shares

/** `truth`: the account it belongs to, or null if to none here. A number that exists and was typed whole is the truth. */
export type Labelled = { kind: Kind; paid: Paid; truth: Account | null }

export function makePayment(world: World, dice: Dice, at: Date, newest: Map<Account, Billed>): Labelled {
  const kind = dice.weighted(shares)
  const { account, family } = whoPays(world, dice)
  const meant = meantBy(kind, world, dice, account, family)
  const nobody = kind.startsWith('nobody')
  const payer = nobody ? unknownPayer(world, dice) : payerOf(meant.family, world, dice)
  // Who helps out types the phone of the family, not the own one.
  const phone = meant.family.phones.length > 0 && payer.helps ? (meant.family.phones[0] as string) : payer.phone
  const paid = {
    typed: meant.typed ?? typedAs(kind, meant.account, meant.family, phone, dice, newest).slice(0, 20),
    phone: reported(payer.phone, dice),
    payerName: nameTold(payer, dice),
    amount: nobody ? BigInt(50 * (1 + dice.below(400))) * 100n : amountOf(meant.account, meant.family, dice),
    at,
  }
  return { kind, paid, truth: nobody ? null : meant.account }
}

function nameTold({ firstName, surname }: Payer, dice: Dice): string | null {
  const told = dice.weighted({ first: 85, full: 5, none: 10 })
  return told === 'none' ? null : told === 'full' ? `${firstName} ${surname}` : firstName
}

/** Somebody who owes something, nine times in ten; the others pay in advance. */
function whoPays(world: World, dice: Dice): World['living'][number] {
  const inAdvance = dice.chance(0.1)
  for (let tries = 0; tries < 20; tries++) {
    const one = dice.one(world.living)
    if (inAdvance || one.account.open.length > 0) return one
  }
  return dice.one(world.living)
}

type Meant = { account: Account; family: Family; typed?: string }

function meantBy(kind: Kind, world: World, dice: Dice, account: Account, family: Family): Meant {
  if (kind === 'own old number' || kind === 'predecessor’s number') {
    const {
      account: old,
      family: leaver,
      heir,
    } = dice.one(world.closed.filter((one) => (kind === 'own old number') === one.family.accounts.includes(one.heir)))
    if (kind === 'own old number') return { account: old, family: leaver, typed: old.number }
    const heirs = world.families.find(({ accounts }) => accounts.includes(heir)) as Family
    return { account: heir, family: heirs, typed: old.number }
  }
  if (kind === 'sibling’s number') {
    // Paid for one child, typed another's number: the number is what counts, and the parent may have it moved.
    const many = dice.one(world.families.filter(({ accounts }) => accounts.length > 1))
    const typed = dice.one(many.accounts)
    return { account: typed, family: many, typed: typed.number }
  }
  return { account, family }
}

function typedAs(
  kind: Kind,
  account: Account,
  family: Family,
  phone: string,
  dice: Dice,
  newest: Map<Account, Billed>,
): string {
  const { number } = account
  const billed = newest.get(account)
  switch (kind) {
    case 'lower case':
      return number.toLowerCase()
    case 'spaces or dashes':
      return dice.one([
        `${number.slice(0, 3)} ${number.slice(3)}`,
        ` ${number}`,
        `${number.slice(0, 2)}-${number.slice(2)}`,
        `${number}.`,
        [...number].join(' '),
      ])
    case 'words around it':
      return dice.one([
        `ACC ${number}`,
        `A/C ${number}`,
        `acc${number}`,
        `FEES ${number}`,
        `${number} fees`,
        `Acc no. ${number}`,
        `INV ${number}`,
        `${number} TERM 2`,
        `rent ${number}`,
        `${number} JUNE`,
      ])
    case 'name added':
      return dice.one([
        `${number} ${words(account.name)[0]}`,
        `${words(account.name)[0]} ${number}`,
        `${number}${words(account.name)[0]}`,
      ])
    case 'wrong key':
      return wrongKey(number, dice)
    case 'look-alikes':
      return lookAlikes(number, dice)
    case 'two keys swapped':
      return swapped(number, dice)
    case 'key left out':
      return dropped(number, dice)
    case 'key pressed twice':
      return doubled(number, dice)
    case 'two slips':
      return dice.one([wrongKey, swapped, dropped])(dice.one([wrongKey, swapped, doubled])(number, dice), dice)
    case 'invoice number':
      return billed
        ? dice.one([
            writeNumber(billed.number),
            writeNumber(billed.number).replaceAll('-', ''),
            writeNumber(billed.number).toLowerCase().replaceAll('-', ' '),
          ])
        : number
    case 'wrong key in invoice':
      return billed ? `INV-2026-${wrongKey(String(billed.number.serial).padStart(3, '0'), dice)}` : number
    case 'name instead':
      return dice.one([
        account.name ?? '',
        `${account.name} FEES`,
        words(account.name)[0] ?? '',
        `${family.firstName} ${family.surname}`,
      ])
    case 'phone instead':
      return dice.one([phone, `0${phone.slice(3)}`])
    case 'only words':
      return dice.one(['FEES', 'SCHOOL FEES', 'fees', 'RENT', 'PAYMENT', 'TERM 2', 'ACCOUNT', ''])
    case 'nonsense':
    case 'nobody: nonsense':
      return dice.one([
        'ASDF',
        '1',
        '0000',
        'XYZ123',
        'TEST',
        '12345',
        'HELLO',
        `${newFirstName(dice)} SHOP`,
        'LOAN',
        '777',
      ])
    case 'nobody: other paybill':
      return Array.from({ length: 6 + dice.below(6) }, () => dice.below(10)).join('')
    case 'nobody: not our number':
      return accountNumber(BigInt(dice.below(2 ** 31)) * 31n + 5n)
    case 'exact':
    case 'sibling’s number':
    case 'own old number':
    case 'predecessor’s number':
      return number
  }
}

function words(name: string | null): string[] {
  return (name ?? '').split(' ')
}

type Payer = { firstName: string; surname: string; phone: string; helps: boolean }

/** Mostly the customer's own phone; else a relative's, a stranger's, or that of another customer (a neighbour helps out). */
function payerOf({ firstName, surname, phones, relative }: Family, world: World, dice: Dice): Payer {
  const who = dice.weighted({ own: 82, relative: 12, stranger: 4, neighbour: 2 })
  const other = dice.one(world.families)
  if (who === 'own' && phones[0])
    return { firstName, surname, phone: dice.chance(0.85) ? phones[0] : dice.one(phones), helps: false }
  if (who === 'neighbour' && other.phones[0]) return { ...other, phone: other.phones[0], helps: true }
  if (who === 'stranger')
    return { firstName: newFirstName(dice), surname: newSurname(dice), phone: newPhone(dice), helps: true }
  return { ...relative, helps: false }
}

/** Who pays to the wrong Paybill: mostly a stranger; one in ten is a customer who meant to pay somebody else. */
function unknownPayer(world: World, dice: Dice): Payer {
  const { firstName, surname, phones } = dice.one(world.families)
  if (phones[0] && dice.chance(0.1)) return { firstName, surname, phone: phones[0], helps: false }
  return { firstName: newFirstName(dice), surname: newSurname(dice), phone: newPhone(dice), helps: false }
}

function reported(phone: string, dice: Dice): string | null {
  const how = dice.weighted({ masked: 60, hashed: 25, full: 10, absent: 5 })
  if (how === 'absent') return null
  if (how === 'full') return phone
  return how === 'hashed' ? sha256(phone) : `${phone.slice(0, 4)} ***** ${phone.slice(-3)}`
}

/** Cents. What is owed; a part of it; one sum for all children; more than is owed. */
function amountOf(account: Account, family: Family, dice: Dice): bigint {
  const due = account.open.reduce((sum, one) => sum + one.due, 0n)
  const ofAll = family.accounts.flatMap(({ open }) => open).reduce((sum, one) => sum + one.due, 0n)
  const round = BigInt(500 * (1 + dice.below(30))) * 100n
  if (due === 0n) return round
  const kind = dice.weighted({ whole: 66, part: 20, merged: 6, more: 8 })
  if (kind === 'part') return round < due ? round : due / 200n > 0n ? (due / 200n) * 100n : due
  if (kind === 'merged') return ofAll
  return kind === 'more' ? due + round : due
}
