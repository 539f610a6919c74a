import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountNumber } from '../account-number.ts'
import { indexAccounts } from './account-index.ts'
import type { Account, Past } from './book.ts'
import { keysOf, type Paid } from './leads.ts'
import { match, usualSettings, type Match, type Settings } from './match.ts'
import { sayReason } from './reasons.ts'

const at = new Date('2026-03-01T09:00:00Z')
const own: Settings = { ...usualSettings, numbers: 'own' }
const hash = (phone: string) => phone.padStart(64, '0')

function account(serial: number, of: Partial<Account> = {}): Account {
  const phones = of.phones ?? [`2547${String(10_000_000 + serial * 7919).slice(-8)}`]
  const id = `a${serial}`
  const number = accountNumber(BigInt(serial) * 1_234_567n)
  const open = [{ invoiceId: `i${serial}`, due: BigInt(serial) * 1_700n + 5_000_00n }]
  return {
    id,
    number,
    name: null,
    customerName: `Customer${'QWXZKV'.charAt(serial % 6)} ${'BCDFG'.charAt(serial % 5)}NAME`,
    phones,
    phoneHashes: phones.map(hash),
    open,
    billedAt: at,
    ...of,
  }
}

const crowd = Array.from({ length: 500 }, (_, serial) => account(serial + 100))
const achieng = account(1, {
  customerName: 'Jane Achieng',
  name: 'Brian Achieng',
  phones: ['254712345126'],
  open: [{ invoiceId: 'i1', due: 12_500_00n }],
})
const kamau = account(2, {
  customerName: 'Peter Kamau',
  name: 'Faith Kamau',
  phones: ['254722000333'],
  open: [{ invoiceId: 'i2', due: 9_000_00n }],
})

function book(accounts: Account[], past: [string, Past[]][] = []) {
  const invoices = accounts.flatMap((one) =>
    one.open.map(({ invoiceId }) => ({
      account: one,
      invoiceId,
      number: { year: 2026, serial: BigInt(invoiceId.slice(1)) },
    })),
  )
  return indexAccounts({ accounts, invoices, past: new Map(past) })
}

function paid(typed: string, more: Partial<Paid> = {}): Paid {
  return { typed, phone: null, payerName: null, amount: 3_000_00n, at, ...more }
}

function found(
  payment: Paid,
  accounts = [achieng, kamau, ...crowd],
  settings = usualSettings,
  past: [string, Past[]][] = [],
) {
  return match(payment, book(accounts, past), settings)
}

function codes(one: Match): string[] {
  const best = one.kind === 'suggestions' ? one.candidates[0] : one.kind === 'certain' ? one : undefined
  return best?.reasons.map(({ code }) => code) ?? []
}

describe('one number of ours', () => {
  const { number } = achieng
  const wrong = `${number.slice(0, 3)}${number[3] === '2' ? '3' : '2'}${number.slice(4)}`

  test.each([
    number,
    number.toLowerCase(),
    `ACC ${number}`,
    `${number} BRIAN`,
    wrong,
    `${number[1]}${number[0]}${number.slice(2)}`,
    number.slice(1),
    number + number.at(-1),
  ])('typed as “%s” is certain with nothing else known', (typed) =>
    expect(found(paid(typed))).toMatchObject({ kind: 'certain', accountId: 'a1' }),
  )

  test('says why', () => {
    expect(codes(found(paid(wrong, { phone: '2547 ***** 126', payerName: 'JANE', amount: 12_500_00n })))).toEqual([
      'account_repaired',
      'phone_may_be_on_file',
      'name_agrees',
      'amount_owed',
    ])
    const one = found(paid(wrong))
    expect(one.kind === 'certain' && one.reasons.map(sayReason)[0]).toBe(
      `“${wrong}” is account ${number} with one wrong key`,
    )
  })

  test('with a right check character that nobody has leads nowhere', () => {
    expect(found(paid(accountNumber(77n)))).toEqual({ kind: 'nothing' })
  })

  test('that was typed whole is followed whoever pays and however careful the business; with a slip it is not', () => {
    const careful = { ...usualSettings, threshold: 1 }
    const neighbour = { phone: '254722000333', payerName: 'PETER KAMAU', amount: 9_000_00n }
    expect(found(paid(achieng.number, neighbour), undefined, careful)).toMatchObject({
      kind: 'certain',
      accountId: 'a1',
    })
    const slip = achieng.number.replace(/^./, (sign) => (sign === '2' ? '3' : '2'))
    expect(found(paid(slip, neighbour), undefined, careful).kind).toBe('suggestions')
  })

  test('of an account that is no longer billed waits, where others are', () => {
    const left = account(3, { open: [], billedAt: null, phones: [] })
    const mothers = { phone: '254712345126', payerName: 'JANE', amount: 12_500_00n }
    const school = [left, achieng, kamau, ...crowd]
    expect(found(paid(left.number), school).kind).toBe('suggestions')
    expect(found(paid(left.number, mothers), school)).toMatchObject({
      kind: 'suggestions',
      candidates: [{ accountId: 'a1' }, { accountId: 'a3' }],
    })
    const onlyCollects = school.map((one) => ({ ...one, open: [], billedAt: null }))
    expect(found(paid(left.number), onlyCollects)).toMatchObject({ kind: 'certain', accountId: 'a3' })
  })
})

test('an invoice number is certain, and names the invoice', () => {
  expect(found(paid('inv 2026 1', { amount: 12_500_00n }))).toMatchObject({ kind: 'nothing' })
  expect(found(paid('INV-2026-001', { amount: 12_500_00n }))).toMatchObject({
    kind: 'certain',
    accountId: 'a1',
    invoiceId: 'i1',
  })
})

describe('a number without a check character', () => {
  const pupils = ['1023', '1024', '4567'].map((number, place) => ({ ...account(place + 10), number }))
  const [first, second, third] = pupils as [Account, Account, Account]
  const school = [...pupils, ...crowd.map((one, place) => ({ ...one, number: `${6000 + place}` }))]

  test('that nobody has is never certain from the slip alone, and is with the phone', () => {
    expect(found(paid('4576'), school, own)).toMatchObject({
      kind: 'suggestions',
      candidates: [{ accountId: third.id }],
    })
    const phone = third.phones[0] ?? null
    expect(found(paid('4576', { phone }), school, own)).toMatchObject({ kind: 'certain', accountId: third.id })
  })

  test('that nobody has is not certain from the slip and the amount, however bold the business', () => {
    const amount = third.open[0]?.due ?? 0n
    const one = found(paid('4576', { amount }), school, { ...own, threshold: 0.9 })
    expect(one.kind === 'suggestions' && one.candidates[0]?.score).toBeGreaterThan(0.9)
  })

  test('waits when phone and amount say that its neighbour was meant', () => {
    const [phone = null] = second.phones
    const all = { phone, amount: second.open[0]?.due ?? 0n }
    // The more accounts there are, the more a phone says.
    const large = [
      ...school,
      ...Array.from({ length: 2000 }, (_, place) => ({ ...account(place + 700), number: `${20_000 + place}` })),
    ]
    const one = found(paid('1023', all), large, own)
    expect(one.kind === 'suggestions' && one.candidates[0]?.accountId).toBe(second.id)
    expect(one.kind === 'suggestions' && one.candidates[0]?.score).toBeGreaterThan(0.99)
  })

  test('waits when the phone says that its neighbour was meant', () => {
    const phone = second.phones[0] ?? null
    expect(found(paid('1023', { phone: first.phones[0] ?? null }), school, own)).toMatchObject({
      kind: 'certain',
      accountId: first.id,
    })
    expect(found(paid('1023', { phone }), school, own)).toMatchObject({ kind: 'suggestions' })
  })
})

describe('without a number', () => {
  const phone = '254712345126'
  const sister = account(5, {
    customerName: 'Jane Achieng',
    name: 'Mary Achieng',
    phones: [phone],
    open: [{ invoiceId: 'i5', due: 8_000_00n }],
  })

  test('a phone alone is a suggestion', () => {
    expect(found(paid('FEES', { phone }))).toMatchObject({ kind: 'suggestions', candidates: [{ accountId: 'a1' }] })
  })

  test('a phone of one account, its name and the very amount are certain', () => {
    expect(found(paid('FEES', { phone, payerName: 'JANE', amount: 12_500_00n }))).toMatchObject({
      kind: 'certain',
      accountId: 'a1',
    })
    expect(found(paid('FEES', { phone: hash(phone), payerName: 'JANE', amount: 12_500_00n }))).toMatchObject({
      kind: 'certain',
    })
  })

  test('a phone of two accounts is never certain, whatever the amount', () => {
    const one = found(paid('FEES', { phone, payerName: 'JANE', amount: 12_500_00n }), [
      achieng,
      sister,
      kamau,
      ...crowd,
    ])
    expect(one).toMatchObject({ kind: 'suggestions', candidates: [{ accountId: 'a1' }, { accountId: 'a5' }] })
  })

  test('a typed phone of two accounts is not certain by the amount, however bold the business', () => {
    const one = found(paid(phone, { phone, amount: 12_500_00n }), [achieng, sister, kamau, ...crowd], {
      ...usualSettings,
      threshold: 0.9,
    })
    expect(one.kind === 'suggestions' && one.candidates[0]?.score).toBeGreaterThan(0.9)
  })

  test('a mask is never certain, whatever the name and the amount', () => {
    expect(found(paid('FEES', { phone: '2547 ***** 126', payerName: 'JANE', amount: 12_500_00n })).kind).toBe(
      'suggestions',
    )
  })

  test('a whole name is a suggestion, and with the phone certain', () => {
    expect(found(paid('Brian Achieng'))).toMatchObject({ kind: 'suggestions', candidates: [{ accountId: 'a1' }] })
    expect(found(paid('Brian Achieng', { phone }))).toMatchObject({ kind: 'certain', accountId: 'a1' })
  })

  test('a typed phone of one account, that also paid, is certain', () => {
    expect(found(paid('0712345126', { phone }))).toMatchObject({ kind: 'certain', accountId: 'a1' })
  })

  test('nobody is guessed', () => {
    expect(found(paid('ASDF'))).toEqual({ kind: 'nothing' })
    expect(found(paid(''))).toEqual({ kind: 'nothing' })
  })
})

describe('what a clerk chose', () => {
  const stranger = { phone: '254799999999', payerName: 'GRACE' }
  const key = 'phone 254799999999'
  const choice = (ago: number, tidy = 'HOUSE7B'): Past => ({
    accountId: 'a2',
    at: new Date(at.getTime() - ago * 86_400_000),
    tidy,
    by: 'clerk',
  })

  test('is certain the next time the same payer types the same', () => {
    expect(found(paid('HOUSE 7B', stranger), undefined, usualSettings, [])).toEqual({ kind: 'nothing' })
    const one = found(paid('house 7b', stranger), undefined, usualSettings, [[key, [choice(30)]]])
    expect(one).toMatchObject({ kind: 'certain', accountId: 'a2' })
    expect(codes(one)).toEqual(
      ['remembered', 'phone_not_on_file', 'paid_before', 'name_differs'].filter((code) => code !== 'phone_not_on_file'),
    )
  })

  test('of words that may mean the other child is never certain, however often', () => {
    const sister = account(5, { phones: ['254722000333'] })
    const often = Array.from({ length: 40 }, (_, day) => choice(day + 1, 'FEES'))
    const look = (phone: string, all: Account[], key: string) =>
      found(paid('FEES', { phone, payerName: 'PETER', amount: 9_000_00n }), all, usualSettings, [[key, often]])
    const family = look('254722000333', [achieng, kamau, sister, ...crowd], 'phone 254722000333')
    const masked = look('2547 ***** 333', [achieng, kamau, ...crowd], 'mask 2547*333 PETER')
    for (const one of [family, masked]) {
      expect(one).toMatchObject({ kind: 'suggestions', candidates: [{ accountId: 'a2' }] })
      expect(one.kind === 'suggestions' && one.candidates[0]?.score).toBeGreaterThan(0.99)
    }
  })

  test('is a suggestion when something else is typed, and nothing after 400 days or before it was made', () => {
    const look = (ago: number) => found(paid('FEES', stranger), undefined, usualSettings, [[key, [choice(ago)]]]).kind
    expect([look(30), look(401), look(-1)]).toEqual(['suggestions', 'nothing', 'nothing'])
  })
})

describe('always', () => {
  const typed = fc.oneof(
    fc.constantFrom(
      ...crowd.slice(0, 40).map(({ number }) => number),
      'FEES',
      'JANE',
      '0712345126',
      '',
      'INV-2026-110',
    ),
    fc.string({ unit: fc.constantFrom(...'234679CDFGHJKM '), maxLength: 9 }),
    fc
      .tuple(fc.constantFrom(...crowd.slice(0, 40)), fc.nat(6), fc.constantFrom(...'2346O0S'))
      .map(([{ number }, place, sign]) => number.slice(0, place) + sign + number.slice(place + 1)),
  )
  const payment = fc.record({
    typed,
    phone: fc.constantFrom(null, '2547 ***** 126', ...crowd.slice(0, 40).flatMap(({ phones }) => phones)),
    payerName: fc.constantFrom(null, 'JANE', 'CUSTOMERQ', 'BNAME'),
    amount: fc.constantFrom(3_000_00n, ...crowd.slice(0, 40).flatMap(({ open }) => open.map(({ due }) => due))),
    at: fc.constant(at),
  })
  const settings = fc.constantFrom(usualSettings, own, { ...usualSettings, numbers: 'both' as const, threshold: 0.3 })

  test('two accounts that all facts fit alike are never certain', () => {
    fc.assert(
      fc.property(payment, settings, (one, how) => {
        const twins = crowd.slice(0, 60).flatMap((original) => [original, { ...original, id: `${original.id} twin` }])
        expect(match(one, book(twins), how).kind).not.toBe('certain')
      }),
      { numRuns: 300 },
    )
  })

  test('accounts that have nothing to do with a payment never make it certainly another’s', () => {
    const strangers = Array.from({ length: 3000 }, (_, serial) =>
      account(serial + 5000, { phones: [], customerName: null, open: [{ invoiceId: `i${serial + 5000}`, due: 7n }] }),
    )
    const small = book([achieng, kamau, ...crowd.slice(0, 60)])
    const large = book([...strangers, achieng, kamau, ...crowd.slice(0, 60)])
    let certain = 0
    fc.assert(
      fc.property(payment, settings, (one, how) => {
        const before = match(one, small, how)
        const after = match(one, large, how)
        if (before.kind !== 'certain' || after.kind !== 'certain') return
        certain++
        expect(after.accountId).toBe(before.accountId)
      }),
      { numRuns: 300 },
    )
    expect(certain).toBeGreaterThan(50)
  })

  test('spaces, dashes and case do not matter, nor the order of the accounts, nor asking again', () => {
    const twins = crowd.slice(0, 20).map((one) => ({ ...one, id: `${one.id} twin` }))
    const accounts = [achieng, kamau, ...crowd.slice(0, 60), ...twins]
    fc.assert(
      fc.property(payment, settings, (one, how) => {
        const plain = { ...one, typed: one.typed.replaceAll(' ', '') }
        const once = match(plain, book(accounts), how)
        expect(match(plain, book(accounts.toReversed()), how)).toEqual(once)
        if (!/\d/.test(plain.typed)) return
        const loose = { ...plain, typed: ` ${[...plain.typed.toLowerCase()].join('-')}. ` }
        const again = match(loose, book(accounts), how)
        expect([again.kind, again.kind === 'certain' && again.accountId]).toEqual([
          once.kind,
          once.kind === 'certain' && once.accountId,
        ])
      }),
      { numRuns: 300 },
    )
  })

  test('what will be asked is said beforehand', () => {
    fc.assert(
      fc.property(payment, settings, (one, how) => {
        const keys = keysOf(one, how)
        const all = [achieng, kamau, ...crowd.slice(0, 60)]
        const whole = book(all)
        const { invoices, numbers, phone, names } = keys.reference
        const rows = new Set([
          ...whole.withNumbers(numbers.keys()),
          ...whole.withInvoices(invoices.map(({ number }) => number)).map(({ account: billed }) => billed),
          ...(keys.phone ? whole.withPhone(keys.phone) : []),
          ...(phone ? whole.withPhone({ kind: 'full', phone }) : []),
          ...whole.withNames(names),
          ...whole.owing(one.amount, keys.names),
        ])
        const words = [...names, ...keys.names]
        const counts = {
          accounts: whole.size,
          billed: whole.billed,
          named: new Map(
            all
              .flatMap((a) => [...`${a.customerName} ${a.name}`.toUpperCase().split(' '), ...words])
              .map((word) => [word, whole.countNamed(word)]),
          ),
          owing: new Map([[one.amount, whole.countOwing(one.amount)]]),
        }
        const invoicesOf = [...rows].flatMap((a) =>
          a.open.map(({ invoiceId }) => ({
            account: a,
            invoiceId,
            number: { year: 2026, serial: BigInt(invoiceId.slice(1)) },
          })),
        )
        const fetched = indexAccounts({ accounts: [...rows], invoices: invoicesOf, past: new Map(), counts })
        expect(match(one, fetched, how)).toEqual(match(one, whole, how))
      }),
      { numRuns: 200 },
    )
  })
})
