import { nairobiDateTime } from '../nairobi-time.ts'
import { type Command, type Given, shillings, UsageError } from './command.ts'
import { needed } from './environment.ts'
import { sendCsv } from './send-csv.ts'

function sendOne({ mpesa, flag, optionalFlag }: Given) {
  return mpesa().sendInvoice({
    externalReference: flag('reference'),
    billedFullName: flag('name'),
    billedPhoneNumber: flag('phone'),
    billedPeriod: flag('period'),
    invoiceName: flag('for'),
    dueDate: flag('due'),
    accountReference: optionalFlag('account') ?? flag('reference'),
    amount: shillings(flag('amount')),
  })
}

export const billCommands: Record<string, Command> = {
  'bill opt-in': {
    usage: '--email E --contact PHONE [--callback URL] [--reminders 0|1] [--logo URL] [--update]',
    help: 'register MPESA_SHORTCODE with Bill Manager, or change the details',
    run: async ({ mpesa, env, flag, optionalFlag }) => {
      const logo = optionalFlag('logo')
      const request = {
        shortcode: needed(env, 'MPESA_SHORTCODE'),
        email: flag('email'),
        officialContact: flag('contact'),
        sendReminders: (optionalFlag('reminders') ?? '1') as '1' | '0',
        callbackUrl: optionalFlag('callback') ?? needed(env, 'MPESA_CALLBACK_URL'),
        ...(logo === undefined ? {} : { logo }),
      }
      const update = optionalFlag('update') !== undefined
      return { ...(await (update ? mpesa().updateOptIn(request) : mpesa().billManagerOptIn(request))) }
    },
  },
  'bill send': {
    usage:
      '--reference R --name N --phone P --amount KES --for WHAT --period P --due YYYY-MM-DD [--account A]\n' +
      '    or --csv FILE [--out FILE] [--batch 1000] [--resolve]',
    help: 'bill one customer, or all of a CSV whose columns are named like the fields of sendInvoice',
    run: async (given) => (given.optionalFlag('csv') === undefined ? { ...(await sendOne(given)) } : sendCsv(given)),
  },
  'bill cancel': {
    usage: 'REFERENCE…',
    help: 'cancel unpaid bills',
    run: async ({ mpesa, words }) => {
      const [first] = words
      if (first === undefined) throw new UsageError('which bill?')
      if (words.length === 1) return { ...(await mpesa().cancelInvoice({ externalReference: first })) }
      return { ...(await mpesa().cancelBulkInvoices({ externalReferences: [...words] })) }
    },
  },
  'bill reconcile': {
    usage: '--receipt R --reference R --account A --amount KES --phone P --name N --for WHAT [--date YYYY-MM-DD]',
    help: 'acknowledge a payment, so that the customer gets an e-receipt',
    run: async ({ mpesa, flag, optionalFlag, now }) => ({
      ...(await mpesa().reconcilePayment({
        transactionId: flag('receipt'),
        externalReference: flag('reference'),
        accountReference: flag('account'),
        paidAmount: flag('amount'),
        paymentDate: optionalFlag('date') ?? nairobiDateTime(now()).slice(0, 10),
        phoneNumber: flag('phone'),
        fullName: flag('name'),
        invoiceName: flag('for'),
      })),
    }),
  },
}
