import { describe, expect, it } from 'vitest'
import type { LogTrial } from '../../../../shared/contract/contract.ts'
import { failureOf, openCore, type OpenCore } from '../open-core.ts'

const task = 'refunds'

function trials(configuration: string, outcome: LogTrial['outcome'], from: number, to: number): LogTrial[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    task,
    configuration,
    case: `case ${from + index}`,
    outcome,
  }))
}

async function coreWith(...logged: readonly LogTrial[]): Promise<OpenCore> {
  const open = openCore()
  await open.client.call('task.create', { name: task, plannedRepeats: 1 })
  await open.client.call('trial.log', [...logged])
  return open
}

/** So many configurations that completed the same two cases. */
function coreWithMany(count: number): Promise<OpenCore> {
  return coreWith(...Array.from({ length: count }, (_, index) => trials(`c${index}`, 'pass', 1, 2)).flat())
}

describe('comparing configurations', () => {
  it('compares the shared cases alone and lists the others', async () => {
    const { client } = await coreWith(
      ...trials('good', 'pass', 1, 30),
      ...trials('bad', 'fail', 21, 60),
      ...trials('none', 'void', 1, 1),
    )
    const found = await client.call('comparison.get', { task })
    // Of "none" no case is complete: it is no pair, and one pair is no choice among several.
    expect(found.comparisons).toBe(1)
    expect(found.pairs).toMatchObject([
      {
        first: 'good',
        second: 'bad',
        sharedCases: 10,
        difference: { estimate: 1 },
        verdict: 'first-better',
        onlyFirst: { count: 20, cases: Array.from({ length: 20 }, (_, index) => `case ${index + 1}`) },
        onlySecond: { count: 30 },
      },
    ])
    expect(found.pairs[0]?.onlySecond.cases).toHaveLength(20)
    expect(found.configurations.map((each) => [each.configuration, each.completeCases])).toEqual([
      ['good', 30],
      ['bad', 40],
      ['none', 0],
    ])
  })

  it('a named pair is judged at α over all the pairs there are', async () => {
    // Wealth (2^8 − 1)/8, about 32: between 1/α and 10/α.
    const both = [...trials('a', 'pass', 1, 7), ...trials('b', 'fail', 1, 7)]
    const two = await coreWith(...both)
    const request = { task, first: 'a', second: 'b' }
    expect((await two.client.call('comparison.get', request)).pairs).toMatchObject([
      { verdict: 'first-better' },
    ])
    const more = await coreWith(...both, ...['c', 'd', 'e'].flatMap((name) => trials(name, 'pass', 1, 1)))
    const found = await more.client.call('comparison.get', request)
    expect(found.comparisons).toBe(10)
    expect(found.pairs).toMatchObject([{ verdict: 'more-evidence', difference: { estimate: 1 } }])
  })

  it('named the other way round says the opposite', async () => {
    const { client } = await coreWith(...trials('a', 'pass', 1, 30), ...trials('b', 'fail', 1, 30))
    const [pair] = (await client.call('comparison.get', { task, first: 'b', second: 'a' })).pairs
    expect(pair).toMatchObject({
      first: 'b',
      second: 'a',
      difference: { estimate: -1 },
      verdict: 'second-better',
    })
  })

  it('without names compares all of ten, and none of eleven', async () => {
    const ten = await (await coreWithMany(10)).client.call('comparison.get', { task })
    expect([ten.comparisons, ten.pairs.length]).toEqual([45, 45])
    const eleven = await (await coreWithMany(11)).client.call('comparison.get', { task })
    expect([eleven.comparisons, eleven.pairs.length]).toEqual([55, 0])
    expect(eleven.configurations).toHaveLength(11)
  })

  it('holds the most reliable against each other one, also where pairs are too many to list', async () => {
    const { client } = await coreWith(
      ...trials('bad', 'fail', 1, 40),
      ...trials('good', 'pass', 1, 30),
      ...trials('new', 'pass', 29, 30),
      ...trials('apart', 'fail', 31, 70),
    )
    const { leader } = await client.call('comparison.get', { task })
    // Both of "new" passed too: of two that always passed, the one with more cases leads. With 6 pairs, 30 cases
    // decide (evidence 2^30), two that are alike say nothing, and none is shared with the last.
    expect(leader).toEqual({
      configuration: 'good',
      against: [
        { configuration: 'bad', verdict: 'better', sharedCases: 30, casesNeeded: null },
        {
          configuration: 'new',
          verdict: 'more-evidence',
          sharedCases: 2,
          casesNeeded: { notMeasured: 'not-reachable' },
        },
        {
          configuration: 'apart',
          verdict: 'more-evidence',
          sharedCases: 0,
          casesNeeded: { notMeasured: 'no-shared-cases' },
        },
      ],
    })
    const many = await (await coreWithMany(11)).client.call('comparison.get', { task })
    expect(many.leader?.against).toHaveLength(10)
    expect(many.leader?.against[9]).toMatchObject({ configuration: 'c10', sharedCases: 2 })
    const named = await client.call('comparison.get', { task, first: 'bad', second: 'good' })
    expect(named.leader).toBeNull()
  })

  it('a leader by estimate may be worse on the cases that are shared', async () => {
    const { client } = await coreWith(
      ...trials('ahead', 'fail', 1, 30),
      ...trials('ahead', 'pass', 31, 200),
      ...trials('behind', 'pass', 1, 30),
      ...trials('behind', 'fail', 201, 240),
    )
    const { leader } = await client.call('comparison.get', { task })
    expect(leader).toMatchObject({
      configuration: 'ahead',
      against: [{ configuration: 'behind', verdict: 'worse' }],
    })
  })

  it('of one configuration, and of none, has no pair', async () => {
    const { client } = await coreWith(...trials('a', 'pass', 1, 2))
    expect(await client.call('comparison.get', { task })).toMatchObject({
      comparisons: 1,
      pairs: [],
      leader: null,
    })
    await client.call('task.create', { name: 'empty' })
    expect(await client.call('comparison.get', { task: 'empty' })).toMatchObject({ configurations: [] })
  })

  it.each([
    [{ task: 'orders' }, 'task-not-found', '"orders"'],
    [{ first: 'a' }, 'bad-input', 'Name both, or none'],
    [{ second: 'a' }, 'bad-input', 'Name both, or none'],
    [{ first: 'a', second: 'a' }, 'bad-input', 'two different configurations'],
    [{ first: 'a', second: 'z' }, 'configuration-not-found', '"z"'],
  ])('with %j is refused', async (request, code, words) => {
    const { client } = await coreWith(...trials('a', 'pass', 1, 2), ...trials('b', 'pass', 1, 2))
    const failure = await failureOf(client.call('comparison.get', { task, ...request }))
    expect(failure.code).toBe(code)
    expect(failure.message).toContain(words)
  })
})
