import type { swahili } from './swahili.ts'

export const languages = { en: 'English', sw: 'Kiswahili' } as const
export type Language = keyof typeof languages
/** What the dashboard can say. The English sentence is its own name; Kiswahili has the same ones, or does not compile. */
export type Sentence = keyof typeof swahili
type Named = Record<string, string | number>

let spoken: Language = 'en'
let words: Record<Sentence, string> | null = null

/** From now on everything is said in this language. The words of another than English are fetched first. */
export async function speak(language: Language): Promise<void> {
  words = language === 'sw' ? (await import('./swahili.ts')).swahili : null
  spoken = language
  document.documentElement.lang = language
}

export function spokenLanguage(): Language {
  return spoken
}

/** A sentence in the language that is spoken, with what is named in braces put in: `say('{count} in all', { count })`. */
export function say(sentence: Sentence, named: Named = {}): string {
  const said = words ? words[sentence] : sentence
  return said.replace(/\{(\w+)\}/g, (_, name: string) => String(named[name] ?? ''))
}
