import { kesOnly, knownKeys, textOnly } from './known.ts'
import { cents, kes } from './money.ts'
import type { App, Business } from './state.ts'
import { setBalance } from './transfers.ts'
import { endpointNames } from './trouble-wish.ts'
import type { World } from './world.ts'

/** The simulator's own passkey, of every Paybill that is not given another. Public test data, no secret. */
export const demoPasskey = 'simulator0passkey0simulator0passkey0simulator0passkey0simulator00'
/** The sandbox's public passkey of 174379, printed in every tutorial: programs written for the sandbox run unchanged. */
export const sandboxPasskey = 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919'
export const demoConsumerKey = 'demo'
export const demoConsumerSecret = 'demo'
export const demoInitiator = { name: 'testapi', password: 'Simulator123!' }

export interface BusinessWish {
  shortcode: string
  name?: string
  kind?: 'paybill' | 'till'
  passkey?: string
  /** The app that may call for this shortcode; made if there is none with this key. Default: the app `demo`. */
  consumerKey?: string
  consumerSecret?: string
  /** M-PESA asks the validation URL before it takes a payment. */
  validation?: boolean
  /** KES in the utility account, from which B2C pays. */
  balance?: number
  /** KES in the working account, into which customers pay. */
  workingBalance?: number
  /** How the holder of this till answers a B2B Express push; default: he pays. */
  express?: 'pays' | 'cancels' | 'no-number' | 'no-kyc'
  /** The only operator of the initiator APIs; `null` lets anybody be one. */
  initiator?: { name: string; password: string } | null
  /** API products ticked on the app, by endpoint name; absent means all. */
  products?: string[]
}

const allExpress: readonly unknown[] = ['pays', 'cancels', 'no-number', 'no-kyc']
const names = ['name', 'passkey', 'consumerKey', 'consumerSecret']
const amounts = ['balance', 'workingBalance']

/** Answers the shortcode. Throws an Error that says what is wrong, before anything is stored. */
function check(wish: BusinessWish): string {
  const others = ['shortcode', 'kind', 'validation', 'express', 'initiator', 'products']
  knownKeys(wish, [...others, ...names, ...amounts])
  const { shortcode, kind, validation, express, initiator, products } = wish as Partial<BusinessWish>
  if (typeof shortcode === 'object' || !/^\d{5,7}$/.test(String(shortcode)))
    throw new Error('shortcode must be 5 to 7 digits')
  textOnly({ ...wish }, ...names)
  kesOnly({ ...wish }, ...amounts)
  if (kind !== undefined && kind !== 'paybill' && kind !== 'till') throw new Error('kind must be paybill or till')
  if (validation !== undefined && typeof validation !== 'boolean') throw new Error('validation must be true or false')
  if (express !== undefined && !allExpress.includes(express))
    throw new Error(`express must be one of ${allExpress.join(', ')}`)
  if (initiator !== undefined && initiator !== null) {
    knownKeys(initiator, ['name', 'password'])
    const { name, password } = initiator
    if (typeof name !== 'string' || typeof password !== 'string')
      throw new Error('initiator must be null, or {name, password} of text')
  }
  if (products !== undefined && !(Array.isArray(products) && products.every((one) => endpointNames.includes(one))))
    throw new Error(`products must be a list of ${endpointNames.join(', ')}`)
  return String(shortcode)
}

/** Makes a business, or changes what is named of one. Throws an Error that says what is wrong. */
export function putBusiness(world: World, wish: BusinessWish): Business {
  const shortcode = check(wish)
  const known = world.state.businesses.get(shortcode)
  const business: Business = known ?? {
    shortcode,
    name: `Business ${shortcode}`,
    kind: 'paybill',
    passkey: demoPasskey,
    workingCents: cents(wish.workingBalance ?? 0),
    utilityCents: cents(wish.balance ?? 1_000_000),
    chargesCents: 0,
    validation: false,
    initiator: { ...demoInitiator },
  }
  if (wish.name !== undefined) business.name = wish.name
  if (wish.kind !== undefined) business.kind = wish.kind
  if (wish.passkey !== undefined) business.passkey = wish.passkey
  if (wish.validation !== undefined) business.validation = wish.validation
  if (wish.express !== undefined) business.express = wish.express
  if (wish.initiator === null) delete business.initiator
  else if (wish.initiator !== undefined) business.initiator = wish.initiator
  world.state.businesses.set(shortcode, business)
  if (wish.balance !== undefined) setBalance(world, business, 'utility', cents(wish.balance))
  if (wish.workingBalance !== undefined) setBalance(world, business, 'working', cents(wish.workingBalance))
  if (!known || wish.consumerKey !== undefined) giveToApp(world, wish, shortcode)
  world.changed({ type: 'business', shortcode })
  return business
}

function giveToApp(world: World, wish: BusinessWish, shortcode: string): void {
  const consumerKey = wish.consumerKey ?? demoConsumerKey
  const app: App = world.state.apps.get(consumerKey) ?? {
    consumerKey,
    consumerSecret: wish.consumerSecret ?? demoConsumerSecret,
    shortcodes: [],
  }
  if (wish.consumerSecret !== undefined) app.consumerSecret = wish.consumerSecret
  if (wish.products !== undefined) app.products = wish.products
  if (!app.shortcodes.includes(shortcode)) app.shortcodes.push(shortcode)
  world.state.apps.set(consumerKey, app)
}

export function viewBusiness(world: World, business: Business) {
  const bills = [...world.state.bills.values()].filter((bill) => bill.shortcode === business.shortcode)
  return {
    shortcode: business.shortcode,
    name: business.name,
    kind: business.kind,
    passkey: business.passkey,
    validation: business.validation,
    balances: {
      working: kes(business.workingCents),
      utility: kes(business.utilityCents),
      charges: kes(business.chargesCents),
    },
    initiator: business.initiator?.name ?? null,
    apps: [...world.state.apps.values()]
      .filter((app) => app.shortcodes.includes(business.shortcode))
      .map((app) => app.consumerKey),
    c2b: business.c2b ?? null,
    optIn: business.optIn ? { ...business.optIn, at: new Date(business.optIn.at).toISOString() } : null,
    bills: {
      sent: bills.length,
      open: bills.filter((bill) => !bill.cancelled && bill.paidCents < bill.amountCents).length,
    },
  }
}
