import { languages, speak, type Language } from './say.ts'

const kept = 'kusanya.language'

/** Before anybody is signed in: what was chosen on this browser, else what it asks for, else English. */
export function speakAtTheDoor(): Promise<void> {
  const wanted = localStorage.getItem(kept) ?? navigator.language.slice(0, 2)
  return speak(isLanguage(wanted) ? wanted : 'en')
}

/** Keeps the choice on this browser, for the page where one signs in. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(kept, language)
}

function isLanguage(text: string): text is Language {
  return text in languages
}
