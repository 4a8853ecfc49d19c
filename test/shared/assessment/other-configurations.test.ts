import { describe, expect, it } from 'vitest'
import { assess } from '../../../shared/assessment/index.ts'
import type { ConfigurationRecord } from '../../../shared/domain/record.ts'
import { bottleneckOf, flaky, noBudget } from './flaky.ts'
import { caseClass, completeRounds, oneLevelTask } from './records.ts'

// Half of the cases are never solved: within its own attempts this configuration cannot reach 90%.
const capped = flaky({
  classes: [caseClass({ passes: 0, cases: 100 }), caseClass({ passes: 4, cases: 100 })],
})
const big = (classes: ConfigurationRecord['classes']): ConfigurationRecord =>
  flaky({ name: 'big', moreComputeThan: 'model A', classes })

describe('another configuration that spends more compute', () => {
  it('that nobody has measured leaves it open, and is what to measure', () => {
    const found = bottleneckOf(capped, noBudget, [big([])])
    expect(found).toMatchObject({ verdict: 'undecided', leaning: null, ceiling: { verdict: 'short' } })
    expect(found.nextSteps).toContainEqual({
      step: 'measure-configuration',
      configuration: 'big',
      cases: { notMeasured: 'no-complete-cases' },
      level: 'Ready',
    })
    // All that this configuration can do is known: more of its cases would not tell.
    expect(found.nextSteps.map(({ step }) => step)).not.toContain('log-more-cases')
  })

  it('that does well so far leaves it open, and how many of its cases are missing is told', () => {
    const found = bottleneckOf(capped, noBudget, [big([caseClass({ passes: 4, cases: 10 })])])
    expect(found).toMatchObject({ verdict: 'undecided', leaning: 'inference-scaling' })
    const step = found.nextSteps.find((each) => each.step === 'measure-configuration')
    expect(step).toMatchObject({ configuration: 'big', level: 'Ready' })
    expect(step?.cases).toBeGreaterThan(0)
  })

  it('makes more cases of this one, and a verifier for it, beside the point', () => {
    const good = big([caseClass({ passes: 4, cases: 10 })])
    const unverified = { ...capped, classes: capped.classes.map((each) => ({ ...each, verdicts: 0 })) }
    const steps = (configuration: ConfigurationRecord, budget = noBudget) =>
      bottleneckOf(configuration, budget, [good]).nextSteps.map(({ step }) => step)
    expect(steps(unverified)).not.toContain('log-verdicts')
    expect(steps(unverified)).not.toContain('log-more-cases')
    // Two thirds pass, and no second attempt is paid for.
    const classes = [caseClass({ passes: 2, cases: 60 }), caseClass({ passes: 4, cases: 40 })]
    const dear = flaky({ classes, cost: { values: 400, sum: 400 } })
    expect(steps(dear, { maxCostUsd: 1.1, maxLatencyMs: null })).not.toContain('log-more-cases')
  })

  it('that has gone through a fixed list cannot get more cases of it', () => {
    const task = oneLevelTask({ scope: 'these-cases' })
    const rounds = { rounds: 4, cases: 200 }
    const listed = { ...capped, completeRounds: completeRounds({ ...rounds, passes: 400 }) }
    const whole = big([caseClass({ passes: 4, cases: 200 })])
    const gone = { ...whole, completeRounds: completeRounds({ ...rounds, passes: 728 }) }
    const found = assess({ task, configuration: listed, others: [gone] }).bottleneck
    expect(found.verdict).toBe('undecided')
    expect(found.nextSteps.map(({ step }) => step)).not.toContain('measure-configuration')
  })

  it('that is short too decides, and so does one over the budget', () => {
    const short = bottleneckOf(capped, noBudget, [big([caseClass({ passes: 2, cases: 100 })])])
    expect(short).toMatchObject({ verdict: 'product-engineering', reasons: ['capability-ceiling'] })
    const dear = { ...big([caseClass({ passes: 4, cases: 10 })]), cost: { values: 40, sum: 40 } }
    const outside = bottleneckOf(capped, { maxCostUsd: 0.5, maxLatencyMs: null }, [dear])
    expect(outside).toMatchObject({ verdict: 'product-engineering', reasons: ['capability-ceiling'] })
  })
})
