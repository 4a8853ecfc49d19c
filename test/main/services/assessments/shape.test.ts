import { describe, expect, it } from 'vitest'
import type { LogTrial } from '../../../../shared/contract/contract.ts'
import { type OpenCore, openCore } from '../open-core.ts'
import { mismatches } from './documented-shape.ts'

/** Twenty cases with all that an assessment speaks of; the last five pass in three of four attempts, no other does. */
const trials = Array.from({ length: 20 }, (_, number) => `case ${number}`).flatMap((label, number) =>
  [1, 2, 3, 4].map((repeat): LogTrial => {
    const failed = number < 15 || repeat === 4
    return {
      task: 'refunds',
      configuration: 'base',
      case: label,
      repeat,
      outcome: failed ? 'fail' : 'pass',
      verifier: failed ? 'reject' : 'accept',
      latencyMs: 100 * repeat,
      costUsd: 0.01,
      segment: number % 2 === 0 ? 'day' : 'night',
      ...(failed ? { cause: 'tool-error' } : {}),
    }
  }),
)

async function filledCore(): Promise<OpenCore> {
  const open = openCore()
  await open.client.call('task.create', { name: 'refunds', plannedRepeats: 4 })
  await open.client.call('trial.log', trials)
  return open
}

describe('the assessment as JSON', () => {
  it('has every documented key with the documented type', async () => {
    const { core, client } = await filledCore()
    const reply = await core.call('assessment.get', { task: 'refunds' })
    const value: unknown = reply.ok ? JSON.parse(JSON.stringify(reply.value)) : reply
    expect(mismatches(value)).toEqual([])
    expect(value).toMatchObject({
      formatVersion: 1,
      methodVersion: 3,
      scope: 'new-cases',
      alpha: 0.05,
      bottleneck: { verdict: 'product-engineering', reasons: ['capability-ceiling'] },
      causes: [{ cause: 'tool-error', lever: 'product-engineering', failures: 65, share: 1 }],
      // Twenty attempts each of 100, 200, 300 and 400 ms.
      latency: { meanMs: 250, p50Ms: 200, p95Ms: 400 },
    })
    const { cost, dataFingerprint } = await client.call('assessment.get', { task: 'refunds' })
    // 80 attempts at one cent, fifteen of which passed.
    expect(cost.perPassUsd).toBeCloseTo(0.8 / 15, 12)
    expect(dataFingerprint).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('is the same for the same data, whatever order it was logged in', async () => {
    const { client } = await filledCore()
    const other = openCore()
    await other.client.call('task.create', { name: 'refunds', plannedRepeats: 4 })
    await other.client.call('trial.log', trials.toReversed())
    const [one, two] = await Promise.all(
      [client, other.client].map((each) => each.call('assessment.get', { task: 'refunds' })),
    )
    expect(two).toEqual(one)
  })
})

describe('the comparison with the documentation', () => {
  it.each<readonly [string, unknown, readonly string[]]>([
    ['a key that is missing', {}, ['$.a is missing']],
    ['a wrong type', { a: '1' }, ['$.a is not measured']],
    ['null for a number', { a: null }, ['$.a is not measured']],
    ['a number', { a: 1 }, []],
    ['a named reason', { a: { notMeasured: 'no-passes' } }, []],
  ])('notices %s', (_, value, expected) => {
    expect(mismatches(value, { a: 'measured' })).toEqual(expected)
  })

  it('notices a list that would prove nothing', () => {
    expect(mismatches({ a: [] }, { a: ['text'] })).toEqual(['$.a is empty'])
    expect(mismatches({ a: ['x', 2] }, { a: ['text'] })).toEqual(['$.a[1] is not text'])
  })
})
