import type { Handed, Sms, SmsGateway } from './sms-gateway.ts'

export type AfricasTalkingAccount = { username: string; apiKey: string; url: string | null }

type Recipient = { statusCode: number; status: string; messageId: string | null; cost: string | null }

const patienceMs = 20_000
const taken = [100, 101, 102]
/** RiskHold, InsufficientBalance, InternalServerError, GatewayError: about the account or the moment, not about the message. */
const passing = [401, 405, 500, 501]
/** What a connection that was never made says. */
const neverArrived = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]

/**
 * Africa's Talking: `POST /version1/messaging`, form-encoded, key in the header `apiKey`; answers 201 with a status for each
 * recipient (developers.africastalking.com/docs/sms/sending). It knows no idempotency key: a lost answer stays unknown.
 */
export function africasTalking({ username, apiKey, url }: AfricasTalkingAccount): SmsGateway {
  const home = username === 'sandbox' ? 'https://api.sandbox.africastalking.com' : 'https://api.africastalking.com'
  const address = `${url ?? home}/version1/messaging`
  return async (sms) => {
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { apiKey, accept: 'application/json' },
        body: formOf(username, sms),
        signal: AbortSignal.timeout(patienceMs),
        redirect: 'error',
      })
      return readAnswer(response.status, await response.text())
    } catch (error) {
      return ofFailure(error as FetchProblem)
    }
  }
}

function formOf(username: string, { recipient, text, sender }: Sms): URLSearchParams {
  const form = new URLSearchParams({ username, to: `+${recipient}`, message: text })
  if (sender !== null) form.set('from', sender)
  return form
}

/** Exported for its table of cases. A body that cannot be read says nothing of what was done. */
export function readAnswer(status: number, body: string): Handed {
  if (status === 401 || status === 403) return { kind: 'later', problem: `The key was not taken: ${excerpt(body)}` }
  if (status === 429) return { kind: 'later', problem: 'Too many requests' }
  if (status >= 400 && status < 500 && status !== 408 && status !== 409)
    return { kind: 'refused', problem: `HTTP ${status}: ${excerpt(body)}` }
  const data = parse(body)
  const recipient = data && readRecipient(data.Recipients)
  if (!recipient) {
    // Taken for nobody, with the reason in words, as `InvalidSenderId`.
    if (status < 300 && data && Array.isArray(data.Recipients) && typeof data.Message === 'string')
      return { kind: 'refused', problem: data.Message }
    return { kind: 'unknown', problem: `HTTP ${status}: ${excerpt(body)}` }
  }
  if (taken.includes(recipient.statusCode))
    return { kind: 'sent', providerId: recipient.messageId, cost: recipient.cost }
  const kind = passing.includes(recipient.statusCode) ? 'later' : 'refused'
  return { kind, problem: `${recipient.status} (${recipient.statusCode})` }
}

function parse(body: string): { Message?: unknown; Recipients?: unknown } | null {
  try {
    const { SMSMessageData: data } = JSON.parse(body) as { SMSMessageData?: unknown }
    return typeof data === 'object' ? data : null
  } catch {
    return null
  }
}

function readRecipient(recipients: unknown): Recipient | null {
  const [one] = Array.isArray(recipients) ? (recipients as Record<string, unknown>[]) : []
  if (typeof one !== 'object' || one === null || typeof one['statusCode'] !== 'number') return null
  const text = (value: unknown) => (typeof value === 'string' && value !== 'None' && value !== '' ? value : null)
  return {
    statusCode: one['statusCode'],
    status: text(one['status']) ?? 'Refused',
    messageId: text(one['messageId']),
    cost: text(one['cost']),
  }
}

type FetchProblem = Error & { cause?: { code?: string } }

function ofFailure(error: FetchProblem): Handed {
  const code = error.cause?.code ?? ''
  const problem = code === '' ? error.message : `${error.message}: ${code}`
  return { kind: neverArrived.includes(code) ? 'later' : 'unknown', problem }
}

const excerpt = (body: string) => body.replace(/\s+/g, ' ').trim().slice(0, 200)
