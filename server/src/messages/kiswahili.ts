import type { MessageWords } from './english.ts'

export const kiswahili: MessageWords = {
  templates: {
    invoice: {
      email: {
        title: '{title} kutoka {business}: {total}',
        body: `Habari {customer},

{business} imekutumia ankara {invoice} ya {total}: {title}.

Ya kulipa: {amount}, {due}
{howtopay}

Ankara imeambatishwa.

{business}`,
      },
      sms: { title: '', body: '{business}: {amount} ya {title}, {due}. {howtopay}' },
    },
    reminder: {
      email: {
        title: 'Kumbusho: {amount} ya {title}, {due}',
        body: `Habari {customer},

Tunakukumbusha kuhusu {amount} ya {title} (ankara {invoice}), {due}.

{howtopay}

Je, umeshalipa? Asante. Tafadhali fungua {link} na uandike namba ya muamala wa M-PESA.

{business}`,
      },
      sms: { title: '', body: 'Kumbusho kutoka {business}: {amount} ya {title}, {due}. {howtopay} Kusitisha: {stop}' },
    },
    receipt: {
      email: {
        title: 'Risiti {receipt} kutoka {business}: {amount}',
        body: `Habari {customer},

{business} imepokea {amount} ya {title} tarehe {paidon}. Asante.

Risiti: {receipt}
Malipo: {payment}
Ankara: {invoice}, {total}
Salio la kulipa: {balance}

Risiti imeambatishwa.

{business}`,
      },
      sms: {
        title: '',
        body: '{business} imepokea {amount} ya {title}. Risiti {receipt}, {payment}. Salio la kulipa: {balance}.',
      },
    },
  },
  invoiceTitle: (number) => `Ankara ${number}`,
  due: (day) => `ya kulipwa kufikia ${day}`,
  wasDue: (day) => `ilipaswa kulipwa ${day}`,
  payAt: (link) => `Lipa hapa: ${link}`,
  payBy: (paybill, account, link) => `Lipa kwa M-PESA Paybill ${paybill}, akaunti ${account}, au hapa: ${link}`,
  byHand: 'imeandikwa na sisi',
  choose: (link) => `Chagua ujumbe unaotaka kupata: ${link}`,

  pageTitle: 'Ujumbe kwako',
  pageAbout: (business) => `Ungependa kupata ujumbe gani kutoka ${business}?`,
  byChannel: { email: 'Kwa barua pepe', sms: 'Kwa SMS' },
  wish: { all: 'Wote: ankara, kumbusho na risiti', receipts: 'Risiti za nilicholipa pekee', none: 'Hakuna' },
  save: 'Hifadhi',
  saved: 'Imehifadhiwa. Unaweza kubadilisha hapa wakati wowote.',
}
