/** The chapters of the reference, in its order. Each tag that a route bears has its line here. */
export const tags = [
  { name: 'Invoices', description: 'What is owed. Statuses follow from what happened, money and time included.' },
  { name: 'Customers', description: 'Who pays.' },
  { name: 'Accounts', description: 'What is billed: a pupil, a unit, a meter. Its number is what payers type.' },
  { name: 'Products', description: 'What is sold.' },
  { name: 'Taxes', description: 'Rates, copied onto invoices when they are made.' },
  { name: 'Payment links', description: 'Addresses where a payer sees what is asked for, and pays.' },
  { name: 'Payments', description: 'Money in: asking phones, what arrived, and putting it right.' },
  { name: 'Receipts', description: 'A number for each part of a payment that was laid on an invoice.' },
  { name: 'Adjustments', description: 'What closes an invoice besides money: written off, withheld, rounded.' },
  { name: 'Credit notes', description: 'Lines of an invoice taken back, by a numbered document.' },
  { name: 'Statements', description: 'Files of the M-PESA organisation portal, and the fate of each line.' },
  { name: 'Daily close', description: 'Whether our books of a day agree with M-PESA’s.' },
  { name: 'Reports', description: 'Who owes what since when, what was collected, days outstanding.' },
  { name: 'Webhooks', description: 'Where we announce what happens.' },
  { name: 'Audit', description: 'Who changed what in the books, why, before and after.' },
  { name: 'Pay page', description: 'What anybody with a link may know. Needs no key.' },
]
