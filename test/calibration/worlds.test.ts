import { describe, expect, it } from 'vitest'
import { assess } from '../../shared/assessment/index.ts'
import { type Archetype, archetypes, logOf } from '../shared/assessment/worlds.ts'
import { cellOf, decideAfter, isWrong, sizes, taskOf } from './cells.ts'
import { tolerated } from './simulation.ts'
import { repeats } from './truth.ts'

const alpha = 0.05
const teams = 100
/** Others than those of the table. */
const firstSeed = 5001

function byName(world: string): Archetype {
  const found = archetypes.find((each) => each.world === world)
  if (found === undefined) throw new Error(`no world ${world}`)
  return found
}

function passesIn(cases: number): number {
  return logOf(byName('voting hurts'), { cases, repeats: 1 }, 7).configuration.counts.passes
}

describe('the bottleneck of worlds with known truth', () => {
  it.each(archetypes)('$world: wrong at most at α after 60, 150, 400 and 1,000 cases', (archetype) => {
    const cells = sizes.map((cases) => cellOf(archetype, cases, teams, firstSeed))
    for (const { wrong } of cells) expect(wrong).toBeLessThanOrEqual(tolerated(alpha, teams))
    // All are 2 points or more from what is required: nearly all teams know by 400 cases, and stay with it.
    expect(cells[2]?.decided).toBeGreaterThan(0.9)
    expect(cells[3]?.decided).toBeGreaterThan(0.95)
  })

  it('is what an assessment says', () => {
    for (const archetype of archetypes) {
      const task = taskOf(archetype)
      for (const seed of [1, 2, 3]) {
        const { bottleneck } = assess({ task, ...logOf(archetype, { cases: 60, repeats }, seed) })
        expect(bottleneck).toMatchObject(decideAfter(archetype, task, 60, seed))
      }
    }
  })

  it('is the same log as far as it goes, however many cases follow', () => {
    // One case more may add a pass, and never changes the cases before it.
    const steps = Array.from({ length: 50 }, (_, cases) => passesIn(cases + 1) - passesIn(cases))
    expect(steps.every((step) => step === 0 || step === 1)).toBe(true)
    expect(steps).toContain(0)
  })
})

describe('what counts as wrong', () => {
  const open = { reasons: [], chosen: null, leaning: null } as const

  it('is the other lever, none, a lever without need, and a reason that does not hold', () => {
    const product = { ...open, verdict: 'product-engineering' } as const
    expect(isWrong(byName('flaky, good verifier'), product)).toBe(true)
    expect(isWrong(byName('flaky, no verifier'), { ...open, verdict: 'none' })).toBe(true)
    expect(isWrong(byName('ready'), product)).toBe(true)
    expect(isWrong(byName('flaky, no verifier'), { ...product, reasons: ['capability-ceiling'] })).toBe(true)
    expect(isWrong(byName('flaky, no verifier'), { ...product, reasons: ['no-verifier'] })).toBe(false)
    expect(isWrong(byName('ready'), { ...open, verdict: 'none' })).toBe(false)
  })

  it('is a strategy that falls short, and never an open verdict', () => {
    const archetype = byName('voting helps')
    const task = taskOf(archetype)
    const decision = decideAfter(archetype, task, 1000, 1)
    const { chosen } = decision
    if (chosen === null) throw new Error('no strategy was chosen')
    // Of 3 at 0.8 the majority is right in 0.896.
    expect(isWrong(archetype, { ...decision, chosen: { ...chosen, strategy: 'majority', k: 3 } })).toBe(true)
    expect(isWrong(archetype, { ...decision, chosen: { ...chosen, strategy: 'majority', k: 5 } })).toBe(false)
    expect(isWrong(archetype, { ...open, verdict: 'undecided' })).toBe(false)
  })
})
