import { turnsOf, type Said, type Turn } from '@kusanya/domain/invoice-history.ts'
import type { Status } from '@kusanya/domain/invoice.ts'
import { fromWire, type Money } from '@kusanya/domain/money.ts'
import type { Tx } from '../db/sql.ts'
import { writeCreditNoteNumber } from '../credit-notes/wire.ts'

/** One thing that happened to an invoice. What does not belong to its kind is null. */
export type Happened = {
  kind: Turn['kind'] | Bill | 'seen' | 'paid' | 'payment_taken_back' | Acknowledged | Adjusted
  at: Date
  amount: Money | null
  /** An M-PESA receipt; the number of a cheque, a credit note or a certificate. */
  reference: string | null
  /** Why, or how. */
  note: string | null
  dueAt: Date | null
}
type Bill = 'bill_waiting' | 'bill_sent' | 'bill_refused' | 'bill_unknown' | 'bill_called_off' | 'bill_not_called_off'
type Acknowledged = 'acknowledged' | 'acknowledgement_refused'
type Adjusted = 'credited' | 'written_off' | 'withheld' | 'rounded' | 'adjustment_taken_back'

const bare = { amount: null, reference: null, note: null, dueAt: null }

/** All that happened to an invoice, oldest first: what was done to it, its bills on the phone, its page opened, its money. */
export async function readTimeline(tx: Tx, businessId: string, invoiceId: string): Promise<Happened[]> {
  const all = await Promise.all([
    readTurns(tx, businessId, invoiceId),
    readBills(tx, businessId, invoiceId),
    readSeen(tx, businessId, invoiceId),
    readMoney(tx, businessId, invoiceId),
    readAcknowledgements(tx, businessId, invoiceId),
    readAdjustments(tx, businessId, invoiceId),
  ])
  return all.flat().toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

/** What was announced is kept as it was said: it alone remembers an invoice that was cancelled and opened again. */
async function readTurns(tx: Tx, businessId: string, invoiceId: string): Promise<Happened[]> {
  const told = await tx<{ created_at: Date; status: string | null; total: string | null; due: string | null }[]>`
    select created_at, body::jsonb #>> '{data,status}' as status, body::jsonb #>> '{data,total}' as total,
      body::jsonb #>> '{data,duedate}' as due
    from events
    where business_id = ${businessId} and subject_id = ${invoiceId}
      and type in ('invoice.created', 'invoice.updated', 'invoice.paid', 'invoice.partially_paid', 'invoice.overdue')
    order by id
  `
  const said = told.map(({ created_at, status, total, due }): Said => ({
    at: created_at,
    status: status as Status,
    total: fromWire(Number(total)),
    dueAt: new Date(due ?? ''),
  }))
  return turnsOf(said).map(({ kind, at, total, dueAt }) => ({ ...bare, kind, at, amount: total, dueAt }))
}

async function readBills(tx: Tx, businessId: string, invoiceId: string): Promise<Happened[]> {
  const pushes = await tx<PushRow[]>`
    select kind, state, reason, created_at, updated_at from pushes
    where business_id = ${businessId} and invoice_id = ${invoiceId} order by round
  `
  return pushes.flatMap(({ kind: what, state, reason, created_at, updated_at }) => {
    const kind = (what === 'send' ? sends : cancels)[state]
    return kind ? [{ ...bare, kind, at: kind === 'bill_waiting' ? created_at : updated_at, note: reason }] : []
  })
}
type PushRow = {
  kind: 'cancel' | 'send'
  state: 'queued' | 'refused' | 'sending' | 'sent' | 'unknown'
  reason: string | null
  created_at: Date
  updated_at: Date
}
const sends: Record<PushRow['state'], Bill> = {
  queued: 'bill_waiting',
  sending: 'bill_waiting',
  sent: 'bill_sent',
  refused: 'bill_refused',
  unknown: 'bill_unknown',
}
/** One that waits will be told when it is known what became of it. */
const cancels: Partial<Record<PushRow['state'], Bill>> = {
  sent: 'bill_called_off',
  refused: 'bill_not_called_off',
  unknown: 'bill_not_called_off',
}

async function readSeen(tx: Tx, businessId: string, invoiceId: string): Promise<Happened[]> {
  const at = await readSeenAt(tx, businessId, invoiceId)
  return at ? [{ ...bare, kind: 'seen', at }] : []
}

/** When the page of an invoice was first opened by a payer; null when it was not. */
export async function readSeenAt(tx: Tx, businessId: string, invoiceId: string): Promise<Date | null> {
  const [link] = await tx<{ seen_at: Date | null }[]>`
    select seen_at from payment_links where business_id = ${businessId} and invoice_id = ${invoiceId}
  `
  return link?.seen_at ?? null
}

/** When money was laid on the invoice: for credit, and for money that was moved, that is later than it came. */
async function readMoney(tx: Tx, businessId: string, invoiceId: string): Promise<Happened[]> {
  const laid = await tx<
    { amount: bigint; at: Date; method: string | null; channel: 'manual' | 'mpesa'; reference: string | null }[]
  >`
    select l.amount, l.created_at as at, p.method, p.channel,
      case p.channel when 'manual' then p.account_typed else p.receipt end as reference
    from allocations l
    join payments p on p.business_id = l.business_id and p.id = l.payment_id
    where l.business_id = ${businessId} and l.invoice_id = ${invoiceId}
    order by l.created_at, l.id
  `
  return laid.map(({ amount, at, reference, method, channel }) => ({
    ...bare,
    kind: amount > 0n ? 'paid' : 'payment_taken_back',
    at,
    amount: amount > 0n ? amount : -amount,
    reference,
    note: channel === 'mpesa' ? 'M-PESA' : method,
  }))
}

async function readAcknowledgements(tx: Tx, businessId: string, invoiceId: string): Promise<Happened[]> {
  const told = await tx<{ done: boolean; at: Date; receipt: string; last_error: string | null }[]>`
    select a.state = 'done' as done, coalesce(a.done_at, a.created_at) as at, p.receipt, a.last_error
    from acknowledgements a
    join payments p on p.business_id = a.business_id and p.id = a.payment_id
    where a.business_id = ${businessId} and a.invoice_id = ${invoiceId} and a.state <> 'queued'
  `
  return told.map(({ done, at, receipt, last_error }) => ({
    ...bare,
    kind: done ? 'acknowledged' : 'acknowledgement_refused',
    at,
    reference: receipt,
    note: done ? null : last_error,
  }))
}

async function readAdjustments(tx: Tx, businessId: string, invoiceId: string): Promise<Happened[]> {
  const made = await tx<AdjustmentRow[]>`
    select a.kind, a.amount, a.reason, a.certificate, a.created_at, n.year, n.serial
    from adjustments a
    left join credit_notes n on n.business_id = a.business_id and n.id = coalesce(a.reverses_id, a.id)
    where a.business_id = ${businessId} and a.invoice_id = ${invoiceId} order by a.created_at, a.id
  `
  return made.map(({ kind, amount, reason, certificate, created_at, year, serial }) => ({
    ...bare,
    kind: amount > 0n ? adjusted[kind] : 'adjustment_taken_back',
    at: created_at,
    amount: amount > 0n ? amount : -amount,
    reference: year !== null && serial !== null ? writeCreditNoteNumber({ year, serial }) : certificate,
    note: reason,
  }))
}
type AdjustmentRow = {
  kind: keyof typeof adjusted
  amount: bigint
  reason: string
  certificate: string | null
  created_at: Date
  year: number | null
  serial: bigint | null
}
const adjusted = { credit_note: 'credited', write_off: 'written_off', withholding: 'withheld', rounding: 'rounded' } as const // prettier-ignore
