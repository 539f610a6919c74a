import { english, type Words } from './english.ts'
import { kiswahili } from './kiswahili.ts'

export const languages = ['en', 'sw'] as const
export type Language = (typeof languages)[number]

const all: Record<Language, Words> = { en: english, sw: kiswahili }

export function wordsOf(language: Language): Words {
  return all[language]
}

/** What the reader chose on the page, else the first language of the browser that we speak, else English. */
export function chooseLanguage(chosen: unknown, acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '').split(',').map((range) => range.trim().slice(0, 2).toLowerCase())
  return [chosen, ...wanted].flatMap((one) => languages.find((language) => language === one) ?? [])[0] ?? 'en'
}
