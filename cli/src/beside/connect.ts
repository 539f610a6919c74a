import type { Command } from 'commander'
import { askFor, askSecret } from '../ask.ts'
import { deed, type Json } from '../options.ts'
import { misuse } from '../stop.ts'
import { facts, say } from '../terminal.ts'

type Options = Json & {
  business?: string
  shortcode?: string
  email?: string
  contact?: string
  sandbox?: boolean
  passkey: boolean
}

const secrets = {
  consumerKey: { variable: 'MPESA_CONSUMER_KEY', label: 'Consumer key of the Daraja app' },
  consumerSecret: { variable: 'MPESA_CONSUMER_SECRET', label: 'Consumer secret of the Daraja app' },
  passkey: { variable: 'MPESA_PASSKEY', label: 'Passkey of Lipa Na M-PESA Online' },
}

export function addConnect(kusanya: Command): void {
  deed(kusanya, 'connect', 'opt a Paybill in to Bill Manager, and register where its payments are announced')
    .option('--business <id>', 'whose it is; may be left out while there is one only')
    .option('--shortcode <number>', 'the Paybill')
    .option('--email <address>', 'that Bill Manager shows to customers')
    .option('--contact <phone>', 'the official contact; a mobile number lets payments be pulled, too')
    .option('--sandbox', 'Safaricom’s sandbox instead of production')
    .option('--no-passkey', 'without one: phones cannot be asked for the PIN')
    .addHelpText('after', helpOnSecrets())
    .action(async (options: Options) => {
      const shortcode = await askFor(options.shortcode, 'Paybill', '--shortcode')
      if (!/^\d{5,7}$/.test(shortcode)) misuse(`${shortcode} is no shortcode.`, 'It has five to seven digits.')
      const email = await askFor(options.email, 'E-mail address for customers', '--email')
      const officialContact = await askFor(options.contact, 'Official contact, a phone', '--contact')
      const credentials = {
        consumerKey: await askSecret(secrets.consumerKey),
        consumerSecret: await askSecret(secrets.consumerSecret),
        passkey: options.passkey ? await askSecret(secrets.passkey) : null,
      }
      const environment = options.sandbox ? 'sandbox' : 'production'
      const { connectPaybill } = await import('./connect-paybill.ts')
      const wanted = { shortcode, environment, ...credentials } as const
      const businessId = await connectPaybill(options.business, wanted, { email, officialContact })
      const told: [string, string][] = [
        ['Paybill', shortcode],
        ['Business', businessId],
        ['Bill Manager', 'opted in; callbacks registered'],
      ]
      say(options.json, { businessId, shortcode, optedIn: true }, () => facts(told))
    })
}

function helpOnSecrets(): string {
  const lines = Object.values(secrets).map(({ variable, label }) => `  ${variable.padEnd(22)} ${label}`)
  return `\nSecrets are asked for, or read from the environment:\n${lines.join('\n')}`
}
