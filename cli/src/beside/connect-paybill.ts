import {
  connectShortcode,
  type BillManagerContact,
  type NewShortcode,
} from '@kusanya/server/businesses/connect-shortcode.ts'
import type { Context } from '@kusanya/server/context.ts'
import { misuse, Stop } from '../stop.ts'
import { withServersMeans } from './open.ts'

/** Connects a Paybill of a business: of the only one when none is named. Answers whose it is. */
export function connectPaybill(
  business: string | undefined,
  wanted: NewShortcode,
  contact: BillManagerContact,
): Promise<string> {
  return withServersMeans(async (ctx) => {
    if (!ctx.publicUrl) {
      throw new Stop('It is not known where Safaricom reaches this server.', { remedy: 'Set KUSANYA_PUBLIC_URL.' })
    }
    const businessId = await chooseBusiness(ctx, business)
    await connectShortcode(ctx, businessId, wanted, contact).catch(explain)
    return businessId
  })
}

async function chooseBusiness({ sql }: Context, wanted: string | undefined): Promise<string> {
  const all = await sql<{ id: string; name: string }[]>`select id, name from businesses order by id`
  const [first, ...others] = wanted === undefined ? all : all.filter(({ id }) => id === wanted)
  if (first && others.length === 0) return first.id
  if (first) misuse('There is more than one business.', 'Add --business: "kusanya business list" shows their ids.')
  throw new Stop(wanted === undefined ? 'There is no business yet.' : `There is no business ${wanted}.`, {
    remedy: 'Make one with "kusanya business create".',
  })
}

/** What Safaricom took is kept already: to repeat the command is all that is needed. */
function explain(error: unknown): never {
  throw new Stop(`Safaricom did not take it: ${(error as Error).message}`, {
    remedy: 'Mend what it says and repeat the command; "kusanya doctor" tries the credentials.',
  })
}
