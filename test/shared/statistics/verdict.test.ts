import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decides, judge } from '../../../shared/statistics/verdict.ts'
import { anyScores, required } from './arbitraries.ts'

const passes = (count: number) => [{ score: 1, count }]

describe('verdict', () => {
  it('is reached at 1/α exactly', () => {
    expect(decides(-Math.log(0.05), 0.05)).toBe(true)
    expect(decides(-Math.log(0.05) - 1e-12, 0.05)).toBe(false)
  })

  it('needs 88 cases without a failure for 95%, as the method says', () => {
    expect(judge(passes(87), 0.95, 0.05).verdict).toBe('more-evidence')
    expect(judge(passes(88), 0.95, 0.05).verdict).toBe('meets')
  })

  it('falls short on the other side', () => {
    expect(judge([{ score: 0, count: 5 }], 0.95, 0.05).verdict).toBe('short')
  })

  it('asks for more evidence without any', () => {
    expect(judge([], 0.95, 0.05)).toEqual({
      logEvidenceMeets: 0,
      logEvidenceShort: 0,
      verdict: 'more-evidence',
    })
  })

  it('asks for more to claim one of several candidates, but not to rule one out', () => {
    expect(judge(passes(88), 0.95, 0.05 / 4, 0.05).verdict).toBe('more-evidence')
    expect(judge([{ score: 0, count: 5 }], 0.95, 1e-9, 0.05).verdict).toBe('short')
  })

  it('never has evidence for both sides', () => {
    fc.assert(
      fc.property(anyScores, required, (scores, at) => {
        const { logEvidenceMeets, logEvidenceShort } = judge(scores, at, 0.05)
        expect(Math.min(logEvidenceMeets, logEvidenceShort)).toBeLessThanOrEqual(1e-9)
      }),
    )
  })
})
