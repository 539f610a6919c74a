/** The last word of an address, where it is no verb of its own. */
const verbs: Record<string, string> = { details: 'get' }

/**
 * The `operationId` of a route that gives none, from its address: `POST /business/invoice/create` is `createInvoice`,
 * `GET /business/invoice/{id}/payment/list` is `listInvoicePayments`, `GET /business/customer/{id}/statement` is
 * `getCustomerStatement`.
 */
export function nameOperation(method: string, path: string): string {
  const words = path.split('/').filter((part) => part !== '' && part !== 'business' && !part.startsWith('{'))
  const last = words.at(-1) ?? ''
  const asks = method === 'get' && last !== 'list' && last !== 'details'
  const verb = asks ? 'get' : (verbs[last] ?? last)
  const nouns = asks ? words : words.slice(0, -1)
  const name = nouns.flatMap((noun) => noun.split('-')).map(capitalized)
  return camel(verb) + (verb === 'list' ? plural(name.join('')) : name.join(''))
}

export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function camel(words: string): string {
  const [first = '', ...others] = words.split('-')
  return first + others.map(capitalized).join('')
}

function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}
