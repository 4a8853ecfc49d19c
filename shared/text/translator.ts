import { createInstance } from 'i18next'
import type { Language } from '../domain/settings.ts'
import { catalogue, type MessageKey } from './catalogue.ts'

export interface Translator {
  readonly language: Language
  /** The message with its `{{names}}` filled in; `count` picks the plural form. */
  readonly t: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string
}

const translators = new Map<Language, Translator>()

function makeTranslator(language: Language): Translator {
  const instance = createInstance()
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    // Messages are rendered as text by React, never as markup: escaping here would show entities.
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: catalogue[language] } },
  })
  return { language, t: (key, values) => instance.t(key, values ?? {}) }
}

/** The messages of one language; made once. */
export function translatorFor(language: Language): Translator {
  let translator = translators.get(language)
  if (translator === undefined) {
    translator = makeTranslator(language)
    translators.set(language, translator)
  }
  return translator
}
