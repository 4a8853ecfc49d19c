import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { readNames } from '../../../main/store/names.ts'
import { build, type Queries } from '../../../main/store/queries.ts'
import { forgetSummary } from '../../../main/store/records.ts'
import { renewRollUp, renewTaskRollUps } from '../../../main/store/roll-ups.ts'
import { retireTrial } from '../../../main/store/trials.ts'
import { openWorkspace } from '../../../main/store/workspace.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import {
  addTask,
  freshFile,
  type GivenTrial,
  insertTrials,
  loggedAt,
  logTrials,
  recordOf,
  trial,
  withWorkspace,
} from '../../helpers/workspace.ts'
import { hostileNames } from './random-trials.ts'

const folder = temporaryFolder('records')

const shared = openWorkspace(freshFile(folder))
afterAll(() => shared.close())

let tasks = 0
/** The record of a task of its own. */
function recordWith(rows: readonly GivenTrial[], plannedRepeats: number) {
  tasks += 1
  const task = addTask(shared.queries, { name: `task ${tasks}`, plannedRepeats })
  logTrials(shared.queries, task, rows)
  return recordOf(shared.queries, task)
}

const day = (date: number) => `2026-03-0${date}T09:00:00.000Z`

/** Three cases planned twice: one complete with a void, one complete with a trial too many, one not complete. */
const sample: readonly GivenTrial[] = [
  trial('a', 1, 'void', { loggedBy: 'ann', loggedAt: day(1), latencyMs: 9999, costUsd: 99 }),
  trial('a', 2, 'pass', { loggedBy: 'ann', loggedAt: day(2), latencyMs: 100, costUsd: 1, segment: '북쪽' }),
  trial('a', 3, 'fail', { loggedBy: 'bo', loggedAt: day(3), latencyMs: 400, cause: 'limit' }),
  trial('b', 1, 'error', { loggedBy: 'bo', loggedAt: day(4), latencyMs: 200, costUsd: 2 }),
  trial('b', 2, 'pass', { loggedBy: 'bo', loggedAt: day(5), latencyMs: 300, verifier: 'accept' }),
  trial('b', 3, 'fail', { loggedAt: day(6), latencyMs: 7777, costUsd: 77, cause: 'policy' }),
  trial('c', 1, 'fail', { loggedBy: 'bo', loggedAt: day(7), latencyMs: 5555, cause: 'policy' }),
]

describe('a record that is kept ready', () => {
  it('is the one that counting gives, after an import and after each single change', () => {
    tasks += 1
    const task = addTask(shared.queries, { name: `task ${tasks}`, plannedRepeats: 2 })
    const { queries } = shared
    const [, , third] = logTrials(queries, task, sample)
    if (third === undefined) throw new Error('nothing was logged')
    const id = third.configurationId
    const isKept = () =>
      queries.all(build.selectFrom('summary').selectAll().where('configuration_id', '=', id)).length === 1
    const counted = () => {
      forgetSummary(queries, id)
      return recordOf(queries, task)
    }
    expect(isKept()).toBe(true)
    const kept = recordOf(queries, task)
    expect(kept).toEqual(counted())
    expect(isKept()).toBe(false)
    queries.transaction(() => renewTaskRollUps(queries, task.id, 2))
    queries.transaction(() => {
      retireTrial(queries, third, trial('a', 3), 'withdrawn', loggedAt)
      renewRollUp(queries, third, 2)
    })
    expect(isKept()).toBe(false)
    expect(recordOf(queries, task).counts).toMatchObject({ completeCases: 1, trials: 6 })
  })

  it('learns of a case that is added, and of a segment that is filled in', () => {
    tasks += 1
    const task = addTask(shared.queries, { name: `task ${tasks}`, plannedRepeats: 1 })
    const { queries } = shared
    logTrials(queries, task, [trial('a', 1)])
    expect(recordOf(queries, task)).toMatchObject({ completeRounds: { rounds: 1, cases: 1 }, segments: [] })
    queries.transaction(() => {
      const names = readNames(queries, task.id)
      names.caseId('b')
      names.caseId('a', { segment: 'north' })
    })
    expect(recordOf(queries, task)).toMatchObject({
      completeRounds: { rounds: 0, cases: 2, passes: 0 },
      segments: [{ segment: 'north' }],
    })
  })
})

describe('a record', () => {
  it('counts what claims use, and names everything else', () => {
    expect(recordWith(sample, 2).counts).toEqual({
      cases: 3,
      completeCases: 2,
      trials: 7,
      passes: 2,
      failures: 1,
      errors: 1,
      voids: 1,
      notCounted: 2,
      ofIncompleteCases: 1,
      extraRepeats: 1,
    })
  })

  it('puts complete cases of the same numbers together', () => {
    const rows = ['a', 'b', 'c', 'd'].flatMap((label) => [
      trial(label, 1, 'pass', { verifier: 'accept' }),
      trial(label, 2, label === 'd' ? 'error' : 'fail', { verifier: 'reject' }),
    ])
    const alike = { passes: 1, acceptedPasses: 1, acceptedFailures: 0, verdicts: 2 }
    expect(recordWith(rows, 2).classes.toSorted((a, b) => a.errors - b.errors)).toEqual([
      { ...alike, errors: 0, cases: 3 },
      { ...alike, errors: 1, cases: 1 },
    ])
  })

  it('takes an error without a verdict for a rejection, and an accepted error for a wrong answer', () => {
    const rows = [trial('a', 1, 'error'), trial('b', 1, 'error', { verifier: 'accept' })]
    const alike = { passes: 0, errors: 1, acceptedPasses: 0, verdicts: 1, cases: 1 }
    expect(recordWith(rows, 1).classes.toSorted((a, b) => a.acceptedFailures - b.acceptedFailures)).toEqual([
      { ...alike, acceptedFailures: 0 },
      { ...alike, acceptedFailures: 1 },
    ])
  })

  it('measures cost and latency over counted trials that carry them', () => {
    const record = recordWith(sample, 2)
    expect(record.cost).toEqual({ values: 2, sum: 3 })
    // Slowest of two: 400 of case a, 300 of case b.
    expect(record.latency).toEqual({ values: 4, sum: 1000, p50: 200, p95: 400, slowestOf: [250, 350] })
  })

  it('does not say how long parallel attempts take when a counted trial was not timed', () => {
    const rows = [trial('a', 1, 'pass', { latencyMs: 5 }), trial('a', 2), trial('b', 1), trial('b', 2)]
    expect(recordWith(rows, 2).latency).toEqual({ values: 1, sum: 5, p50: 5, p95: 5, slowestOf: [] })
  })

  it('knows no latency where none was measured', () => {
    const none = { values: 0, sum: 0, p50: null, p95: null, slowestOf: [] }
    expect(recordWith([trial('a', 1)], 1).latency).toEqual(none)
  })

  it('finds p95 among a hundred latencies logged in any order', () => {
    // 37 is prime to 101: the products are 1 … 100, mixed.
    const rows = Array.from({ length: 100 }, (_, index) =>
      trial(`case ${index}`, 1, 'pass', { latencyMs: ((index + 1) * 37) % 101 }),
    )
    expect(recordWith(rows, 1).latency).toMatchObject({ p50: 50, p95: 95, sum: 5050 })
  })

  it('has causes of counted failures only, and everyone who logged', () => {
    const record = recordWith(sample, 2)
    expect(record.causes).toEqual([
      { cause: null, failures: 1 },
      { cause: 'limit', failures: 1 },
    ])
    expect(record.loggers).toEqual([
      { name: 'bo', trials: 4 },
      { name: 'ann', trials: 2 },
      { name: null, trials: 1 },
    ])
  })

  it('spans the counted trials in time', () => {
    const record = recordWith(sample, 2)
    expect([record.firstLoggedAt, record.lastLoggedAt]).toEqual([day(2), day(5)])
  })

  it('has the complete rounds of the whole list of cases', () => {
    const rows = [
      ...['a', 'b'].flatMap((label) => [1, 2, 3].map((repeat) => trial(label, repeat))),
      trial('c', 1, 'fail'),
      trial('c', 2, 'void'),
      trial('c', 3, 'pass'),
    ]
    expect(recordWith(rows, 3).completeRounds).toMatchObject({ rounds: 2, cases: 3, passes: 5 })
    expect(recordWith(rows, 1).completeRounds).toMatchObject({ rounds: 1, cases: 3, passes: 2 })
    const untried = trial('d', 1, 'pass', { configuration: 'other' })
    expect(recordWith([...rows, untried], 3).completeRounds).toMatchObject({ rounds: 0, cases: 4, passes: 0 })
  })

  it('has segments of complete cases, in the order of their names', () => {
    const rows = [
      trial('a', 1, 'pass', { segment: '하나' }),
      trial('b', 1, 'fail', { segment: '하나' }),
      trial('c', 1, 'pass', { segment: '__proto__' }),
      trial('d', 1, 'pass'),
      trial('e', 1, 'void', { segment: 'only voids' }),
    ]
    const found = recordWith(rows, 1).segments.map(({ segment, classes }) => [
      segment,
      classes.map(({ passes, cases }) => [passes, cases]),
    ])
    expect(found).toEqual([
      ['__proto__', [[1, 1]]],
      [
        '하나',
        [
          [0, 1],
          [1, 1],
        ],
      ],
    ])
  })

  it.each(hostileNames)('keeps the name %j as a cause and as a logger', (name) => {
    const rows = [1, 2].map((repeat) => trial('a', repeat, 'fail', { cause: name, loggedBy: name }))
    const record = recordWith([...rows, trial('a', 3, 'fail', { cause: 'x', loggedBy: 'x' })], 3)
    expect(record.causes).toContainEqual({ cause: name, failures: 2 })
    expect(record.loggers).toContainEqual({ name, trials: 2 })
    expect([record.causes.length, record.loggers.length]).toEqual([2, 2])
  })

  it('of a configuration nobody has used yet is empty', () => {
    const task = addTask(shared.queries, { name: 'unused', plannedRepeats: 2 })
    readNames(shared.queries, task.id).configurationId('base')
    expect(recordOf(shared.queries, task)).toMatchObject({
      counts: { cases: 0, completeCases: 0, trials: 0, passes: 0, failures: 0, voids: 0, notCounted: 0 },
      classes: [],
      completeRounds: { rounds: 0, cases: 0, passes: 0 },
      cost: { values: 0, sum: 0 },
      firstLoggedAt: null,
      loggers: [],
    })
  })
})

describe('reading a record', () => {
  it('never looks at the trials: it is the same when they are gone', () => {
    const file = freshFile(folder)
    withWorkspace(file, ({ queries }) => {
      const task = addTask(queries, { name: 'refunds', plannedRepeats: 2 })
      logTrials(queries, task, sample)
      const record = recordOf(queries, task)
      const other = new Database(file)
      other.exec('DROP TABLE trial')
      other.close()
      expect(recordOf(queries, task)).toEqual(record)
    })
  })

  it('is of one moment, whatever another program logs meanwhile', () => {
    const file = freshFile(folder)
    const writer = openWorkspace(file)
    const reader = openWorkspace(file)
    const task = addTask(writer.queries, { name: 'refunds', plannedRepeats: 1 })
    logTrials(writer.queries, task, [trial('first', 1)])
    let logged = 0
    function logAnother(): void {
      logged += 1
      writer.queries.transaction(() => {
        const rows = [trial(`meanwhile ${logged}`, 1, 'fail', { costUsd: 1 })]
        for (const address of insertTrials(writer.queries, task, rows))
          renewRollUp(writer.queries, address, 1)
      })
    }
    const disturbed: Queries = {
      ...reader.queries,
      all: (query) => {
        logAnother()
        return reader.queries.all(query)
      },
      first: (query) => {
        logAnother()
        return reader.queries.first(query)
      },
    }
    const { counts, classes, cost, loggers } = recordOf(disturbed, task)
    const cases = classes.reduce((sum, each) => sum + each.cases, 0)
    expect(logged).toBeGreaterThan(5)
    expect([cases, cost.values + 1, loggers[0]?.trials]).toEqual([counts.cases, counts.cases, counts.cases])
    writer.close()
    reader.close()
  })
})
