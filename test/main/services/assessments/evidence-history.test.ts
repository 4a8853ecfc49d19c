import { describe, expect, it } from 'vitest'
import type { Client } from '../../../../shared/contract/client.ts'
import type { Outcome } from '../../../../shared/domain/trial.ts'
import { failureOf, openCore } from '../open-core.ts'

/** Trials logged a minute apart, in this order. */
async function coreWith(trials: readonly (readonly [label: string, outcome: Outcome])[]): Promise<Client> {
  let minutes = 0
  const { client } = openCore({ clock: () => new Date(Date.UTC(2026, 2, 1, 9, minutes)) })
  const levels = [{ name: 'Half', required: 0.5, alpha: 0.2 }]
  await client.call('task.create', { name: 'refunds', plannedRepeats: 2, levels })
  for (const [label, outcome] of trials) {
    minutes += 1
    await client.call('trial.log', { task: 'refunds', configuration: 'base', case: label, outcome })
  }
  return client
}

describe('the order of the cases', () => {
  it('is that in which they became complete, not that in which they were begun', async () => {
    const client = await coreWith([
      ['begun first', 'fail'],
      ['complete first', 'pass'],
      ['complete first', 'pass'],
      ['never complete', 'pass'],
      ['begun first', 'fail'],
    ])
    const { points, alpha } = await client.call('evidence.get', { task: 'refunds' })
    expect(alpha).toBe(0.2)
    expect(points.map((each) => [each.count, each.estimate])).toEqual([
      [1, 1],
      [2, 0.5],
    ])
  })

  it('counts neither void trials nor those beyond the plan', async () => {
    const client = await coreWith([
      ['a', 'void'],
      ['a', 'pass'],
      ['a', 'fail'],
      ['b', 'pass'],
      ['b', 'pass'],
      // Beyond the plan: case a was complete before.
      ['a', 'pass'],
    ])
    const { points } = await client.call('evidence.get', { task: 'refunds' })
    expect(points.map((each) => each.estimate)).toEqual([0.5, 0.75])
  })

  it('stays when a trial is graded anew', async () => {
    const client = await coreWith([
      ['a', 'pass'],
      ['a', 'pass'],
      ['b', 'fail'],
      ['b', 'fail'],
    ])
    const address = { task: 'refunds', configuration: 'base', case: 'a', repeat: 1 }
    await client.call('trial.amend', { ...address, changes: { outcome: 'error' } })
    const { points } = await client.call('evidence.get', { task: 'refunds' })
    expect(points.map((each) => each.estimate)).toEqual([0.5, 0.25])
  })
})

describe('a case that was left incomplete', () => {
  it('weighs in at the end, where the evidence is that of the assessment', async () => {
    const client = await coreWith([
      ['given up', 'fail'],
      ['a', 'pass'],
      ['a', 'pass'],
      ['in flight', 'fail'],
    ])
    const { points } = await client.call('evidence.get', { task: 'refunds' })
    const { levels } = await client.call('assessment.get', { task: 'refunds' })
    // A score of 1 against ½ makes 1 + c of the stake, one of 0 leaves 1 − c of that; the mean of c² is ⅓ − 1/(12 · 64²).
    const atLeast = 1 - (1 / 3 - 1 / 49_152)
    expect(points).toHaveLength(1)
    expect(Math.exp(points[0]?.logEvidenceMeets ?? 0)).toBeCloseTo(atLeast, 12)
    expect(levels[0]).toMatchObject({
      logEvidenceMeets: points[0]?.logEvidenceMeets,
      logEvidenceShort: points[0]?.logEvidenceShort,
    })
  })

  it('does not before a case begun after it is complete', async () => {
    const client = await coreWith([
      ['a', 'pass'],
      ['a', 'pass'],
      ['in flight', 'fail'],
    ])
    const { levels } = await client.call('assessment.get', { task: 'refunds' })
    expect(Math.exp(levels[0]?.logEvidenceMeets ?? 0)).toBeCloseTo(1.5, 12)
  })
})

describe('about this fixed list', () => {
  it('there is a point for each round that every case has completed', async () => {
    const client = await coreWith([
      ['a', 'pass'],
      ['b', 'fail'],
      ['a', 'pass'],
      ['b', 'pass'],
    ])
    const list = { task: 'refunds', scope: 'these-cases' } as const
    expect((await client.call('evidence.get', list)).points.map((each) => each.estimate)).toEqual([0.5, 0.75])
    await client.call('case.add', { task: 'refunds', cases: [{ case: 'c' }] })
    expect(await client.call('evidence.get', list)).toMatchObject({ unit: 'rounds', points: [] })
  })
})

describe('the last point', () => {
  it.each(['new-cases', 'these-cases'] as const)('is the evidence of the assessment, %s', async (scope) => {
    const { client } = openCore()
    const { task } = await client.call('sample.open', {})
    const { levels } = await client.call('assessment.get', { task, scope })
    expect(levels).toHaveLength(3)
    for (const { name, required, alpha, logEvidenceMeets, logEvidenceShort } of levels) {
      const history = await client.call('evidence.get', { task, scope, level: name })
      expect(history).toMatchObject({ level: name, required, alpha })
      expect(history.points).toHaveLength(scope === 'new-cases' ? 50 : 4)
      expect(history.points.at(-1)).toMatchObject({ logEvidenceMeets, logEvidenceShort })
      expect(history.points.at(-1)?.estimate).toBeCloseTo(0.42, 12)
    }
  })
})

describe('what is not there', () => {
  it('is said as an assessment says it', async () => {
    const client = await coreWith([['a', 'pass']])
    const asked = [
      { task: 'none' },
      { task: 'refunds', level: 'none' },
      { task: 'refunds', configuration: 'x' },
    ]
    const codes = asked.map(async (input) => (await failureOf(client.call('evidence.get', input))).code)
    expect(await Promise.all(codes)).toEqual(['task-not-found', 'level-not-found', 'configuration-not-found'])
    expect((await client.call('evidence.get', { task: 'refunds' })).points).toEqual([])
  })
})
