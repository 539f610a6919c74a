import { callbackUrls } from '@kusanya/server/businesses/connect-shortcode.ts'
import type { Context } from '@kusanya/server/context.ts'
import { inBusiness } from '@kusanya/server/db/sql.ts'
import { findShortcodes, type Shortcode } from '@kusanya/server/payments/daraja.ts'
import { bad, doubtful, good, type Finding } from './finding.ts'

const safaricom = 'https://api.safaricom.co.ke'
const patienceMs = 10_000

type Answered = { status: number; date: Date | null; isOurs: boolean; text: string }

/** Asks an address and never throws: null is no answer. */
async function ask(url: string): Promise<Answered | null> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) })
    const said = answer.headers.get('date')
    const date = said === null ? null : new Date(said)
    return { status: answer.status, date, isOurs: answer.headers.has('x-request-id'), text: await answer.text() }
  } catch {
    return null
  }
}

/** This machine's clock beside that of whoever speaks for M-PESA: its time is written into every request for a PIN. */
export async function examineClock({ config, now }: Context): Promise<Finding[]> {
  const answered = await ask(config.darajaUrl ?? safaricom)
  if (!answered?.date) {
    const where = config.darajaUrl ?? safaricom
    return [
      doubtful('clock', `${where} does not answer, so there is no time to compare with`, 'Let this machine reach it.'),
    ]
  }
  const seconds = Math.abs(answered.date.getTime() - now().getTime()) / 1000
  if (seconds < 30) return [good('clock', 'this machine has the same time as M-PESA')]
  const remedy = 'Let this machine follow the network’s time: timedatectl set-ntp true'
  return [bad('clock', `this machine is ${seconds.toFixed(0)} s away from M-PESA’s time`, remedy)]
}

/** The public URL is one that Safaricom takes, and this server is what answers there. */
export async function examineAddress({ publicUrl, config }: Context): Promise<Finding[]> {
  if (!publicUrl) {
    const remedy = 'Set KUSANYA_PUBLIC_URL to the https address of the proxy before this server.'
    return [bad('public URL', 'it is not set: payers and Safaricom are told of localhost', remedy)]
  }
  const answered = await ask(`${publicUrl}/healthz`)
  if (answered === null) {
    const remedy = 'Start the server, and see that the proxy, its DNS name and its certificate lead to it.'
    return [bad('public URL', `nobody answers at ${publicUrl}`, remedy)]
  }
  if (answered.status !== 200 || !answered.isOurs) {
    const remedy = 'See where the proxy sends it, or mend KUSANYA_PUBLIC_URL.'
    return [bad('public URL', `what answers at ${publicUrl} is not this server (HTTP ${answered.status})`, remedy)]
  }
  if (publicUrl.startsWith('https:')) return [good('public URL', `${publicUrl} leads to the server`)]
  const remedy = 'Put a proxy that speaks TLS before it: Safaricom calls https only.'
  if (config.darajaUrl !== null)
    return [good('public URL', `${publicUrl} leads to the server; the simulator takes http`)]
  return [bad('public URL', `${publicUrl} is not https`, remedy)]
}

/** Each Paybill's credentials at Daraja, and the address at which its payments are announced. */
export async function examineDaraja(ctx: Context): Promise<Finding[]> {
  const businesses = await ctx.sql<{ id: string; name: string }[]>`select id, name from businesses order by id`
  const found: Finding[] = []
  for (const { id, name } of businesses) {
    const shortcodes = await inBusiness(ctx.sql, id, (tx) => findShortcodes(tx, ctx, id))
    if (shortcodes.length === 0) {
      found.push(doubtful('Daraja', `${name} has no Paybill`, `kusanya connect --business ${id}`))
      continue
    }
    for (const shortcode of shortcodes) found.push(await examineCredentials(ctx, name, shortcode))
    found.push(await examineCallbacks(ctx, id, name))
  }
  const remedy = 'Make one: kusanya business create'
  return businesses.length === 0 ? [doubtful('Daraja', 'there is no business yet', remedy)] : found
}

async function examineCredentials(ctx: Context, name: string, shortcode: Shortcode): Promise<Finding> {
  const { businessId, shortcode: number, environment } = shortcode
  const again = `kusanya connect --business ${businessId} --shortcode ${number}`
  try {
    await ctx.daraja(shortcode).accessToken()
  } catch (error) {
    const remedy = `If they are wrong, give the right ones: ${again}`
    return bad('Daraja', `${number} of ${name}: its credentials got no token: ${(error as Error).message}`, remedy)
  }
  if (!shortcode.optedIn) return bad('Daraja', `${number} of ${name} is not opted in to Bill Manager`, again)
  if (shortcode.passkey === null) {
    return doubtful('Daraja', `${number} of ${name} has no passkey: phones cannot be asked for the PIN`, again)
  }
  return good('Daraja', `${number} of ${name} (${environment}): its credentials are good`)
}

/** Asks by GET what takes POST: the refusal proves that the way leads to it, and leaves nothing behind. */
async function examineCallbacks(ctx: Context, businessId: string, name: string): Promise<Finding> {
  const what = 'callbacks'
  if (!ctx.publicUrl) return bad(what, `${name}: there is no public URL`, 'Set KUSANYA_PUBLIC_URL.')
  for (const url of Object.values(callbackUrls(ctx, businessId))) {
    const road = new URL(url).pathname.split('/').slice(3).join('/')
    const answered = await ask(url)
    const remedy = `Let the proxy pass on everything below ${ctx.publicUrl}/hooks/ as it is, POST included.`
    if (answered === null) return bad(what, `${name}: nobody answers where “${road}” is announced`, remedy)
    if (answered.status !== 405 || !answered.isOurs) {
      return bad(what, `${name}: “${road}” does not reach the server (HTTP ${answered.status})`, remedy)
    }
  }
  return good(what, `${name}: all of them reach the server from here`)
}
