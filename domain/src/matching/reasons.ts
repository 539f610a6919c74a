import type { Edit } from './repair.ts'

/** Why an account is a candidate, or speaks against it. Amounts are in cents, as decimal text, so that it can be stored. */
export type Reason =
  | { code: 'account_typed'; number: string }
  | { code: 'account_in_text'; number: string; typed: string }
  | { code: 'account_repaired'; number: string; typed: string; edit: Edit }
  | { code: 'invoice_typed'; number: string }
  | { code: 'invoice_repaired'; number: string; typed: string }
  | { code: 'phone_typed'; phone: string }
  | { code: 'name_typed'; words: string }
  | { code: 'claimed'; number: string }
  | { code: 'remembered'; typed: string; by: 'rule' | 'clerk' }
  | { code: 'phone_on_file'; accounts: number }
  | { code: 'phone_may_be_on_file'; mask: string }
  | { code: 'phone_not_on_file' }
  | { code: 'paid_before'; times: number }
  | { code: 'name_agrees'; words: string }
  | { code: 'name_differs'; name: string }
  | { code: 'amount_owed'; amount: string }
  | { code: 'nothing_owed' }
  | { code: 'not_billed' }

const edited: Record<Edit, string> = {
  look_alike: 'a sign read as one that looks like it',
  swapped: 'two keys swapped',
  wrong_key: 'one wrong key',
  dropped: 'one key left out',
  doubled: 'one key pressed twice',
  extra: 'something too much',
}

const wording: { [Code in Reason['code']]: (reason: Extract<Reason, { code: Code }>) => string } = {
  account_typed: ({ number }) => `Account ${number} was typed`,
  account_in_text: ({ number, typed }) => `Account ${number} is in “${typed}”`,
  account_repaired: ({ number, typed, edit }) => `“${typed}” is account ${number} with ${edited[edit]}`,
  invoice_typed: ({ number }) => `Invoice ${number} was typed`,
  invoice_repaired: ({ number, typed }) => `“${typed}” is nearly invoice ${number}`,
  phone_typed: ({ phone }) => `The customer's phone ${phone} was typed`,
  name_typed: ({ words }) => `The name ${words} was typed`,
  claimed: ({ number }) =>
    number === '' ? 'The payer says so' : `The payer says so, on the page of invoice ${number}`,
  remembered: ({ typed, by }) =>
    by === 'clerk'
      ? `A clerk put “${typed}” from this payer here before`
      : `“${typed}” from this payer came here before`,
  phone_on_file: ({ accounts }) =>
    accounts === 1 ? 'The phone is the customer’s' : `The phone is the customer’s, who has ${accounts} accounts`,
  phone_may_be_on_file: ({ mask }) => `The phone ${mask} may be the customer’s`,
  phone_not_on_file: () => 'The phone is not one of the customer’s',
  paid_before: ({ times }) =>
    times === 1 ? 'This payer paid here once before' : `This payer paid here ${times} times before`,
  name_agrees: ({ words }) => `The payer's name ${words} agrees`,
  name_differs: ({ name }) => `The payer is called ${name}`,
  amount_owed: ({ amount }) => `KES ${shillings(amount)} is exactly what is owed`,
  nothing_owed: () => 'Nothing is owed here',
  not_billed: () => 'Nothing was billed here for a long time',
}

/** A reason in the words of a clerk. */
export function sayReason(reason: Reason): string {
  return (wording[reason.code] as (one: Reason) => string)(reason)
}

function shillings(cents: string): string {
  const whole = cents.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',') || '0'
  return cents.endsWith('00') ? whole : `${whole}.${cents.slice(-2)}`
}
