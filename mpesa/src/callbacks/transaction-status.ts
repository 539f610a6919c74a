import { instantOf } from '../nairobi-time.ts'
import { amountIn, failed, type Parsed, type PayerPhone, phoneIn, receiptIn, textIn } from './reading.ts'
import type { ResultCallback } from './result.ts'

/** A party of a transaction, as M-PESA names it: `254712345678 - AMINA OTIENO`, `600984 - MWANGAZA ACADEMY`. */
export interface NamedParty {
  /** Phone or shortcode; '' if Safaricom left it out. */
  number: string
  name: string
}

export interface TransactionStatus {
  receipt: string
  /** 'Completed' is the only one that moved money: else Initiated, Authorized, Cancelled, Declined, Expired … */
  status: string
  /** KES, decimal text. */
  amount: string
  /** Who paid; `phone` is the same, read as a phone. */
  debitParty: NamedParty
  phone: PayerPhone
  creditParty: NamedParty
  /** ISO instant in UTC; null if Safaricom left it out. */
  finalisedAt: string | null
}

/** Reads the parameters of a successful result of `transactionStatus` (daraja docs, "Transaction Status"). Never throws. */
export function parseTransactionStatus({ succeeded, parameters }: ResultCallback): Parsed<TransactionStatus> {
  if (!succeeded) return failed('the question was not answered: look at resultCode')
  const receipt = receiptIn(parameters, 'ReceiptNo')
  const amount = amountIn(parameters, 'Amount')
  const status = textIn(parameters, 'TransactionStatus')
  if (receipt === null) return failed('no readable ReceiptNo')
  if (amount === null) return failed('no readable Amount')
  if (status === '') return failed('no TransactionStatus')
  const debitParty = partyIn(textIn(parameters, 'DebitPartyName'))
  return {
    ok: true,
    value: {
      receipt,
      status,
      amount,
      debitParty,
      phone: phoneIn({ number: debitParty.number }, 'number'),
      creditParty: partyIn(textIn(parameters, 'CreditPartyName')),
      finalisedAt: instantOf(parameters['FinalisedTime']),
    },
  }
}

function partyIn(text: string): NamedParty {
  const [number = '', ...names] = text.split(' - ')
  return { number: number.trim(), name: names.join(' - ').trim() }
}
