import { describe, expect, it } from 'vitest'
import {
  chosenCounts,
  evidenceOverCases,
  evidenceOverRounds,
} from '../../../shared/assessment/evidence-history.ts'
import { logEvidence, logEvidenceBelow } from '../../../shared/statistics/evidence.ts'

describe('evidence over cases', () => {
  it('by hand: one stakes a half on average, and the mean of c² is ⅓ − 1/(12 · 64²)', () => {
    const points = evidenceOverCases([2, 0], 2, 0.5)
    expect(points.map((each) => [each.count, each.estimate])).toEqual([
      [1, 1],
      [2, 0.5],
    ])
    // A score of 1 against ½ doubles the stake: 1 + c. A score of 0 loses it: 1 − c. Together 1 − c².
    const both = Math.log(1 - (1 / 3 - 1 / 49_152))
    expect(points[0]?.logEvidenceMeets).toBeCloseTo(Math.log(1.5), 12)
    expect(points[0]?.logEvidenceShort).toBeCloseTo(Math.log(0.5), 12)
    expect(points[1]?.logEvidenceMeets).toBeCloseTo(both, 12)
    expect(points[1]?.logEvidenceShort).toBeCloseTo(both, 12)
  })

  it('is empty without a complete case', () => {
    expect(evidenceOverCases([], 4, 0.9)).toEqual([])
  })

  it('has at each point the evidence of exactly the cases before it', () => {
    const passes = Array.from({ length: 1234 }, (_, index) => (index * 7) % 4)
    const points = evidenceOverCases(passes, 3, 0.6)
    expect(points).toHaveLength(200)
    for (const { count, logEvidenceMeets, logEvidenceShort } of points) {
      const scores = passes.slice(0, count).map((each) => ({ score: each / 3, count: 1 }))
      expect(logEvidenceMeets).toBeCloseTo(logEvidence(scores, 0.6), 8)
      expect(logEvidenceShort).toBeCloseTo(logEvidenceBelow(scores, 0.6), 8)
    }
  })
})

describe('evidence over rounds', () => {
  it('by hand: the trials of a round are its scores', () => {
    const points = evidenceOverRounds([2, 0], 2, 0.5)
    expect(points.map((each) => [each.count, each.estimate])).toEqual([
      [1, 1],
      [2, 0.5],
    ])
    // Two trials that pass: the mean of (1 + c)² = 1 + 2c + c².
    expect(points[0]?.logEvidenceMeets).toBeCloseTo(Math.log(2 + 1 / 3 - 1 / 49_152), 12)
  })
})

describe('which points are worked out', () => {
  it.each([0, 1, 2, 199, 200])('all of %i', (total) => {
    expect(chosenCounts(total)).toEqual(Array.from({ length: total }, (_, index) => index + 1))
  })

  it.each([201, 399, 25_000])('200 of %i, each once, the first and the last among them', (total) => {
    const counts = chosenCounts(total)
    expect(counts).toHaveLength(200)
    expect(new Set(counts).size).toBe(200)
    expect([counts[0], counts.at(-1)]).toEqual([1, total])
    expect(counts.every((each) => Number.isInteger(each))).toBe(true)
  })
})
