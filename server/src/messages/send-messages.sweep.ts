import { theBusiness, type Business } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { eachBusinessWithWork } from '../db/waiting.ts'
import { addressed, findInvoicePapers, findReceiptPaper } from '../documents/find-papers.ts'
import { render } from '../documents/render.ts'
import { claimMessages, holdInQuietHours, takeUpAfterCrash, type Claimed } from './claim-messages.ts'
import { settleMessages, type Settled } from './settle-messages.ts'
import type { Handed } from './sms-gateway.ts'

/** So many are in the air when a worker dies, and then nobody knows what became of them: few, handed over side by side. */
const atOnce = 20

/** Brings messages to customers, each once: `sending` is committed before the call, and what became of it after. */
export function sendMessages(ctx: Context, limit: number): Promise<number> {
  return eachBusinessWithWork(ctx, 'messages', 'next_attempt_at', async (businessId) => {
    const { business, idle, claimed } = await inBusiness(ctx.sql, businessId, async (tx) => {
      const business = await theBusiness(tx, businessId)
      const died = await takeUpAfterCrash(tx, ctx, businessId)
      const held = await holdInQuietHours(tx, ctx, business)
      const { dealtWith, claimed } = await claimMessages(tx, ctx, business, Math.min(limit, atOnce))
      return { business, claimed, idle: died + held + dealtWith - claimed.length }
    })
    const settled = await Promise.all(
      claimed.map(async (message): Promise<Settled> => ({ message, handed: await handOver(ctx, business, message) })),
    )
    if (settled.length > 0) await inBusiness(ctx.sql, businessId, (tx) => settleMessages(tx, ctx, businessId, settled))
    for (const { message, handed } of settled) {
      ctx.meter.messages.inc({ channel: message.channel, outcome: handed.kind })
      if (handed.kind !== 'sent')
        ctx.log.warn({ businessId, messageId: message.id, ...handed }, 'a message was not taken')
    }
    return idle + settled.length
  })
}

function handOver(ctx: Context, business: Business, message: Claimed): Promise<Handed> {
  return message.channel === 'email' ? mail(ctx, business, message) : text(ctx, business, message)
}

async function text({ sms }: Context, { settings }: Business, { recipient, body }: Claimed): Promise<Handed> {
  if (!sms) return { kind: 'later', problem: 'No SMS gateway is set' }
  return sms({ recipient, text: body, sender: settings.smsSender })
}

async function mail(ctx: Context, business: Business, message: Claimed): Promise<Handed> {
  if (!ctx.mailer) return { kind: 'later', problem: 'No mail server is set' }
  const { id, recipient, title, body, stop } = message
  const document = await documentOf(ctx, business.id, message)
  if (document === 'failed') return { kind: 'later', problem: 'Its document could not be made' }
  const mailed = await ctx.mailer({
    id,
    recipient,
    title,
    body,
    sender: business.name,
    unsubscribe: stop,
    attachments: document ? [document] : [],
  })
  return mailed.kind === 'sent' ? { kind: 'sent', providerId: null, cost: null } : mailed
}

/** The receipt or the invoice as PDF. It is made before anything is handed over, so that a failure is known to be one. */
async function documentOf(ctx: Context, businessId: string, message: Claimed) {
  try {
    return await makeDocument(ctx, businessId, message)
  } catch (error) {
    ctx.log.error({ err: error, businessId, messageId: message.id }, 'the document of a message could not be made')
    return 'failed'
  }
}

async function makeDocument(ctx: Context, businessId: string, { receiptId, invoiceId, language }: Claimed) {
  const manner = { language, address: addressed }
  const paper = await inBusiness(ctx.sql, businessId, async (tx) =>
    receiptId === null
      ? (await findInvoicePapers(tx, ctx, businessId, [invoiceId], manner))[0]
      : findReceiptPaper(tx, businessId, receiptId, manner),
  )
  return paper ? { name: `${paper.name}.pdf`, type: 'application/pdf', bytes: await render(paper) } : null
}
