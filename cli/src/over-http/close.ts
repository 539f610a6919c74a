import type { Command } from 'commander'
import type { Data } from '@kusanya/sdk'
import { addDays, dayOf } from '@kusanya/domain/day.ts'
import { apiOf, type Api } from '../api.ts'
import { aDay, asking, type Asking } from '../options.ts'
import { facts, say, styled, table } from '../terminal.ts'
import { money } from '../words.ts'

type Close = Data<'createClose'>

export function addClose(kusanya: Command): void {
  asking(kusanya, 'close', 'close a day of a Paybill, with a tick or the list of what differs')
    .argument('<day>', 'YYYY-MM-DD, or yesterday', (text) => (text === 'yesterday' ? text : aDay(text)))
    .requiredOption('--shortcode <number>', 'the Paybill')
    .addHelpText(
      'after',
      '\nEnds with 3 when the day does not agree: it is closed all the same, and may be closed again.',
    )
    .action(async (day: string, { shortcode, json, ...server }: Asking & { shortcode: string }) => {
      const api = apiOf(server)
      const date = day === 'yesterday' ? await yesterday(api) : day
      const close = await api.closes.create({ shortcode, date })
      say(json, close, () => shown(close))
      if (!close.agrees) process.exitCode = 3
    })
}

/** By the clock of this machine, in the time zone of the business. */
async function yesterday(api: Api): Promise<string> {
  const { timezone } = await api.settings.get()
  return addDays(dayOf(new Date(), timezone), -1)
}

function shown(close: Close): string {
  const amount = (value: number | null) => (value === null ? 'none' : money(value))
  const head = facts([
    ['Day', `${close.date} of ${close.shortcode}`],
    ['Balances', close.source === 'statement' ? 'of the statement' : 'of the books: no statement covers the day'],
    ['Opening', money(close.opening)],
    ['Paid in', money(close.paidin)],
    ['Paid out', money(close.paidout)],
    ['Closing', money(close.closing)],
  ])
  if (close.agrees) return `${head}\n\n${styled('green', '✔')} The day agrees.`
  const differences = table(close.differences, [
    { head: 'RECEIPT', of: ({ receipt }) => receipt },
    { head: 'WHAT', of: ({ kind }) => kind.replaceAll('_', ' ') },
    { head: 'OURS', right: true, of: ({ ours }) => amount(ours) },
    { head: 'M-PESA’S', right: true, of: ({ theirs }) => amount(theirs) },
  ])
  return `${head}\n\n${styled('red', '✘')} The day does not agree:\n\n${differences}`
}
