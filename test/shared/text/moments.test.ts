import { describe, expect, it } from 'vitest'
import { formatBytes, formatDayAndTime, formatMoment } from '../../../shared/text/moments.ts'

/** In the time of the computer that runs the test, whichever that is. */
const at = (text: string): string => new Date(text).toISOString()
const now = new Date('2026-03-05T18:00:00')

describe('a moment, as short as it can be told', () => {
  it.each([
    ['2026-03-05T09:12:00', '09:12', '09:12'],
    ['2026-03-05T00:05:00', '00:05', '00:05'],
    ['2026-03-04T23:59:00', '4 Mar', '3월 4일'],
    ['2025-12-31T12:00:00', '31 Dec 2025', '2025년 12월 31일'],
  ])('%s is %s, in Korean %s', (moment, english, korean) => {
    expect(formatMoment('en', at(moment), now)).toBe(english)
    expect(formatMoment('ko', at(moment), now)).toBe(korean)
  })

  it('or whole', () => {
    expect(formatDayAndTime('en', at('2026-03-05T09:12:00'))).toBe('5 Mar 2026, 09:12')
    expect(formatDayAndTime('ko', at('2026-03-05T09:12:00'))).toBe('2026. 3. 5. 09:12')
  })
})

it.each([
  [4096, '4 kB'],
  [84_500, '85 kB'],
  [1_000_000, '1 MB'],
  [11_234_567, '11.2 MB'],
  [2_500_000_000, '2.5 GB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatBytes('en', bytes)).toBe(text)
})
