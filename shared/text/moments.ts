import type { Language } from '../domain/settings.ts'
import { formatNumber } from './numbers.ts'

/** Moments and sizes as a window tells them: in the time of this computer, unlike the days of a report. */
const locales = { en: 'en-GB', ko: 'ko-KR' } as const satisfies Record<Language, string>

function format(language: Language, iso: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[language], options).format(new Date(iso))
}

function isSameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString()
}

/** As short as it can be: `09:12` today, else `3 Mar`, with the year when it is another: `3 Mar 2025`. */
export function formatMoment(language: Language, iso: string, now: Date): string {
  const moment = new Date(iso)
  if (isSameDay(moment, now)) {
    return format(language, iso, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  }
  const isThisYear = moment.getFullYear() === now.getFullYear()
  return format(language, iso, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  })
}

/** `3 Mar 2026, 09:12`. */
export function formatDayAndTime(language: Language, iso: string): string {
  return format(language, iso, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })
}

const kilobyte = 1000
const megabyte = 1_000_000
const gigabyte = 1_000_000_000

/** The size of a file: `84 kB`, `11.2 MB`. */
export function formatBytes(language: Language, bytes: number): string {
  if (bytes >= gigabyte) return `${formatNumber(language, bytes / gigabyte, 1)} GB`
  if (bytes >= megabyte) return `${formatNumber(language, bytes / megabyte, 1)} MB`
  return `${formatNumber(language, bytes / kilobyte, 0)} kB`
}
