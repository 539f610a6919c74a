import { pick } from '../ids.ts'
import type { Business } from '../state.ts'
import type { World } from '../world.ts'
import type { Answer } from './answers.ts'
import { BillRefusal } from './bill-fields.ts'
import { type Call, type Fields, isWebUrl, ok, text } from './call.ts'

const unknownBiller = () => new BillRefusal('409', 'Invalid consumer key/shortcode')

/** `POST /v1/billmanager-invoice/optin`. */
export function optIn(world: World, { app, fields }: Call): Answer {
  const business = owned(world, app.shortcodes, fields)
  if (business.optIn) throw new BillRefusal('409', 'Biller already Registered')
  const details = readDetails(fields)
  for (const name of ['email', 'officialContact', 'sendReminders', 'callbackUrl'] as const)
    if (details[name] === undefined) throw new BillRefusal('400', `Bad Request - Missing ${wireName(name)}`)
  const appKey = `AG_${pick(world.chance, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 24)}`
  business.optIn = {
    appKey,
    email: details.email!,
    officialContact: details.officialContact!,
    sendReminders: details.sendReminders!,
    callbackUrl: details.callbackUrl!,
    logo: details.logo ?? '',
    at: world.agenda.now(),
  }
  world.changed({ type: 'business', shortcode: business.shortcode })
  return ok({ app_key: appKey, resmsg: 'Success', rescode: '200' })
}

/** `POST /v1/billmanager-invoice/change-optin-details`: what is not named stays as it was. */
export function changeOptIn(world: World, { app, fields }: Call): Answer {
  const business = owned(world, app.shortcodes, fields)
  if (!business.optIn) throw unknownBiller()
  const named = Object.entries(readDetails(fields)).filter(([, value]) => value !== undefined)
  Object.assign(business.optIn, Object.fromEntries(named))
  world.changed({ type: 'business', shortcode: business.shortcode })
  return ok({ resmsg: 'Success', rescode: '200' })
}

function owned(world: World, shortcodes: string[], fields: Fields): Business {
  const shortcode = text(fields, 'shortcode')
  if (shortcode === '') throw new BillRefusal('400', 'Bad Request - Missing shortcode')
  const business = world.state.businesses.get(shortcode)
  if (!business || business.kind !== 'paybill' || !shortcodes.includes(shortcode)) throw unknownBiller()
  return business
}

const wireName = (name: string) => (name === 'callbackUrl' ? 'callbackurl' : name)

function readDetails(fields: Fields) {
  const email = text(fields, 'email')
  if (email !== '' && !/^\S+@\S+\.\S+$/.test(email)) throw new BillRefusal('400', 'Bad Request - Invalid email')
  const contact = text(fields, 'officialContact')
  if (contact !== '' && !/^(?:254|0)[17]\d{8}$/.test(contact))
    throw new BillRefusal('409', 'Incorrect phone number format')
  const reminders = text(fields, 'sendReminders')
  if (reminders !== '' && reminders !== '0' && reminders !== '1')
    throw new BillRefusal('400', 'Bad Request - Invalid sendReminders')
  // Documented in lower case; several clients send it in camel case.
  const url = text(fields, 'callbackurl') || text(fields, 'callbackUrl')
  if (url !== '' && !isWebUrl(url)) throw new BillRefusal('400', 'Bad Request - Invalid callbackurl')
  const logo = fields.logo === undefined ? undefined : text(fields, 'logo')
  return {
    email: email || undefined,
    officialContact: contact || undefined,
    sendReminders: reminders === '' ? undefined : reminders === '1',
    callbackUrl: url || undefined,
    logo,
  }
}

/**
 * The business a Bill Manager call is for. Invoices do not name a shortcode: the app key says which, and without one
 * it is the app's latest opt-in.
 */
export function billerOf(world: World, call: Call): Business {
  const key = call.headers.appkey ?? call.headers.app_key
  const optedIn = call.app.shortcodes
    .map((shortcode) => world.state.businesses.get(shortcode))
    .filter((business) => business?.optIn !== undefined)
    .sort((a, b) => b!.optIn!.at - a!.optIn!.at)
  const keyed = optedIn.find((business) => business!.optIn!.appKey === key)
  const biller = keyed ?? (world.switches.requireAppKey ? undefined : optedIn[0])
  if (!biller) throw unknownBiller()
  return biller
}
