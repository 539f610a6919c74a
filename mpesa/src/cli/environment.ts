import { PesafyError } from '../error.ts'
import type { MpesaOptions } from '../options.ts'

export type Env = Readonly<Record<string, string | undefined>>

/** Every variable the command reads. Secrets come from here only: arguments are seen by every user of a machine. */
export const variables = {
  MPESA_CONSUMER_KEY: 'consumer key of the app (required)',
  MPESA_CONSUMER_SECRET: 'consumer secret of the app (required)',
  MPESA_ENVIRONMENT: 'sandbox (default) or production',
  MPESA_BASE_URL: 'another host, such as http://127.0.0.1:4010 of the simulator',
  MPESA_SHORTCODE: 'Paybill or till',
  MPESA_PASSKEY: 'passkey of the shortcode, for stk',
  MPESA_CALLBACK_URL: 'where STK callbacks and Bill Manager payments are posted',
  MPESA_APP_KEY: 'app_key of the Bill Manager opt-in',
  MPESA_INITIATOR_NAME: 'API operator, for balance and status',
  MPESA_INITIATOR_PASSWORD: 'its password, with MPESA_CERTIFICATE_PATH',
  MPESA_CERTIFICATE_PATH: "Safaricom's certificate",
  MPESA_SECURITY_CREDENTIAL: 'or the password already encrypted',
  MPESA_RESULT_URL: 'where results are posted',
  MPESA_QUEUE_TIMEOUT_URL: 'where queue time-outs are posted',
} as const

export type Variable = keyof typeof variables

export function needed(env: Env, name: Variable): string {
  const value = env[name]
  if (value) return value
  throw new PesafyError({ code: 'INVALID_CREDENTIALS', message: `${name} is not set`, outcome: 'not_sent' })
}

export function readEnvironment(env: Env): MpesaOptions {
  return {
    consumerKey: needed(env, 'MPESA_CONSUMER_KEY'),
    consumerSecret: needed(env, 'MPESA_CONSUMER_SECRET'),
    environment: (env['MPESA_ENVIRONMENT'] || 'sandbox') as MpesaOptions['environment'],
    baseUrl: env['MPESA_BASE_URL'] || undefined,
    lipaNaMpesaShortCode: env['MPESA_SHORTCODE'] || undefined,
    lipaNaMpesaPassKey: env['MPESA_PASSKEY'] || undefined,
    billManagerAppKey: env['MPESA_APP_KEY'] || undefined,
    initiatorName: env['MPESA_INITIATOR_NAME'] || undefined,
    initiatorPassword: env['MPESA_INITIATOR_PASSWORD'] || undefined,
    certificatePath: env['MPESA_CERTIFICATE_PATH'] || undefined,
    securityCredential: env['MPESA_SECURITY_CREDENTIAL'] || undefined,
  }
}
