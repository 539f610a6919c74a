import type { Chance } from './chance.ts'
import { checkoutTime, compactTime, receiptPrefix } from './nairobi.ts'

export function pick(chance: Chance, alphabet: string, length: number): string {
  let out = ''
  for (let i = 0; i < length; i++) out += alphabet[Math.floor(chance() * alphabet.length)]
  return out
}

const hex = (chance: Chance, length: number) => pick(chance, '0123456789abcdef', length)
const digits = (chance: Chance, length: number) => pick(chance, '0123456789', length)

/** Ten characters: year letter, month letter, day sign and seven by chance, as real receipts are. */
export function newReceipt(chance: Chance, at: number): string {
  return receiptPrefix(at) + pick(chance, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 7)
}

/** The gateway's newer form, also used for MerchantRequestID and OriginatorConversationID. */
export function newRequestId(chance: Chance): string {
  return `${hex(chance, 4)}-${hex(chance, 4)}-${hex(chance, 4)}-${hex(chance, 12)}${digits(chance, 7)}`
}

/** `ws_CO_`, the time to the millisecond, and the last nine digits of the phone. */
export function newCheckoutId(at: number, msisdn: string): string {
  return `ws_CO_${checkoutTime(at)}${msisdn.slice(-9)}`
}

export function newConversationId(chance: Chance, at: number): string {
  return `AG_${compactTime(at).slice(0, 8)}_${hex(chance, 20)}`
}

export function newToken(chance: Chance): string {
  return pick(chance, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 28)
}
