import type { Schemas } from '../api.ts'
import type { Sentence } from '../words/say.ts'

type Customer = Schemas['Customer']

export const kinds = {
  individual: 'A person',
  business: 'A company or institution',
} as const satisfies Record<Customer['type'], Sentence>

export const wishes = {
  all: 'Every message',
  receipts: 'Only receipts',
  none: 'No messages',
} as const satisfies Record<Customer['emails'], Sentence>

/** Each in itself. */
export const languages = { en: 'English', sw: 'Kiswahili' }
