import { describe, expect, test } from 'vitest'
import { claimLivesMs, foldReceipt, judgeClaim, nextClaimLookAt, readClaim, type ClaimFacts } from './claim.ts'

describe('readClaim', () => {
  test.for([
    ['as it is printed', 'SGL31HA2AB'],
    ['in lower case', 'sgl31ha2ab'],
    ['with spaces, dashes and dots', ' SGL3-1HA 2AB. '],
    ['over two lines', 'SGL31\nHA2AB'],
    ['of which the letters were read as digits', '0IC31HA2AB', 'OIC31HA2AB'],
    ['without a digit', 'SGLAAHABAB'],
  ])('a code %s', ([, typed, receipt]) => {
    expect(readClaim(typed ?? '')).toEqual({
      receipt: receipt ?? (typed === 'SGLAAHABAB' ? typed : 'SGL31HA2AB'),
      amount: null,
      paidAt: null,
    })
  })

  const at = new Date('2031-03-01T08:15:00Z')
  test.for([
    [
      'to a Paybill, in English',
      'SGL31HA2AB Confirmed. Ksh1,000.00 sent to MWANGAZA ACADEMY for account K7NV3YX on 1/3/31 at 11:15 AM New M-PESA balance is Ksh499,000.00. Transaction cost, Ksh23.00.Amount you can transact within the day is 499,000.00.',
      100_000n,
      at,
    ],
    [
      'to a till, with nothing between the words',
      'SGL31HA2AB Confirmed.Ksh500.00 paid to JIRANI STORES. on 1/3/31 at 11:15 AM.New M-PESA balance is Ksh20.00.',
      50_000n,
      at,
    ],
    [
      'in the evening, with the whole year',
      'Sgl31ha2ab confirmed. KES 50 sent on 01/03/2031 at 9:05 PM',
      5_000n,
      new Date('2031-03-01T18:05:00Z'),
    ],
    [
      'at noon and midnight',
      'SGL31HA2AB Confirmed. Ksh7.50 sent on 1/3/31 at 12:00 AM',
      750n,
      new Date('2031-02-28T21:00:00Z'),
    ],
    [
      'in Kiswahili',
      'SGL31HA2AB Imethibitishwa. Ksh1,000.00 imetumwa kwa MWANGAZA ACADEMY kwa akaunti K7NV3YX tarehe 1/3/31 saa 11:15 AM. Salio lako la M-PESA ni Ksh499,000.00.',
      100_000n,
      at,
    ],
    [
      'in Kiswahili, written otherwise',
      'SGL31HA2AB imethibitishwa umelipa Ksh1,000.00 kwa MWANGAZA ACADEMY mnamo 1/3/31 saa 11:15 AM. Baki yako ya M-PESA ni ksh20.00',
      100_000n,
      at,
    ],
    ['forwarded, with words before it', 'Fwd: I paid, 0722123456: SGL31HA2AB Confirmed. Ksh10.00 sent', 1_000n, null],
    ['cut off', 'code is SGL31HA2AB thanks', null, null],
    ['on a day that there is not', 'SGL31HA2AB Confirmed. Ksh10.00 sent on 31/2/31 at 11:15 AM', 1_000n, null],
    ['at an hour that there is not', 'SGL31HA2AB Confirmed. Ksh10.00 sent on 1/3/31 at 13:75 PM', 1_000n, null],
  ] as const)('a message %s', ([, text, amount, paidAt]) => {
    expect(readClaim(text)).toEqual({ receipt: 'SGL31HA2AB', amount, paidAt })
  })

  test.for([
    '',
    'I paid',
    '0722123456',
    'SGL31HA2A',
    'SGL31HA2ABC',
    '12L31HA2AB',
    'Ksh1,000.00',
    'ŚGL31HA2AB',
    'x'.repeat(1000),
  ])('says of %j that there is no code in it', (text) => expect(readClaim(text)).toBeNull())
})

test('signs that are read as each other are one sign', () => {
  expect(foldReceipt('OIL31hA2o0')).toBe('01131HA200')
  expect(foldReceipt('SGL3IHA2AB')).toBe(foldReceipt('SGL31HA2AB'))
  expect(foldReceipt('SGL31HA2AB')).not.toBe(foldReceipt('SGL31HA2AC'))
})

describe('judgeClaim', () => {
  const facts: ClaimFacts = {
    claimed: null,
    amount: 1000_00n,
    here: 0n,
    onAccount: 0n,
    unmatched: 1000_00n,
    phoneKnown: false,
    takenOff: false,
    owed: [1000_00n, 1000_00n],
  }
  test.for([
    ['of exactly what is owed', {}, 'apply'],
    ['of what is owed, cents made whole', { owed: [999_40n, 999_40n] }, 'apply'],
    ['of the instalment that is due', { owed: [1000_00n, 3000_00n] }, 'apply'],
    ['of all instalments together', { owed: [400_00n, 1000_00n] }, 'apply'],
    ['of what a clerk took off the bill', { takenOff: true, phoneKnown: true }, 'suggested'],
    ['of less, from the customer’s phone', { owed: [2000_00n, 2000_00n], phoneKnown: true }, 'apply'],
    ['of less, from a phone that nobody knows', { owed: [2000_00n, 2000_00n] }, 'suggested'],
    ['whose message says another amount', { claimed: 900_00n, phoneKnown: true }, 'suggested'],
    ['whose message says the same amount', { claimed: 1000_00n }, 'apply'],
    ['for a bill that takes no money', { owed: [], phoneKnown: true }, 'suggested'],
    ['for a bill of nothing', { owed: [0n, 0n] }, 'suggested'],
    ['for a paid bill, from the customer’s phone', { owed: [0n, 0n], phoneKnown: true }, 'apply'],
    ['of a payment that pays this bill', { here: 400_00n, unmatched: 0n }, 'applied'],
    ['of a payment on the same account', { onAccount: 1000_00n, unmatched: 0n }, 'known'],
    ['of a payment of somebody else', { unmatched: 0n, phoneKnown: true }, 'waiting'],
  ] as [string, Partial<ClaimFacts>, string][])('a claim %s is judged', ([, change, verdict]) => {
    expect(judgeClaim({ ...facts, ...change })).toBe(verdict)
  })
})

test('is looked for after a minute, then twice as late each time, and for the last time after three days', () => {
  const made = new Date('2031-03-01T08:15:00Z')
  const looks: number[] = []
  for (let at = made; looks.length < 50;) {
    const next = nextClaimLookAt(made, at)
    if (next.getTime() === at.getTime()) break
    looks.push((next.getTime() - made.getTime()) / 60_000)
    at = next
  }
  expect(looks.slice(0, 5)).toEqual([1, 2, 4, 8, 16])
  expect(looks.at(-1)).toBe(claimLivesMs / 60_000)
})
