import { z } from 'zod'

export const languages = ['en', 'ko'] as const
export const language = z.enum(languages)
export type Language = z.infer<typeof language>

export const theme = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof theme>

/** What one person prefers on this computer; kept outside the workspace. Null: follow the system. */
export const settings = z
  .object({
    language: language.nullable(),
    theme,
    /** Name written beside the trials this person logs. */
    loggerName: z.string().trim().max(200).nullable(),
  })
  .readonly()
export type Settings = z.infer<typeof settings>

export const defaultSettings: Settings = { language: null, theme: 'system', loggerName: null }

/** The chosen language, else the first of the browser's that Nines speaks, else English. */
export function pickLanguage(chosen: Language | null, browserLanguages: readonly string[]): Language {
  if (chosen !== null) return chosen
  for (const tag of browserLanguages) {
    const known = languages.find((each) => tag.toLowerCase().split('-')[0] === each)
    if (known !== undefined) return known
  }
  return 'en'
}
