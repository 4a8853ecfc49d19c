import { createContext, useContext } from 'react'
import { type Language, pickLanguage } from '../../shared/domain/settings.ts'
import { translatorFor, type Translator } from '../../shared/text/translator.ts'

export { pickLanguage }

export const LanguageContext = createContext<Language>('en')

export function useTranslator(): Translator {
  return translatorFor(useContext(LanguageContext))
}

/** For what is said outside React: in the language the page is in. */
export function translatorOfPage(): Translator {
  return translatorFor(pickLanguage(null, [document.documentElement.lang]))
}
