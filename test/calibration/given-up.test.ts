import { describe, expect, it } from 'vitest'
import { judgeClaim, passRateClaim } from '../../shared/assessment/claim.ts'
import type { CaseClass, LeftIncomplete } from '../../shared/domain/record.ts'
import type { Verdict } from '../../shared/domain/level.ts'
import { seededRandom, type Random } from '../../shared/statistics/random.ts'
import { judge } from '../../shared/statistics/verdict.ts'
import { caseClass, configurationRecord } from '../shared/assessment/records.ts'
import { tolerated } from './simulation.ts'

const alpha = 0.05
const teams = 300
const cases = 200
const plannedRepeats = 4

/** Passes among the attempts a team made at a case before it had seen enough. */
interface Made {
  readonly tried: number
  readonly passes: number
}

/** A case is given up at the first attempt that ends in `end`. */
function attempt(chance: number, end: 'pass' | 'fail', random: Random): Made {
  let passes = 0
  for (let tried = 1; tried <= plannedRepeats; tried += 1) {
    const passed = random() < chance
    if (passed) passes += 1
    if (tried < plannedRepeats && passed === (end === 'pass')) return { tried, passes }
  }
  return { tried: plannedRepeats, passes }
}

function count(made: readonly Made[]): readonly (Made & { readonly cases: number })[] {
  const alike = Map.groupBy(made, ({ tried, passes }) => `${tried} ${passes}`)
  return [...alike.values()].flatMap((each) =>
    each.slice(0, 1).map((first) => ({ ...first, cases: each.length })),
  )
}

type Told = (classes: readonly CaseClass[], leftIncomplete: readonly LeftIncomplete[]) => Verdict

/** Share of teams that are ever told `wrong`, looking after each case, when one attempt passes as often as required. */
function everTold(required: number, end: 'pass' | 'fail', wrong: Verdict, told: Told): number {
  const random = seededRandom(77)
  const wronged = Array.from({ length: teams }, () => {
    const made: Made[] = []
    let isWronged = false
    for (let number = 0; number < cases; number += 1) {
      made.push(attempt(required, end, random))
      const complete = count(made.filter(({ tried }) => tried === plannedRepeats))
      const left = count(made.filter(({ tried }) => tried < plannedRepeats))
      isWronged ||= told(complete.map(caseClass), left) === wrong
    }
    return isWronged
  })
  return wronged.filter(Boolean).length / teams
}

describe.each([
  { required: 0.8, end: 'fail', wrong: 'meets' },
  { required: 0.7, end: 'pass', wrong: 'short' },
] as const)('cases given up at the first $end, one attempt passing $required', ({ required, end, wrong }) => {
  it('do not bring about the claim more often than α', () => {
    const told: Told = (classes, leftIncomplete) => {
      const record = configurationRecord({ plannedRepeats, classes, leftIncomplete })
      return judgeClaim(passRateClaim(record), required, alpha).verdict
    }
    expect(everTold(required, end, wrong, told)).toBeLessThanOrEqual(tolerated(alpha, teams))
  })

  it('would do so mostly, were the complete cases asked alone', () => {
    const told: Told = (classes) => {
      const record = configurationRecord({ plannedRepeats, classes })
      return judge(passRateClaim(record).complete, required, alpha).verdict
    }
    expect(everTold(required, end, wrong, told)).toBeGreaterThan(0.5)
  })
})
