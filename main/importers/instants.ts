const form = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?)?$/iu
const clock = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/u
const offsetForm = /^[+-](?:[01]\d|2[0-3]):[0-5]\d$/u

/**
 * The instant a text names, as ISO 8601 with a time zone, or undefined. A time without a zone is taken as
 * UTC and a date alone as its first moment in UTC: logs without a zone are written by machines on UTC more
 * often than not, and the time of a trial enters no claim. A zone that is given is kept as it is.
 */
export function instantFrom(text: string): string | undefined {
  const match = form.exec(text.trim())
  if (match === null) return undefined
  const [, year = '', month = '', day = '', time = '00:00:00', zone = 'Z'] = match
  if (!isCalendarDay(Number(year), Number(month), Number(day)) || !clock.test(time)) return undefined
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  if (offset !== 'Z' && !offsetForm.test(offset)) return undefined
  return `${year}-${month}-${day}T${time}${offset}`
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}
