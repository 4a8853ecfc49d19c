import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '../../../shared/domain/settings.ts'
import {
  formatCount,
  formatDate,
  formatInterval,
  formatPoints,
  formatPointsInterval,
  formatLatency,
  formatMoney,
  formatNumber,
  formatOdds,
  formatPercent,
  formatPeriod,
  formatRequired,
  oddsPower,
  supportedDecimals,
} from '../../../shared/text/numbers.ts'

describe.each(languages)('figures in %s', (language) => {
  it.each([
    [0, 0, '0%'],
    [1, 0, '100%'],
    [0, 2, '0%'],
    [1, 2, '100%'],
    [0.42, 0, '42%'],
    [0.42, 1, '42.0%'],
    [0.425, 0, '43%'],
    [0.99995, 0, '99.995%'],
    [0.9951, 0, '99.5%'],
    [0.004, 0, '0.4%'],
    [0.0049, 0, '0.5%'],
    [0.0004, 1, '0.04%'],
    [0.000001, 0, '0.0001%'],
    [0.999999, 0, '99.9999%'],
    [1e-9, 0, '<0.0001%'],
    [1 - 1e-9, 0, '>99.9999%'],
  ])('%f as a percentage with %i decimals is %s', (value, decimals, expected) => {
    expect(formatPercent(language, value, decimals)).toBe(expected)
  })

  it('never rounds a percentage to 0% or 100% unless it is exactly so', () => {
    const nearEnds = fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      // The borders where rounding turns to 0 or 100, and their neighbours.
      fc
        .record({
          border: fc.constantFrom(0.5, 0.05, 0.005, 0.0005, 0.00005, 0.000005, 0.0000005),
          step: fc.integer({ min: -40, max: 40 }),
          high: fc.boolean(),
        })
        .map(({ border, step, high }) => (high ? 1 - border : border) * (1 + step * Number.EPSILON)),
    )
    fc.assert(
      fc.property(nearEnds, fc.integer({ min: 0, max: 2 }), (value, decimals) => {
        const text = formatPercent(language, value, decimals)
        expect(/^(0|100)(\.0+)?%$/.test(text)).toBe(value === 0 || value === 1)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    [0.2705, 0.5857, '27–59%'],
    [0, 1, '0–100%'],
    [0.9701, 0.9999, '97.0–100%'],
    [0.98, 0.98985, '98.00–98.99%'],
    [0.0004, 0.35, '0–35%'],
    [0, 0.03, '0–3.0%'],
    [1e-9, 0.5, '0–50%'],
    // Rounded outwards, but not for the noise of the last bits: 0.29 × 100 is 28.999999999999996.
    [0.29, 0.57, '29–57%'],
    [0.291, 0.569, '29–57%'],
    [0.5, 0.5, '50.00–50.00%'],
  ])('the interval from %f to %f is %s', (lower, upper, expected) => {
    expect(formatInterval(language, lower, upper)).toBe(expected)
  })

  it.each([
    [0.99, '99%'],
    [0.999, '99.9%'],
    [0.9995, '99.95%'],
    [0.5, '50%'],
    [0.07, '7%'],
    [0.999999, '99.9999%'],
  ])('%f is required as %s', (required, expected) => {
    expect(formatRequired(language, required)).toBe(expected)
  })

  it.each([
    [0, '$0.00'],
    [0.000001, '$0.000001'],
    [0.00001234, '$0.0000123'],
    [0.0123, '$0.0123'],
    [0.1, '$0.10'],
    [0.166666, '$0.167'],
    [0.9994, '$0.999'],
    [0.9999, '$1.00'],
    [1, '$1.00'],
    [29.104, '$29.10'],
    [999.999, '$1,000.00'],
    [1_000_000, '$1,000,000.00'],
  ])('%f US dollars are %s', (usd, expected) => {
    expect(formatMoney(language, usd)).toBe(expected)
  })

  it.each([
    [0, '0'],
    [1, '1'],
    [999, '999'],
    [1340, '1,340'],
    [1_000_000, '1,000,000'],
    [2.5, '3'],
  ])('the count %f is %s', (value, expected) => {
    expect(formatCount(language, value)).toBe(expected)
  })

  it.each([
    [2.3533, 2, '2.35'],
    [3, 2, '3'],
    [1234.5, 2, '1,234.5'],
    [0.004, 2, '0'],
  ])('%f with at most %i decimals is %s', (value, decimals, expected) => {
    expect(formatNumber(language, value, decimals)).toBe(expected)
  })

  it.each([
    [1, '1\u00A0:\u00A01'],
    [3.44, '3.4\u00A0:\u00A01'],
    [9.94, '9.9\u00A0:\u00A01'],
    [9.97, '10\u00A0:\u00A01'],
    [20, '20\u00A0:\u00A01'],
    [1250.4, '1,250\u00A0:\u00A01'],
    [9999, '9,999\u00A0:\u00A01'],
    [10_000, '10⁴\u00A0:\u00A01'],
    [99_999, '10⁴\u00A0:\u00A01'],
    [100_000, '10⁵\u00A0:\u00A01'],
    [1.56e11, '10¹¹\u00A0:\u00A01'],
    [1e300, '10³⁰⁰\u00A0:\u00A01'],
  ])('odds of %f are %s', (odds, expected) => {
    expect(formatOdds(language, Math.log(odds))).toBe(expected)
  })
})

describe('powers of ten in odds', () => {
  it('start at ten thousand and are never rounded up', () => {
    expect(oddsPower(Math.log(9999))).toBeNull()
    expect(oddsPower(Math.log(10_000))).toBe(4)
    expect(oddsPower(Math.log(9.99e6))).toBe(6)
    // Golden evidence of gpt-4o on τ-bench airline being short of 80%: e^25.767 = 1.55 × 10¹¹.
    expect(oddsPower(25.767)).toBe(11)
    expect(oddsPower(-3)).toBeNull()
  })
})

describe('decimals that an interval supports', () => {
  it.each([
    [0.27, 0.59, 0],
    [0.5, 0.600001, 0],
    [0.5, 0.5999, 1],
    [0.9, 0.911, 1],
    [0.9, 0.9099, 2],
    [0.5, 0.5, 2],
  ])('%f to %f: %i', (lower, upper, expected) => {
    expect(supportedDecimals(lower, upper)).toBe(expected)
  })
})

describe('durations', () => {
  it.each([
    [0, '0 ms', '0ms'],
    [1, '1 ms', '1ms'],
    [850, '850 ms', '850ms'],
    [999.4, '999 ms', '999ms'],
    [999.6, '1 s', '1초'],
    [1240, '1.24 s', '1.24초'],
    [9994, '9.99 s', '9.99초'],
    [9996, '10 s', '10초'],
    [34_560, '34.6 s', '34.6초'],
    [59_940, '59.9 s', '59.9초'],
    [59_960, '1 min', '1분'],
    [60_000, '1 min', '1분'],
    [125_000, '2 min 5 s', '2분 5초'],
    [3_599_400, '59 min 59 s', '59분 59초'],
    [3_599_600, '1 h', '1시간'],
    [3_600_000, '1 h', '1시간'],
    [3_930_000, '1 h 6 min', '1시간 6분'],
    [360_000_000, '100 h', '100시간'],
    [3_600_000_000, '1,000 h', '1,000시간'],
  ])('%f ms: %s, %s', (ms, english, korean) => {
    expect(formatLatency('en', ms)).toBe(english)
    expect(formatLatency('ko', ms)).toBe(korean)
  })
})

/** Dates come from the platform's language data, which writes thin and narrow spaces here and there. */
function evenlySpaced(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll(/ ?– ?/g, '–')
}

describe('days in UTC', () => {
  it('are written out', () => {
    expect(formatDate('en', '2026-11-23T23:59:59.999Z')).toBe('23 November 2026')
    expect(formatDate('ko', '2026-11-23T00:00:00.000Z')).toBe('2026년 11월 23일')
    expect(formatDate('en', '2026-11-24T08:00:00+09:00')).toBe('23 November 2026')
  })

  it.each([
    ['2026-03-01T00:00:00Z', '2026-03-01T23:59:59Z', '1 March 2026', '2026년 3월 1일'],
    ['2026-03-01T00:00:00Z', '2026-03-05T00:00:00Z', '1–5 March 2026', '2026년 3월 1일~5일'],
    ['2026-03-01T00:00:00Z', '2026-04-05T00:00:00Z', '1 March–5 April 2026', '2026년 3월 1일~4월 5일'],
    [
      '2026-12-31T23:59:59Z',
      '2027-01-01T00:00:00Z',
      '31 December 2026–1 January 2027',
      '2026년 12월 31일~2027년 1월 1일',
    ],
  ])('from %s to %s: %s, %s', (first, last, english, korean) => {
    expect(evenlySpaced(formatPeriod('en', first, last))).toBe(english)
    expect(evenlySpaced(formatPeriod('ko', first, last))).toBe(korean)
  })
})

describe('differences in points', () => {
  it.each([
    ['en', 0.123, 0, '12 points'],
    ['en', -0.05, 1, '−5.0 points'],
    ['en', -0.0004, 0, '0 points'],
    ['ko', -0.05, 0, '−5%p'],
  ] as const)('%s %d with %d decimals is %s', (language, difference, decimals, expected) => {
    expect(formatPoints(language, difference, decimals)).toBe(expected)
  })

  it.each([
    // Rounded outwards, and never a minus zero.
    ['en', -0.1234, -0.0001, '−13 to 0 points'],
    ['en', 0.0461, 0.1739, '4 to 18 points'],
    ['ko', -0.03, 0.215, '−3~22%p'],
  ] as const)('%s from %d to %d is %s', (language, lower, upper, expected) => {
    expect(formatPointsInterval(language, lower, upper)).toBe(expected)
  })
})
