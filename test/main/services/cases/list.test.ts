import { describe, expect, it } from 'vitest'
import type { Input, LogTrial } from '../../../../shared/contract/contract.ts'
import { openCore } from '../open-core.ts'

type Ask = Omit<Input<'case.list'>, 'task'>

function trial(label: string, outcome: LogTrial['outcome'], more: Partial<LogTrial> = {}): LogTrial {
  return { task: 'refunds', configuration: 'base', case: label, outcome, ...more }
}

/** Two repeats are planned. What each case is there for stands in its input. */
const trials: readonly LogTrial[] = [
  trial('case 10', 'pass', { input: 'always passes', segment: 'north', costUsd: 0.5, latencyMs: 100 }),
  trial('case 10', 'pass', { costUsd: 0.25, latencyMs: 300 }),
  trial('case 2', 'fail', {
    input: 'never passes',
    segment: 'south',
    cause: 'tool-error',
    verifier: 'accept',
  }),
  trial('case 2', 'fail', { verifier: 'reject' }),
  trial('case 1', 'pass', { input: 'passes once; an error without a verdict', latencyMs: 50 }),
  trial('case 1', 'error', { cause: 'limit' }),
  trial('Étude', 'fail', { input: '환불 요청', segment: 'south', cause: 'limit' }),
  // A void is no repeat: this case stays incomplete, and passes of it are passes among one.
  trial('void', 'void', { verifier: 'reject' }),
  trial('void', 'pass', { costUsd: 1 }),
  // Beyond the plan: what the third trial says changes neither its group nor its passes.
  trial('beyond', 'fail', { cause: 'limit' }),
  trial('beyond', 'fail', { cause: 'limit' }),
  trial('beyond', 'pass', { verifier: 'accept' }),
  trial('beyond', 'error', { cause: 'policy' }),
]

async function filled() {
  const { client } = openCore()
  await client.call('task.create', { name: 'refunds', plannedRepeats: 2 })
  await client.call('task.create', { name: 'elsewhere', plannedRepeats: 2 })
  await client.call('trial.log', [...trials])
  await client.call('trial.log', trial('case 2', 'pass', { task: 'elsewhere' }))
  await client.call('trial.log', trial('case 2', 'pass', { configuration: 'other' }))
  await client.call('case.add', { task: 'refunds', cases: [{ case: 'untried', segment: 'north' }] })
  const list = async (ask: Ask = {}) => await client.call('case.list', { task: 'refunds', ...ask })
  return {
    client,
    list,
    labels: async (ask: Ask = {}) => (await list(ask)).cases.map((each) => each.case),
  }
}

const all = ['case 10', 'case 2', 'case 1', 'Étude', 'void', 'beyond', 'untried']

describe('the cases of a task', () => {
  it('come in the order they were first seen, with what counts of each', async () => {
    const { list } = await filled()
    const found = await list()
    expect(found).toMatchObject({
      configuration: 'base',
      plannedRepeats: 2,
      total: 7,
      matching: 7,
      groups: { always: 1, sometimes: 1, never: 2, incomplete: 3 },
    })
    expect(found.cases.map((each) => [each.case, each.outcomes, each.passes, each.counted])).toEqual([
      ['case 10', 'PP', 2, 2],
      ['case 2', 'FF', 0, 2],
      ['case 1', 'PE', 1, 2],
      ['Étude', 'F.', 0, 1],
      ['void', 'P.', 1, 1],
      ['beyond', 'FF', 0, 2],
      ['untried', '..', 0, 0],
    ])
    expect(found.cases.map(({ complete, voids, beyondPlan }) => [complete, voids, beyondPlan])).toEqual([
      [true, 0, 0],
      [true, 0, 0],
      [true, 0, 0],
      [false, 0, 0],
      [false, 1, 0],
      [true, 0, 2],
      [false, 0, 0],
    ])
  })

  it('tell mean cost and latency, or why there is none', async () => {
    const { list } = await filled()
    const found = (await list()).cases
    expect(found[0]).toMatchObject({ costUsd: 0.375, latencyMs: 200 })
    expect(found[2]).toMatchObject({ costUsd: { notMeasured: 'no-cost-logged' }, latencyMs: 50 })
    expect(found[6]).toMatchObject({ latencyMs: { notMeasured: 'no-latency-logged' } })
  })

  it('tell the causes of all failed trials, also of those beyond the plan', async () => {
    const { list } = await filled()
    const found = await list()
    expect(found.cases.map(({ causes }) => causes)).toEqual([
      [],
      [
        { cause: null, failures: 1 },
        { cause: 'tool-error', failures: 1 },
      ],
      [{ cause: 'limit', failures: 1 }],
      [{ cause: 'limit', failures: 1 }],
      [],
      [
        { cause: 'limit', failures: 2 },
        { cause: 'policy', failures: 1 },
      ],
      [],
    ])
    // In how many cases each of them occurs.
    expect(found.facets?.causes).toEqual([
      { cause: 'limit', cases: 3 },
      { cause: null, cases: 1 },
      { cause: 'policy', cases: 1 },
      { cause: 'tool-error', cases: 1 },
    ])
    expect(found.facets?.segments).toEqual([
      { segment: 'north', cases: 2 },
      { segment: 'south', cases: 2 },
    ])
    expect(found.facets?.told).toEqual({ input: true, cost: true, latency: true })
    const { facets } = await list({ configuration: 'other' })
    expect(facets).toMatchObject({ causes: [], told: { input: true, cost: false, latency: false } })
  })

  const filters: readonly (readonly [NonNullable<Ask['filter']>, readonly string[]])[] = [
    [{}, all],
    [{ group: 'always' }, ['case 10']],
    [{ group: 'sometimes' }, ['case 1']],
    [{ group: 'never' }, ['case 2', 'beyond']],
    [{ group: 'incomplete' }, ['Étude', 'void', 'untried']],
    [{ passes: 0 }, ['case 2', 'beyond']],
    [{ passes: 1 }, ['case 1']],
    [{ passes: 3 }, []],
    [{ outcome: 'pass' }, ['case 10', 'case 1', 'void', 'beyond']],
    [{ outcome: 'fail' }, ['case 2', 'Étude', 'beyond']],
    [{ outcome: 'error' }, ['case 1', 'beyond']],
    [{ outcome: 'void' }, ['void']],
    [{ cause: 'limit' }, ['case 1', 'Étude', 'beyond']],
    [{ cause: 'policy' }, ['beyond']],
    [{ cause: '' }, ['case 2']],
    [{ cause: 'lim' }, []],
    [{ verifier: 'accept' }, ['case 2', 'beyond']],
    // An error nobody gave a verdict on was not rejected.
    [{ verifier: 'reject' }, ['case 2', 'void']],
    [{ segment: 'south' }, ['case 2', 'Étude']],
    [{ group: 'never', segment: 'south' }, ['case 2']],
    [{ group: 'never', cause: 'policy', search: 'BEY' }, ['beyond']],
    [{ group: 'always', segment: 'south' }, []],
  ]

  it.each(filters)('that fit %o', async (filter, labels) => {
    const { list } = await filled()
    const found = await list({ filter })
    expect(found.cases.map((each) => each.case)).toEqual(labels)
    expect(found.matching).toBe(labels.length)
    expect(found.total).toBe(7)
    expect(Object.values(found.groups).reduce((sum, each) => sum + each)).toBe(labels.length)
  })

  it.each([
    ['ALWAYS', ['case 10']],
    ['etude', ['Étude']],
    ['ÉTUDE', ['Étude']],
    ['E\u0301tu', ['Étude']],
    ['환불', ['Étude']],
    ['환불'.normalize('NFD'), ['Étude']],
    // As it stands in the field while the second syllable is being written.
    ['환부', ['Étude']],
    ['불환', []],
    ['  never passes ', ['case 2']],
    ['case 1', ['case 10', 'case 1']],
    ['%', []],
    ['', all],
    ['   ', all],
  ])('that hold %j', async (search, labels) => {
    const { labels: found } = await filled()
    expect(await found({ filter: { search } })).toEqual(labels)
  })

  const orders: readonly (readonly [NonNullable<Ask['sort']>['by'], readonly string[], readonly string[]])[] =
    [
      ['order', all, all.toReversed()],
      [
        'case',
        ['beyond', 'case 1', 'case 2', 'case 10', 'Étude', 'untried', 'void'],
        ['void', 'untried', 'Étude', 'case 10', 'case 2', 'case 1', 'beyond'],
      ],
      [
        'segment',
        ['case 10', 'untried', 'case 2', 'Étude', 'case 1', 'void', 'beyond'],
        ['case 2', 'Étude', 'case 10', 'untried', 'case 1', 'void', 'beyond'],
      ],
      [
        'passes',
        ['case 2', 'beyond', 'case 1', 'case 10', 'Étude', 'void', 'untried'],
        ['case 10', 'case 1', 'case 2', 'beyond', 'Étude', 'void', 'untried'],
      ],
      [
        'failures',
        ['case 10', 'case 1', 'void', 'Étude', 'case 2', 'beyond', 'untried'],
        ['case 2', 'beyond', 'Étude', 'case 10', 'case 1', 'void', 'untried'],
      ],
      [
        'errors',
        ['case 10', 'case 2', 'Étude', 'void', 'beyond', 'case 1', 'untried'],
        ['case 1', 'case 10', 'case 2', 'Étude', 'void', 'beyond', 'untried'],
      ],
      [
        'cost',
        ['case 10', 'void', 'case 2', 'case 1', 'Étude', 'beyond', 'untried'],
        ['void', 'case 10', 'case 2', 'case 1', 'Étude', 'beyond', 'untried'],
      ],
      [
        'latency',
        ['case 1', 'case 10', 'case 2', 'Étude', 'void', 'beyond', 'untried'],
        ['case 10', 'case 1', 'case 2', 'Étude', 'void', 'beyond', 'untried'],
      ],
    ]

  it.each(orders)('sorted by %s', async (by, ascending, descending) => {
    const { labels } = await filled()
    expect(await labels({ sort: { by, descending: false } })).toEqual(ascending)
    expect(await labels({ sort: { by, descending: true } })).toEqual(descending)
  })

  it('come in pages, and are all drawn in one picture in the same order', async () => {
    const { client, labels } = await filled()
    const sort = { by: 'passes', descending: true } as const
    const pages = [
      ...(await labels({ sort, limit: 3 })),
      ...(await labels({ sort, limit: 3, offset: 3 })),
      ...(await labels({ sort, limit: 3, offset: 6 })),
    ]
    const map = await client.call('case.map', { task: 'refunds', sort })
    expect(map.labels).toEqual(pages)
    expect(map.outcomes).toEqual(['PP', 'PE', 'FF', 'FF', 'F.', 'P.V', '..'])
  })

  it('are those of the configuration that is named, also of one nobody has used', async () => {
    const { list } = await filled()
    const other = await list({ configuration: 'other' })
    expect(other.groups).toEqual({ always: 0, sometimes: 0, never: 0, incomplete: 7 })
    expect(other.cases[1]).toMatchObject({ case: 'case 2', outcomes: 'P.' })
    const unused = await list({ configuration: 'tomorrow', filter: { group: 'incomplete' } })
    expect(unused).toMatchObject({ configuration: 'tomorrow', matching: 7, facets: { causes: [] } })
    expect(await list({ configuration: 'tomorrow', filter: { outcome: 'pass' } })).toMatchObject({
      matching: 0,
      cases: [],
    })
  })

  it('hold one trial each while nobody has planned otherwise', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    expect(await client.call('case.list', { task: 'refunds' })).toMatchObject({
      configuration: null,
      total: 0,
    })
    await client.call('trial.log', [trial('a', 'fail'), trial('a', 'pass')])
    const found = await client.call('case.list', { task: 'refunds', filter: { group: 'never' } })
    expect(found).toMatchObject({ plannedRepeats: 1, cases: [{ outcomes: 'F', beyondPlan: 1 }] })
  })

  it('show the beginning of a long input', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds' })
    await client.call('case.add', { task: 'refunds', cases: [{ case: 'a', input: `${'가'.repeat(900)}끝` }] })
    const found = await client.call('case.list', { task: 'refunds', filter: { search: '끝' } })
    expect(found.cases[0]?.input).toBe('가'.repeat(300))
  })

  it.each([{ filter: { grup: 'never' } }, { sort: { by: 'name', descending: true } }, { limit: 0 }])(
    'cannot be asked for by %o',
    async (ask) => {
      const { core } = openCore()
      expect(await core.call('case.list', { task: 'refunds', ...ask })).toMatchObject({
        error: { code: 'bad-input' },
      })
    },
  )
})
