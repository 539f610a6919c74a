import type { Channel, Purpose } from '@kusanya/domain/message.ts'

/** `title` is a mail's subject line; an SMS has none. */
export type Template = { title: string; body: string }

const templates: Record<Purpose, Record<Channel, Template>> = {
  invoice: {
    email: {
      title: '{title} from {business}: {total}',
      body: `Dear {customer},

{business} has billed you {total} for {title} (invoice {invoice}).

To pay: {amount}, {due}
{howtopay}

The invoice is attached.

{business}`,
    },
    sms: { title: '', body: '{business}: {amount} for {title}, {due}. {howtopay}' },
  },
  reminder: {
    email: {
      title: 'Reminder: {amount} for {title}, {due}',
      body: `Dear {customer},

This is a reminder of {amount} for {title} (invoice {invoice}), {due}.

{howtopay}

Have you paid already? Then thank you, and please open {link} and give us the M-PESA code.

{business}`,
    },
    sms: { title: '', body: 'Reminder from {business}: {amount} for {title}, {due}. {howtopay} Stop: {stop}' },
  },
  receipt: {
    email: {
      title: 'Receipt {receipt} from {business}: {amount}',
      body: `Dear {customer},

{business} has received {amount} for {title} on {paidon}. Thank you.

Receipt: {receipt}
Payment: {payment}
Invoice: {invoice}, {total}
Still to pay: {balance}

The receipt is attached.

{business}`,
    },
    sms: {
      title: '',
      body: '{business} has received {amount} for {title}. Receipt {receipt}, {payment}. Still to pay: {balance}.',
    },
  },
}

export const english = {
  templates,
  invoiceTitle: (number: string) => `Invoice ${number}`,
  due: (day: string) => `due ${day}`,
  wasDue: (day: string) => `was due ${day}`,
  payAt: (link: string) => `Pay at ${link}`,
  payBy: (paybill: string, account: string, link: string) =>
    `Pay to M-PESA Paybill ${paybill}, account ${account}, or at ${link}`,
  byHand: 'recorded by hand',
  choose: (link: string) => `Choose which messages you get: ${link}`,

  pageTitle: 'Messages to you',
  pageAbout: (business: string) => `Which messages do you want from ${business}?`,
  byChannel: { email: 'By e-mail', sms: 'By SMS' },
  wish: { all: 'All: invoices, reminders and receipts', receipts: 'Only receipts of what I have paid', none: 'None' },
  save: 'Save',
  saved: 'Saved. You can change it here at any time.',
}

/** Everything that is said in messages and about them. A sentence that another language lacks does not compile. */
export type MessageWords = typeof english
