import type { Command } from 'commander'
import { askFor } from '../ask.ts'
import { deed, type Json } from '../options.ts'
import { misuse } from '../stop.ts'
import { facts, mention, say, table } from '../terminal.ts'
import { date } from '../words.ts'

type Create = Json & { live?: boolean; currency: string; timezone: string }

export function addBusiness(kusanya: Command): void {
  const business = kusanya.command('business').description('businesses, the tenants of this server')

  deed(business, 'create [name]', 'make a business and its first API key, which is shown this once')
    .option('--live', 'its first key begins with cs_live_ and not with cs_test_')
    .option('--currency <code>', 'three letters', 'KES')
    .option('--timezone <zone>', 'in which its days begin and end', 'Africa/Nairobi')
    .action(async (given: string | undefined, options: Create) => {
      const { currency, timezone } = options
      if (!/^[A-Z]{3}$/.test(currency)) misuse(`${currency} is no currency.`, 'Write three letters, such as KES.')
      if (!isZone(timezone)) misuse(`${timezone} is no time zone.`, 'Write one such as Africa/Nairobi.')
      const name = await askFor(given, 'Name of the business', 'it after "business create"')
      if (name.length > 200) misuse('The name has more than 200 characters.')
      const mode = options.live ? 'live' : 'test'
      const { makeBusiness } = await import('./businesses.ts')
      const made = await makeBusiness({ name, currency, timeZone: timezone, mode })
      say(options.json, made, () => facts([['Business', name], ['Id', made.businessId], ['API key', made.apiKey]])) // prettier-ignore
      mention('The key is kept nowhere else: put it where KUSANYA_API_KEY is read from.')
    })

  deed(business, 'list', 'the businesses of this server').action(async ({ json }: Json) => {
    const { listBusinesses } = await import('./businesses.ts')
    const businesses = await listBusinesses()
    say(json, businesses, () =>
      table(businesses, [
        { head: 'ID', of: ({ id }) => id },
        { head: 'NAME', of: ({ name }) => name },
        { head: 'SHORTCODES', of: ({ shortcodes }) => shortcodes.join(', ') || 'none' },
        { head: 'SINCE', of: ({ createdAt }) => date(createdAt) },
      ]),
    )
  })
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
