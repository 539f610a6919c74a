import { refuse } from '@kusanya/domain/refusal.ts'
import { openAccounts } from '../accounts/open-accounts.ts'
import { writeAccountWords } from '../accounts/write-account-words.ts'
import { differing } from '../audit/differing.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { differs } from '../http/updates.ts'
import { msisdnOf } from '../matching/traces.ts'
import { lockCustomers } from './rows.ts'
import { presentCustomer, updatable, type Customer, type CustomerFacts, type Source } from './wire.ts'

/** Makes customers, each with its default account: what they pay to while nothing else is said. */
export async function createCustomers(
  tx: Tx,
  given: Given,
  businessId: string,
  drafts: CustomerFacts[],
  source: Source,
): Promise<Customer[]> {
  const now = given.now()
  const customers = drafts.map((facts) => ({ ...facts, id: given.newId(), source, createdAt: now, updatedAt: now }))
  const rows = customers.map(({ createdAt: _created, updatedAt: _updated, ...row }) => {
    const { msisdn, msisdnHash } = msisdnOf(row.phone)
    return { ...row, msisdn, msisdn_hash: msisdnHash }
  })
  await tx`
    insert into customers (
      business_id, id, name, email, phone, msisdn, msisdn_hash, country, currency, company, address, city, type, active,
      language, emails, sms, source, created_at, updated_at
    )
    select ${businessId}, c.id, c.name, c.email, c.phone, c.msisdn, c.msisdn_hash, c.country, c.currency, c.company,
      c.address, c.city, c.type, c.active, c.language, c.emails, c.sms, c.source, ${now}, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as c (
      id text, name text, email text, phone text, msisdn text, msisdn_hash text, country text, currency text, company text, address text, city text,
      type text, active boolean, language text, emails text, sms text, source text
    )
  `
  const accounts = await openAccounts(
    tx,
    given,
    businessId,
    customers.map(({ id }) => ({ customerId: id, name: null, isDefault: true })),
  )
  const nameOf = new Map(customers.map(({ id, name }) => [id, name]))
  await writeAccountWords(
    tx,
    businessId,
    accounts.map(({ id, customerId }) => ({ id, names: [nameOf.get(customerId ?? '') ?? null] })),
  )
  const accountOf = new Map(accounts.map((account) => [account.customerId, { ...account, credit: 0n, balance: 0n }]))
  const made = customers.map((customer) => ({ ...customer, accounts: [accountOf.get(customer.id) ?? []].flat() }))
  await recordEvents(
    tx,
    given,
    businessId,
    made.map((customer) => ({ type: 'customer.created', subjectId: customer.id, data: presentCustomer(customer) })),
  )
  return made
}

/** Changes what is known of a customer, with a line in the audit trail. Documents that were made keep what they said. */
export async function changeCustomer(
  tx: Tx,
  given: Given,
  businessId: string,
  id: string,
  change: Partial<CustomerFacts>,
  by: By,
): Promise<{ customer: Customer; modified: boolean }> {
  const [before] = await lockCustomers(tx, businessId, [id])
  if (!before) refuse('customer_not_found')
  if (!differs(before, change)) return { customer: before, modified: false }
  const customer = { ...before, ...change, updatedAt: given.now() }
  const { msisdn, msisdnHash } = msisdnOf(customer.phone)
  await tx`
    update customers set
      name = ${customer.name}, email = ${customer.email}, phone = ${customer.phone}, msisdn = ${msisdn},
      msisdn_hash = ${msisdnHash}, country = ${customer.country}, currency = ${customer.currency}, company = ${customer.company}, address = ${customer.address}, city = ${customer.city},
      type = ${customer.type}, active = ${customer.active}, language = ${customer.language}, emails = ${customer.emails}, sms = ${customer.sms},
      updated_at = ${customer.updatedAt}
    where business_id = ${businessId} and id = ${id}
  `
  const [was, is] = [presentCustomer(before), presentCustomer(customer)]
  await recordEvents(tx, given, businessId, [{ type: 'customer.updated', subjectId: id, data: is }])
  const subject = { kind: 'customer', id }
  await recordAudit(tx, given, businessId, [
    { ...by, action: 'customer.update', subject, ...differing(was, is, updatable) },
  ])
  if (customer.name !== before.name) {
    const named = before.accounts.map((account) => ({ id: account.id, names: [account.name, customer.name] }))
    await writeAccountWords(tx, businessId, named)
  }
  return { customer, modified: true }
}
