import { createContext, useContext } from 'react'
import { languages, type Language } from '../../shared/domain/settings.ts'
import { translatorFor, type Translator } from '../../shared/text/translator.ts'

/** The chosen language, else the first of the browser's that Nines speaks, else English. */
export function pickLanguage(chosen: Language | null, browserLanguages: readonly string[]): Language {
  if (chosen !== null) return chosen
  for (const tag of browserLanguages) {
    const known = languages.find((each) => tag.toLowerCase().split('-')[0] === each)
    if (known !== undefined) return known
  }
  return 'en'
}

export const LanguageContext = createContext<Language>('en')

export function useTranslator(): Translator {
  return translatorFor(useContext(LanguageContext))
}

/** For what is said outside React: in the language the page is in. */
export function translatorOfPage(): Translator {
  return translatorFor(pickLanguage(null, [document.documentElement.lang]))
}
