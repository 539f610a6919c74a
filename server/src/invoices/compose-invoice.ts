import { dayOf, midnight } from '@kusanya/domain/day.ts'
import { agree } from '@kusanya/domain/instalment.ts'
import { totals, type Draft, type Invoice, type Item } from '@kusanya/domain/invoice.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { isRounded } from '@kusanya/domain/settings.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Billable } from './find-billable.ts'

/** The invoice that a draft asks for, from what it names; without a number. Throws refusals for what is not there. */
export function composeInvoice(given: Given, business: Business, found: Billable, draft: Draft): Invoice {
  const customer = found.customers.get(draft.customerId) ?? refuse('customer_not_in_business')
  const items = draft.items.map((item): Item => {
    const product = found.products.get(item.productId) ?? refuse('product_not_found', { itemid: item.productId })
    return { productId: product.id, name: item.name ?? product.title, quantity: item.quantity, rate: item.rate }
  })
  const tax = draft.taxId === null ? null : (found.taxes.get(draft.taxId) ?? refuse('tax_not_found'))
  const account =
    draft.accountId === null ? customer.account : (found.accounts.get(draft.accountId) ?? refuse('account_not_found'))
  if (account.customerId !== customer.id) refuse('account_of_another_customer')
  const now = given.now()
  const taxAs = tax && { basisPoints: tax.basisPoints, included: tax.included }
  const currency = draft.currency ?? customer.currency
  const whole = isRounded(business.settings.cents, currency)
  const sums = totals(items, draft.discount, taxAs, whole)
  const { dueAt } = draft
  const schedule = { total: sums.total, dueAt, whole, timeZone: business.timeZone }
  return {
    id: given.newId(),
    number: null,
    account: { id: account.id, number: account.number },
    customer: { id: customer.id, name: customer.name, email: customer.email, phone: customer.phone },
    items,
    title: draft.title,
    description: draft.description,
    remark: draft.remark,
    currency,
    discountAs: draft.discount,
    taxId: draft.taxId,
    taxAs,
    ...sums,
    instalments: agree(draft.instalments ?? [], schedule),
    paid: 0n,
    adjusted: 0n,
    invoicedAt: draft.invoicedAt ?? midnight(dayOf(now, business.timeZone)),
    dueAt,
    issuedAt: draft.issue ? now : null,
    cancelledAt: null,
    overdueAt: null,
    link: { id: given.newId(), generation: 0 },
    createdAt: now,
    updatedAt: now,
  }
}
