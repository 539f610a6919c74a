import { readPhone } from '@kusanya/domain/phone.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { encryptSecurityCredential, isPesafyError } from '@kusanya/mpesa'
import { Type, type Static } from 'typebox'
import type { Picture } from '../audit/record-audit.ts'
import type { Happening } from '../events/record-events.ts'
import { maybe, named, submission, tidied, words } from '../http/fields.ts'
import type { Initiator } from '../payments/daraja.ts'
import type { Connection } from './shortcode-rows.ts'

const secret = (description: string) => Type.String({ pattern: '^\\S{1,500}$', maxLength: 500, description })
const Environment = Type.Enum(['sandbox', 'production'])

const operator = {
  name: words(100, 'As the M-PESA organisation portal has it; Daraja calls it initiator name'),
  securitycredential: maybe(
    Type.String({
      pattern: '^[A-Za-z0-9+/]{86,}={0,2}$',
      maxLength: 1000,
      wording: 'securitycredential must be base64, as the Daraja portal makes it',
    }),
  ),
  password: maybe(
    Type.String({
      minLength: 1,
      maxLength: 100,
      description: 'Instead, with certificate; encrypted at once, not kept',
    }),
  ),
  certificate: maybe(
    Type.String({ maxLength: 10_000, description: 'Safaricom’s certificate of this environment, PEM' }),
  ),
}

export const OperatorBody = Type.Object(operator, submission)

export const ConnectBody = Type.Object(
  {
    shortcode: Type.String({ pattern: '^[0-9]{5,7}$', wording: 'shortcode must be 5 to 7 digits' }),
    environment: Environment,
    consumerkey: secret('Of the Daraja app'),
    consumersecret: secret('Of the Daraja app'),
    passkey: Type.Optional(
      Type.Union([secret('For asking phones to pay'), Type.Null()], {
        description: 'For asking phones to pay. Left out it stays as it was; null takes it away',
      }),
    ),
    email: Type.String({
      maxLength: 254,
      pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$',
      wording: 'email must be an email address',
      description: 'Bill Manager shows it to customers',
    }),
    officialcontact: words(20, 'A mobile number. Bill Manager shows it, and Safaricom tells it when pulling begins'),
    operator: maybe(Type.Object(operator)),
  },
  submission,
)

export const TestBody = Type.Object({ phone: words(20, 'The phone that is asked for one shilling') }, submission)
export const DisconnectBody = Type.Object({ reason: maybe(words(500, 'Kept in the audit trail')) })

const testStates = ['pending', 'paid', 'cancelled', 'wrong_pin', 'no_funds', 'no_answer', 'failed', 'unknown'] as const
const orNull = Type.Union([Type.String(), Type.Null()])

export const ShortcodeOnWire = named('Shortcode', {
  _id: Type.String({ description: 'The shortcode itself' }),
  shortcode: Type.String(),
  environment: Environment,
  status: Type.Enum(['connected', 'incomplete', 'disconnected'], {
    description: 'incomplete: Safaricom has not taken all of it; connect again',
  }),
  consumerkey: Type.String({ description: 'Masked, as every secret' }),
  consumersecret: Type.String({ description: 'Masked' }),
  passkey: Type.String({ description: 'Masked; empty when there is none, and phones cannot be asked to pay' }),
  email: Type.String(),
  officialcontact: Type.String(),
  optedin: Type.Boolean({ description: 'Bill Manager has taken it' }),
  urlsregistered: Type.Boolean({ description: 'Safaricom announces its payments here' }),
  pulledto: Type.Union([Type.String(), Type.Null()], { description: 'Until when its payments have been pulled' }),
  pullproblem: Type.String({ description: 'Why they could not be, the last time' }),
  operator: Type.Union([
    Type.Object({
      name: Type.String(),
      securitycredential: Type.String({ description: 'Masked' }),
      status: Type.Enum(['taken', 'untried', 'refused'], { description: 'Whether Safaricom takes him' }),
      problem: Type.String({ description: 'Why it does not' }),
    }),
    Type.Null(),
  ]),
  test: Type.Union(
    [
      Type.Object({
        transactionid: Type.String({ description: 'Of the request for payment' }),
        status: Type.Enum(testStates),
        message: Type.String({ description: 'What Safaricom said of it' }),
        phone: Type.String(),
        askedat: Type.String(),
      }),
      Type.Null(),
    ],
    { description: 'The last test payment' },
  ),
  createdat: Type.String(),
  disconnectedat: orNull,
})

const mask = '••••••••'

export function presentShortcode(one: Connection): Static<typeof ShortcodeOnWire> {
  const { operator, test } = one
  const isWhole = one.optedInAt !== null && one.urlsRegisteredAt !== null
  const has = one.disconnectedAt === null ? mask : ''
  return {
    _id: one.shortcode,
    shortcode: one.shortcode,
    environment: one.environment,
    status: one.disconnectedAt !== null ? 'disconnected' : isWhole ? 'connected' : 'incomplete',
    consumerkey: `${has}${one.keyEnds ?? ''}`,
    consumersecret: has,
    passkey: one.canAsk ? mask : '',
    email: one.email ?? '',
    officialcontact: one.officialContact ?? '',
    optedin: one.optedInAt !== null,
    urlsregistered: one.urlsRegisteredAt !== null,
    pulledto: one.pulledToAt?.toISOString() ?? null,
    pullproblem: one.pullProblem ?? '',
    operator: operator && {
      name: operator.name,
      securitycredential: mask,
      status: operator.problem !== null ? 'refused' : operator.takenAt !== null ? 'taken' : 'untried',
      problem: operator.problem ?? '',
    },
    test: test && {
      transactionid: test.id,
      status: testStates.find((state) => state === test.state) ?? 'pending',
      message: test.words ?? '',
      phone: test.phone,
      askedat: test.askedAt.toISOString(),
    },
    createdat: one.createdAt.toISOString(),
    disconnectedat: one.disconnectedAt?.toISOString() ?? null,
  }
}

/** What is announced of a shortcode whose operator Safaricom refuses. */
export function tellRefusedOperator(one: Connection): Happening {
  return { type: 'shortcode.operator_refused', subjectId: one.shortcode, data: presentShortcode(one) }
}

/** A shortcode as the audit trail shows it. */
export function pictureOf(one: Connection): Picture {
  const { environment, status, consumerkey, passkey, email, officialcontact, operator } = presentShortcode(one)
  return { environment, status, consumerkey, passkey, email, officialcontact, operator }
}

/** Throws a refusal for a contact that is no mobile number, which Bill Manager would not take. */
export async function readConnect(body: Static<typeof ConnectBody>) {
  const { shortcode, environment, consumerkey, consumersecret, passkey } = body
  if (readPhone(body.officialcontact) === null) refuse('phone_invalid', { field: 'officialcontact' })
  const contact = { email: tidied(body.email), officialContact: tidied(body.officialcontact) }
  const initiator = body.operator ? await readOperator(body.operator) : undefined
  const keys = { shortcode, environment, consumerKey: consumerkey, consumerSecret: consumersecret }
  return { wanted: { ...keys, ...(passkey !== undefined && { passkey }), ...(initiator && { initiator }) }, contact }
}

/** The credential of an operator. Throws a refusal when there is neither one nor password and certificate. */
export async function readOperator(body: Static<typeof OperatorBody>): Promise<Initiator> {
  const { securitycredential, password, certificate } = body
  const name = tidied(body.name)
  if (securitycredential) return { name, securityCredential: securitycredential }
  if (!password || !certificate) return refuse('operator_unreadable')
  try {
    return { name, securityCredential: await encryptSecurityCredential(password, certificate) }
  } catch (error) {
    if (!isPesafyError(error)) throw error
    return refuse('operator_unreadable')
  }
}
