import { Refusal, type RefusalCode } from '@kusanya/domain/refusal.ts'
import { isPesafyError, type PesafyError } from '@kusanya/mpesa'

/** What Safaricom's words mean to whoever connects a shortcode. The first that fits. */
const meanings: [RegExp, RefusalCode][] = [
  [/invalid authentication passed|check consumerKey/i, 'daraja_keys_wrong'],
  [/urls are already registered|duplicate notification info/i, 'daraja_urls_taken'],
  [/invalid consumer key\/shortcode|invalid shortcode|merchant does not exist/i, 'daraja_shortcode_unknown'],
  [/wrong credentials/i, 'daraja_passkey_wrong'],
  // The token is fresh: what refuses it is the product, which the app has not ticked.
  [/no apiproduct match|invalid access token|unauthorized/i, 'daraja_product_missing'],
]

/** Production takes the addresses of a shortcode once. */
export function saysUrlsTaken(error: unknown): boolean {
  return isPesafyError(error) && meaningOf(error.message) === 'daraja_urls_taken'
}

/** What became of a call to Safaricom, as a refusal that says what is to be mended. */
export function refusalOf(error: PesafyError): Refusal {
  const meaning = meaningOf(error.message)
  if (meaning) return new Refusal(meaning)
  const isSilence = error.retryable || error.outcome === 'unknown'
  return new Refusal(isSilence ? 'daraja_silent' : 'daraja_refused', { reason: error.message })
}

/** The same of Safaricom's words alone. */
export function refusalByWords(words: string): Refusal {
  return new Refusal(meaningOf(words) ?? 'daraja_refused', { reason: words })
}

function meaningOf(words: string): RefusalCode | undefined {
  return meanings.find(([pattern]) => pattern.test(words))?.[1]
}
