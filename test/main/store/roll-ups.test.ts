import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { listConfigurations } from '../../../main/store/configurations.ts'
import { renewRollUp, renewTaskRollUps } from '../../../main/store/roll-ups.ts'
import { countCases, type StoredTask } from '../../../main/store/tasks.ts'
import { retireTrial } from '../../../main/store/trials.ts'
import { openWorkspace } from '../../../main/store/workspace.ts'
import type { ConfigurationRecord } from '../../../shared/domain/record.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import {
  addTask,
  freshFile,
  insertTrials,
  loggedAt,
  logTrials,
  recordOf,
  rollUpRows,
  trial,
} from '../../helpers/workspace.ts'
import { expectedRecord, sortAnswers, sortClasses } from './brute-force.ts'
import { trialSet, type TrialSet } from './random-trials.ts'

const workspace = openWorkspace(freshFile(temporaryFolder('roll-ups')))
const { queries } = workspace
afterAll(() => workspace.close())

let tasks = 0
/** A task of its own for each run: what other tasks hold must not matter. */
function newTask(plannedRepeats: number): StoredTask {
  tasks += 1
  return addTask(queries, { name: `task ${tasks}`, plannedRepeats })
}

function store(set: TrialSet) {
  const task = newTask(set.plannedRepeats)
  return { task, addresses: insertTrials(queries, task, set.rows) }
}

function comparable({
  name: _name,
  moreComputeThan: _more,
  compute: _compute,
  ...record
}: ConfigurationRecord) {
  return {
    ...record,
    classes: sortClasses(record.classes),
    answers: record.answers === null ? null : sortAnswers(record.answers),
    segments: record.segments.map(({ segment, classes }) => ({ segment, classes: sortClasses(classes) })),
    // Sums of products of many factors; everything else is exact.
    latency: { ...record.latency, slowestOf: record.latency.slowestOf.map((value) => value.toFixed(6)) },
  }
}

/** The records of all configurations of the task, read from the store. */
function storedRecords(task: StoredTask) {
  return listConfigurations(queries, task.id).map(({ name }) => comparable(recordOf(queries, task, name)))
}

/** The same, counted from the trials. Cases and configurations stay known when their last trial is gone. */
function countedRecords(task: StoredTask, set: TrialSet) {
  const listedCases = countCases(queries, task.id)
  return listConfigurations(queries, task.id).map(({ name }) => {
    const rows = set.rows.filter((row) => row.configuration === name)
    const counted = expectedRecord(rows, set.plannedRepeats, set.segments, listedCases)
    return comparable({ name, moreComputeThan: null, compute: null, ...counted })
  })
}

/** Holds a law against random trials, all in one transaction: the disk is waited for once. */
function always(runs: number, law: (set: TrialSet, share: number) => void): void {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  queries.transaction(() => fc.assert(fc.property(trialSet, share, law), { numRuns: runs }))
}

describe('the roll-ups of random trials', () => {
  it('give the record that counting the trials one by one gives', () => {
    always(120, (set) => {
      const { task } = store(set)
      renewTaskRollUps(queries, task.id, set.plannedRepeats)
      expect(storedRecords(task)).toEqual(countedRecords(task, set))
    })
  })

  it('are the same when kept up trial by trial and when made anew for the whole task', () => {
    always(40, (set) => {
      const task = newTask(set.plannedRepeats)
      for (const row of set.rows) {
        const [address] = insertTrials(queries, task, [row])
        if (address !== undefined) renewRollUp(queries, address, set.plannedRepeats)
      }
      const kept = rollUpRows(queries, task)
      renewTaskRollUps(queries, task.id, set.plannedRepeats)
      expect(rollUpRows(queries, task)).toEqual(kept)
      expect(kept.length).toBeGreaterThan(0)
    })
  })

  it('forget what was withdrawn, down to the last trial', () => {
    always(40, (set, share) => {
      const { task, addresses } = store(set)
      renewTaskRollUps(queries, task.id, set.plannedRepeats)
      const withdrawn = Math.ceil(share * addresses.length)
      for (const [index, address] of addresses.slice(0, withdrawn).entries()) {
        const row = set.rows[index]
        if (row !== undefined) retireTrial(queries, address, row, 'withdrawn', loggedAt)
        renewRollUp(queries, address, set.plannedRepeats)
      }
      const left = set.rows.slice(withdrawn)
      const pairs = new Set(left.map((row) => JSON.stringify([row.configuration, row.case])))
      expect(rollUpRows(queries, task)).toHaveLength(pairs.size)
      expect(storedRecords(task)).toEqual(countedRecords(task, { ...set, rows: left }))
    })
  })

  it('always add up', () => {
    always(40, (set) => {
      const { task } = store(set)
      renewTaskRollUps(queries, task.id, set.plannedRepeats)
      for (const { name, trials } of listConfigurations(queries, task.id)) {
        const { counts, classes, causes, loggers } = recordOf(queries, task, name)
        const parts = counts.passes + counts.failures + counts.errors + counts.voids + counts.notCounted
        expect(counts.trials).toBe(parts)
        expect(counts.trials).toBe(trials)
        expect(sum(classes.map((each) => each.cases))).toBe(counts.completeCases)
        expect(sum(causes.map((each) => each.failures))).toBe(counts.failures + counts.errors)
        expect(sum(loggers.map((each) => each.trials))).toBe(counts.trials)
      }
    })
  })
})

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

describe('renewing the roll-ups of a task', () => {
  it('follows a change of the planned repeats', () => {
    const task = newTask(2)
    const rows = [1, 2, 3].map((repeat) => trial('a', repeat, repeat === 1 ? 'fail' : 'pass'))
    insertTrials(queries, task, rows)
    const read = [1, 2, 3, 4].map((plannedRepeats) => {
      queries.transaction(() => renewTaskRollUps(queries, task.id, plannedRepeats))
      const { counts } = recordOf(queries, { ...task, task: { ...task.task, plannedRepeats } })
      return [counts.completeCases, counts.passes, counts.failures, counts.notCounted]
    })
    expect(read).toEqual([
      [1, 0, 1, 2],
      [1, 1, 1, 1],
      [1, 2, 1, 0],
      [0, 0, 0, 3],
    ])
  })

  it('drops that of a case whose trials have gone', () => {
    const task = newTask(1)
    const [gone] = logTrials(queries, task, [trial('a', 1), trial('b', 1)])
    if (gone === undefined) throw new Error('nothing was logged')
    retireTrial(queries, gone, trial('a', 1), 'withdrawn', loggedAt)
    queries.transaction(() => renewTaskRollUps(queries, task.id, 1))
    expect(rollUpRows(queries, task).map((row) => row.case_id)).toEqual([gone.caseId + 1])
  })

  it('leaves other tasks alone', () => {
    const first = newTask(1)
    const second = newTask(1)
    insertTrials(queries, first, [trial('a', 1), trial('b', 1)])
    insertTrials(queries, second, [trial('a', 1, 'fail')])
    queries.transaction(() => renewTaskRollUps(queries, first.id, 1))
    queries.transaction(() => renewTaskRollUps(queries, second.id, 1))
    const kept = rollUpRows(queries, first)
    queries.transaction(() => renewTaskRollUps(queries, second.id, 1))
    expect(rollUpRows(queries, first)).toEqual(kept)
    expect(kept).toHaveLength(2)
  })

  it('is right for more cases than are held in memory at once', () => {
    const task = newTask(2)
    const labels = Array.from({ length: 5000 }, (_, index) => `case ${index}`)
    insertTrials(
      queries,
      task,
      ['base', 'more'].flatMap((configuration) =>
        labels.flatMap((label, index) => [
          trial(label, 1, index % 3 === 0 ? 'pass' : 'fail', { configuration }),
          trial(label, 2, 'pass', { configuration }),
        ]),
      ),
    )
    queries.transaction(() => renewTaskRollUps(queries, task.id, 2))
    for (const name of ['base', 'more']) {
      const { counts, completeRounds } = recordOf(queries, task, name)
      // 1,667 of 0 … 4,999 are multiples of 3.
      expect(counts).toMatchObject({ cases: 5000, completeCases: 5000, passes: 6667, failures: 3333 })
      expect(completeRounds).toMatchObject({ rounds: 2, cases: 5000, passes: 6667 })
    }
  })
})
