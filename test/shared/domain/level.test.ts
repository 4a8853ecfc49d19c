import { describe, expect, it } from 'vitest'
import { level } from '../../../shared/domain/level.ts'
import { taskChanges } from '../../../shared/domain/task.ts'
import { logEvidence, logEvidenceBelow } from '../../../shared/statistics/evidence.ts'

const named = (required: number, alpha?: number) => level.safeParse({ name: 'a', required, alpha })

describe('what a level requires', () => {
  it.each([0.000_001, 0.5, 0.999_999])('can be %d, and its evidence is a number', (required) => {
    expect(named(required).success).toBe(true)
    const scores = [
      { score: 0, count: 1_000_000 },
      { score: 1, count: 1_000_000 },
    ]
    expect(Number.isFinite(logEvidence(scores, required))).toBe(true)
    expect(Number.isFinite(logEvidenceBelow(scores, required))).toBe(true)
  })

  it.each([1e-320, 0.000_000_9, 0, -1, 0.999_999_1, 1, 99])('cannot be %d', (required) => {
    expect(named(required).error?.issues[0]?.message).toBe(
      'a required reliability is from 0.000001 to 0.999999',
    )
  })
})

describe('the chance of claiming wrongly', () => {
  it.each([1e-9, 0.05, 0.5])('can be %d', (alpha) => {
    expect(named(0.9, alpha).success).toBe(true)
    expect(taskChanges.safeParse({ alpha }).success).toBe(true)
  })

  it.each([0, 0.9e-9, 0.51, 1])('cannot be %d', (alpha) => {
    for (const { error } of [named(0.9, alpha), taskChanges.safeParse({ alpha })]) {
      expect(error?.issues[0]?.message).toBe('a chance of claiming wrongly is from 0.000000001 to 0.5')
    }
  })
})
