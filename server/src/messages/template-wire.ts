import { channels, messageLanguages, placeholdersOf, purposes } from '@kusanya/domain/message.ts'
import { Type, type Static } from 'typebox'
import { maybe, named, submission, text } from '../http/fields.ts'
import { nameOf, type TemplateKey, type Templates } from './templates.ts'

const key = {
  purpose: Type.Enum(purposes),
  channel: Type.Enum(channels),
  language: Type.Enum(messageLanguages),
}
export const TemplateOnWire = named('MessageTemplate', {
  _id: Type.String({ description: 'Purpose, channel and language, as `reminder.sms.en`' }),
  ...key,
  title: Type.String({ description: 'The subject line of a mail; empty for SMS' }),
  text: Type.String(),
  own: Type.Boolean({ description: 'The business wrote it; else it is ours' }),
  placeholders: Type.Array(Type.String()),
})

export const UpdateTemplateBody = Type.Object(
  {
    ...key,
    title: maybe(text(200)),
    text: Type.Union([Type.String({ minLength: 1, maxLength: 5000, pattern: '\\S' }), Type.Null()], {
      description: 'With placeholders such as `{customer}`; null goes back to ours',
      missing: 'text is required',
    }),
  },
  submission,
)

/** Every template there is, in one order. */
export const allTemplates: TemplateKey[] = purposes.flatMap((purpose) =>
  channels.flatMap((channel) => messageLanguages.map((language) => ({ purpose, channel, language }))),
)

export function presentTemplate(one: TemplateKey, templates: Templates): Static<typeof TemplateOnWire> {
  const { title, body, isOwn } = templates(one)
  return { _id: nameOf(one), ...one, title, text: body, own: isOwn, placeholders: [...placeholdersOf(one.purpose)] }
}
