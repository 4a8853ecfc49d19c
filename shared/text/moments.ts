import type { Language } from '../domain/settings.ts'

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ko: 'ko-KR' }

/** Day and minute as the reader's clock shows them: `27 Nov 2026, 09:05`. For screens: a report tells days in UTC. */
export function formatMoment(language: Language, iso: string): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(iso))
}
