import { createInstance } from 'i18next'
import type { Language } from '../domain/settings.ts'
import { catalogue, type MessageKey } from './catalogue.ts'
import { setApart } from './sentence.ts'

export interface Translator {
  readonly language: Language
  /** The message with its `{{names}}` filled in; `count` picks the plural form. */
  readonly t: (key: MessageKey, values?: Values) => string
}

const translators = new Map<Language, Translator>()

type Values = Readonly<Record<string, string | number>>

function setApartValues(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? setApart(value) : value]),
  )
}

function makeTranslator(language: Language): Translator {
  const instance = createInstance()
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    // Messages are rendered as text by React, never as markup: escaping here would show entities. What stands
    // in a value stays as it is, also where it looks like a placeholder or a reference to another message.
    interpolation: { escapeValue: false, skipOnVariables: true },
    resources: { [language]: { translation: catalogue[language] } },
  })
  return { language, t: (key, values) => instance.t(key, setApartValues(values ?? {})) }
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
