import { tidyReference } from '@kusanya/domain/account-number.ts'
import { readReference } from '@kusanya/domain/matching/reference.ts'
import { validate, type Answer } from '@kusanya/domain/matching/validate.ts'
import type { BusinessSettings } from '@kusanya/domain/settings.ts'
import type { Tx } from '../db/sql.ts'
import { fetchTyped } from './fetch-book.ts'
import { matchingOf } from './find-matches.ts'

/**
 * Whether a payment may go on, by the business's policy and what the payer typed. The account of a standalone link is no
 * customer's, and is known all the same. No policy turns an amount away: too much and too little are both welcome.
 */
export async function validatePayment(
  tx: Tx,
  business: { id: string; settings: BusinessSettings },
  typed: string,
): Promise<Answer> {
  const { validationPolicy } = business.settings
  if (validationPolicy === 'accept_all') return '0'
  const numbering = matchingOf(business.settings)
  const [book, [known]] = await Promise.all([
    fetchTyped(tx, business.id, readReference(typed, numbering)),
    tx<{ id: string }[]>`
      select id from accounts where business_id = ${business.id} and number = ${tidyReference(typed)}
    `,
  ])
  return known ? '0' : validate(typed, validationPolicy, book, numbering)
}
