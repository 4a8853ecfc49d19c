import { describe, expect, it } from 'vitest'
import { claimInterval, judgeClaim, passRateClaim } from '../../../shared/assessment/claim.ts'
import { assess } from '../../../shared/assessment/index.ts'
import type { LeftIncomplete } from '../../../shared/domain/record.ts'
import { caseClass, configurationRecord, oneLevelTask } from './records.ts'

/** 4 repeats: as many cases that always passed, and cases that were given up. */
function givenUp(passed: number, leftIncomplete: readonly LeftIncomplete[]) {
  const classes = [caseClass({ passes: 4, acceptedPasses: 4, verdicts: 4, cases: passed })]
  const whole = configurationRecord({ plannedRepeats: 4, classes, leftIncomplete })
  const left = leftIncomplete.reduce((sum, each) => sum + each.cases, 0)
  return { ...whole, counts: { ...whole.counts, cases: passed + left } }
}

function assessed(configuration: ReturnType<typeof givenUp>) {
  return assess({ task: oneLevelTask(), configuration, others: [] })
}

/** Evidence of 64 bettors, multiplied out score by score: a second route to its logarithm. */
function evidence(scores: readonly number[], required: number): number {
  const wealths = Array.from({ length: 64 }, (_, index) => (index + 0.5) / 64).map((stake) =>
    scores.reduce((wealth, score) => wealth * (1 - stake + (stake * score) / required), 1),
  )
  return wealths.reduce((sum, wealth) => sum + wealth, 0) / 64
}

const times = (count: number, score: number): readonly number[] => Array.from({ length: count }, () => score)

describe('cases that were left incomplete', () => {
  it('speak against a claim as badly as they could have gone', () => {
    // 2 of 3 attempts passed: 2/4 at the least, 3/4 at the most.
    const claim = passRateClaim(givenUp(3, [{ tried: 3, passes: 2, cases: 1 }]))
    const judgement = judgeClaim(claim, 0.6, 0.05)
    expect(Math.exp(judgement.logEvidenceMeets)).toBeCloseTo(evidence([1, 1, 1, 0.5], 0.6), 9)
    expect(Math.exp(judgement.logEvidenceShort)).toBeCloseTo(evidence([0, 0, 0, 0.25], 0.4), 9)
  })

  it('never speak for one', () => {
    const claim = passRateClaim(givenUp(3, [{ tried: 3, passes: 3, cases: 5 }]))
    const { logEvidenceMeets, logEvidenceShort } = judgeClaim(claim, 0.6, 0.05)
    expect(Math.exp(logEvidenceMeets)).toBeCloseTo(evidence([1, 1, 1], 0.6), 9)
    expect(Math.exp(logEvidenceShort)).toBeCloseTo(evidence(times(8, 0), 0.4), 9)
  })

  it('keep a team that gives cases up at the first failure from "meets"', () => {
    expect(assessed(givenUp(60, [])).levels[0]?.verdict).toBe('meets')
    const found = assessed(givenUp(60, [{ tried: 1, passes: 0, cases: 20 }]))
    expect(found.levels[0]?.verdict).toBe('more-evidence')
    expect(found.reliability.estimate).toBe(1)
    // At the least 60 of 80 passed, at the most all but a quarter of 20.
    expect(found.reliability.lower).toBeLessThan(0.75)
    expect(found.bottleneck.nextSteps[0]).toEqual({
      step: 'complete-cases',
      incompleteCases: 20,
      plannedRepeats: 4,
    })
  })

  it.each([
    { complete: 40, left: 7 },
    { complete: 80, left: 15 },
    { complete: 40, left: 15 },
  ])('stay as many while cases are added: $complete and $left', ({ complete, left }) => {
    const given = givenUp(complete, [{ tried: 1, passes: 0, cases: left }])
    const task = oneLevelTask({ levels: [{ name: 'Most', required: 0.8 }] })
    const { levels } = assess({ task, configuration: given, others: [] })
    let more = 0
    while (evidence([...times(complete + more, 1), ...times(left, 0)], 0.8) < 20) more += 1
    expect(levels[0]?.casesNeeded).toBe(more)
  })

  it('are what to complete, not cases to add, while they stand in the way', () => {
    const found = assessed(givenUp(60, [{ tried: 1, passes: 0, cases: 20 }]))
    // More than 20 others would be needed to outweigh the 20.
    expect(found.levels[0]?.casesNeeded).toBeGreaterThan(20)
    expect(found.bottleneck.nextSteps.map(({ step }) => step)).toEqual(['complete-cases'])
    // Half passed: more like them show nothing, with or without those given up.
    const half = configurationRecord({
      plannedRepeats: 2,
      classes: [caseClass({ passes: 1, cases: 20 })],
      leftIncomplete: [{ tried: 1, passes: 0, cases: 20 }],
    })
    const levels = [{ name: 'Half', required: 0.5 }]
    const open = assess({ task: oneLevelTask({ levels }), configuration: half, others: [] })
    expect(open.levels[0]?.casesNeeded).toEqual({ notMeasured: 'not-reachable' })
    expect(open.bottleneck.nextSteps.map(({ step }) => step)).not.toContain('log-more-cases')
  })

  it('widen the interval, which holds whatever they would have been', () => {
    const given = givenUp(60, [{ tried: 1, passes: 0, cases: 20 }])
    const { lower, upper } = claimInterval(passRateClaim(given), 0.05)
    expect(evidence([...times(60, 1), ...times(20, 0)], lower + 2e-6)).toBeLessThan(40.1)
    expect(evidence([...times(60, 1), ...times(20, 0)], lower)).toBeGreaterThan(39.9)
    expect(upper).toBe(1)
  })

  it('are asked for first although the claim holds in spite of them', () => {
    const found = assessed(givenUp(400, [{ tried: 2, passes: 1, cases: 1 }]))
    expect(found.bottleneck.verdict).toBe('none')
    expect(found.bottleneck.nextSteps.map(({ step }) => step)).toEqual(['complete-cases', 'keep-watch'])
  })

  it('could have been accepted or not, so that retrying is open at their worst', () => {
    const classes = [caseClass({ passes: 2, acceptedPasses: 2, verdicts: 4, cases: 60 })]
    const flaky = configurationRecord({ plannedRepeats: 4, classes })
    const task = oneLevelTask()
    const chosen = (configuration: typeof flaky) =>
      assess({ task, configuration, others: [] }).bottleneck.strategies.find(({ k }) => k === 4)
    expect(chosen(flaky)).toMatchObject({ verdict: 'meets', estimate: 1 })
    const left = [{ tried: 3, passes: 0, cases: 10 }]
    // 60 of 70 at the least.
    expect(chosen({ ...flaky, leftIncomplete: left })).toMatchObject({
      verdict: 'more-evidence',
      estimate: 1,
    })
  })
})
