import type { Schemas } from '../api.ts'
import { draftOf, lastDay, type Draft } from './draft.ts'

type Invoice = Schemas['Invoice']
type Whole = Omit<Schemas['CreateInvoice'], 'status'>
type Changes = Schemas['UpdateInvoice']

const instalmentsOf = ({ parts }: Draft) => parts.map(({ day, amount }) => ({ duedate: day, amount: Number(amount) }))
const discountOf = ({ discount: { type, value } }: Draft) => ({ discount: Number(value) || 0, discounttype: type })

/** All of it, as it is sent for a new one or for a draft that is written anew. */
export function wholeOf(draft: Draft, begun: Draft): Whole {
  const isSamePayer = draft.customer?.value === begun.customer?.value
  return {
    ...(isSamePayer && draft.kept),
    customerid: draft.customer?.value ?? '',
    ...(draft.account && { accountid: draft.account }),
    items: draft.lines.flatMap(({ product, quantity, rate }) =>
      product ? [{ itemid: product.value, name: product.label, quantity: Number(quantity), rate: Number(rate) }] : [],
    ),
    duedate: lastDay(draft),
    title: draft.title,
    description: draft.description,
    ...discountOf(draft),
    ...(draft.tax && { taxid: draft.tax }),
    ...(draft.parts.length > 0 && { instalments: instalmentsOf(draft) }),
  }
}

/** What somebody changed of an issued invoice, and nothing else; null for nothing. */
export function changesOf(invoice: Invoice, draft: Draft): Changes | null {
  const begun = draftOf(invoice)
  const differs = (of: (draft: Draft) => unknown) => JSON.stringify(of(draft)) !== JSON.stringify(of(begun))
  const changes: Changes = {
    ...(differs(({ title }) => title) && { title: draft.title || null }),
    ...(differs(({ description }) => description) && { description: draft.description || null }),
    ...(differs(discountOf) && discountOf(draft)),
    // A schedule says by its last day when all of it is due.
    ...(differs(instalmentsOf) && { instalments: instalmentsOf(draft) }),
    ...(draft.parts.length === 0 && differs(lastDay) && { duedate: draft.duedate }),
  }
  return Object.keys(changes).length > 0 ? changes : null
}
