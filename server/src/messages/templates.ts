import {
  fillTemplate,
  type Channel,
  type MessageLanguage,
  type Placeholder,
  type Purpose,
} from '@kusanya/domain/message.ts'
import { plainSigns } from '@kusanya/domain/sms.ts'
import type { Tx } from '../db/sql.ts'
import type { Template } from './english.ts'
import { messageWords } from './words.ts'

export type TemplateKey = { purpose: Purpose; channel: Channel; language: MessageLanguage }

/** The templates of a business: its own where it has written any, else ours. */
export type Templates = (key: TemplateKey) => Template & { isOwn: boolean }

export async function findTemplates(tx: Tx, businessId: string): Promise<Templates> {
  const rows = await tx<
    {
      purpose: 'invoice' | 'receipt' | 'reminder'
      channel: 'email' | 'sms'
      language: 'en' | 'sw'
      title: string | null
      body: string
    }[]
  >`
    select purpose, channel, language, title, body from message_templates
    where business_id = ${businessId} and body is not null
  `
  const own = new Map(rows.map((row) => [nameOf(row), { title: row.title ?? '', body: row.body, isOwn: true }]))
  return (key) => own.get(nameOf(key)) ?? { ...ours(key), isOwn: false }
}

export function nameOf({ purpose, channel, language }: TemplateKey): string {
  return `${purpose}.${channel}.${language}`
}

function ours({ purpose, channel, language }: TemplateKey): Template {
  return messageWords(language).templates[purpose][channel]
}

/** A message as it is read. An SMS is written in signs that the networks have, where they have any. A mail always says where its reader can choose: where the template does not, it is added. */
export function write(key: TemplateKey, template: Template, values: Record<Placeholder, string>): Template {
  const title = key.channel === 'email' ? fillTemplate(template.title, values).replace(/\s+/g, ' ').trim() : ''
  const body = fillTemplate(template.body, values)
  if (key.channel === 'sms') return { title, body: plainSigns(body) }
  if (template.body.includes('{stop}')) return { title, body }
  return { title, body: `${body}\n\n${messageWords(key.language).choose(values.stop)}` }
}
