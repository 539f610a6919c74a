import { encryptSecurityCredential } from '../credential.ts'
import { PesafyError } from '../error.ts'
import { isStkPending } from '../outcome.ts'
import { normalizePhone } from '../phone.ts'
import { type Command, type Given, shillings, UsageError } from './command.ts'
import { needed, type Variable, variables } from './environment.ts'

function word({ words }: Given, what: string): string {
  const [first] = words
  if (first === undefined) throw new UsageError(`${what} is missing`)
  return first
}

function resultUrls({ env, optionalFlag }: Given) {
  return {
    resultUrl: optionalFlag('result') ?? needed(env, 'MPESA_RESULT_URL'),
    queueTimeOutUrl: optionalFlag('timeout') ?? needed(env, 'MPESA_QUEUE_TIMEOUT_URL'),
  }
}

/** Which variables are set, and whether a token can be had with them. Values are never shown. */
async function doctor({ mpesa, env }: Given) {
  const names = Object.keys(variables) as Variable[]
  const set = Object.fromEntries(names.map((name) => [name, env[name] ? 'set' : `not set: ${variables[name]}`]))
  try {
    await mpesa().accessToken()
    return { ...set, token: 'ok' }
  } catch (error) {
    if (!(error instanceof PesafyError)) throw error
    return { ...set, token: `${error.code}: ${error.message}`, exitCode: 4 }
  }
}

export const otherCommands: Record<string, Command> = {
  doctor: { usage: '', help: 'which settings there are, and whether a token can be had', run: doctor },
  token: {
    usage: '',
    help: 'print an access token',
    run: async ({ mpesa }) => ({ access_token: await mpesa().accessToken() }),
  },
  phone: {
    usage: 'NUMBER',
    help: 'a Kenyan number in the form Daraja wants',
    run: async (given) => ({ phone: normalizePhone(given.words.join(' ')) }),
  },
  encrypt: {
    usage: '',
    help: 'SecurityCredential of MPESA_INITIATOR_PASSWORD by MPESA_CERTIFICATE_PATH',
    run: async ({ env, readBytes }) => {
      const certificate = await readBytes(needed(env, 'MPESA_CERTIFICATE_PATH'))
      const password = needed(env, 'MPESA_INITIATOR_PASSWORD')
      return { securityCredential: await encryptSecurityCredential(password, certificate) }
    },
  },
  'stk push': {
    usage: '--phone P --amount KES --account A [--for WHAT] [--callback URL]',
    help: 'ask a phone to pay',
    run: async ({ mpesa, env, flag, optionalFlag }) => ({
      ...(await mpesa().stkPush({
        phoneNumber: flag('phone'),
        amount: shillings(flag('amount')),
        accountReference: flag('account'),
        transactionDesc: optionalFlag('for') ?? 'Payment',
        callbackUrl: optionalFlag('callback') ?? needed(env, 'MPESA_CALLBACK_URL'),
      })),
    }),
  },
  'stk query': {
    usage: 'CHECKOUT-REQUEST-ID',
    help: 'what became of it; exit code 3 while it is pending, 1 if it failed',
    run: async (given) => {
      try {
        const answer = await given.mpesa().stkQuery({ checkoutRequestId: word(given, 'the CheckoutRequestID') })
        return { ...answer, exitCode: isStkPending(answer) ? 3 : answer.ResultCode === '0' ? 0 : 1 }
      } catch (error) {
        if (isStkPending(error)) return { pending: true, message: (error as Error).message, exitCode: 3 }
        throw error
      }
    },
  },
  'c2b register': {
    usage: '--confirm URL --validate URL [--if-silent Completed|Cancelled] [--version v1|v2]',
    help: 'where payments to MPESA_SHORTCODE are announced',
    run: async ({ mpesa, env, flag, optionalFlag }) => ({
      ...(await mpesa().registerC2BUrls({
        shortCode: needed(env, 'MPESA_SHORTCODE'),
        confirmationUrl: flag('confirm'),
        validationUrl: flag('validate'),
        responseType: (optionalFlag('if-silent') ?? 'Completed') as 'Completed',
        apiVersion: (optionalFlag('version') ?? 'v2') as 'v2',
      })),
    }),
  },
  'c2b simulate': {
    usage: '--phone P --amount KES --account A',
    help: 'a made-up payment; sandbox and simulator only',
    run: async ({ mpesa, env, flag }) => ({
      ...(await mpesa().simulateC2B({
        shortCode: needed(env, 'MPESA_SHORTCODE'),
        commandId: 'CustomerPayBillOnline',
        amount: shillings(flag('amount')),
        msisdn: flag('phone'),
        billRefNumber: flag('account'),
      })),
    }),
  },
  balance: {
    usage: '[--result URL] [--timeout URL]',
    help: 'ask for the balance of MPESA_SHORTCODE; the answer is posted to MPESA_RESULT_URL',
    run: async (given) => {
      const partyA = needed(given.env, 'MPESA_SHORTCODE')
      return { ...(await given.mpesa().accountBalance({ partyA, identifierType: '4', ...resultUrls(given) })) }
    },
  },
  status: {
    usage: 'RECEIPT [--result URL] [--timeout URL]',
    help: 'ask what became of a transaction; the answer is posted to MPESA_RESULT_URL',
    run: async (given) => {
      const partyA = needed(given.env, 'MPESA_SHORTCODE')
      const transactionId = word(given, 'the receipt')
      const request = { transactionId, partyA, identifierType: '4', ...resultUrls(given) } as const
      return { ...(await given.mpesa().transactionStatus(request)) }
    },
  },
}
