import type { MessageLanguage } from '@kusanya/domain/message.ts'
import { english, type MessageWords } from './english.ts'
import { kiswahili } from './kiswahili.ts'

const all: Record<MessageLanguage, MessageWords> = { en: english, sw: kiswahili }

export function messageWords(language: MessageLanguage): MessageWords {
  return all[language]
}
