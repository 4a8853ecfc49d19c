import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { listConfigurations } from '../../../main/store/configurations.ts'
import { readJointClasses, unpairedCases } from '../../../main/store/joint-classes.ts'
import { openWorkspace } from '../../../main/store/workspace.ts'
import type { JointClass } from '../../../shared/domain/record.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { addTask, freshFile, type GivenTrial, logTrials, trial } from '../../helpers/workspace.ts'
import { trialSet } from './random-trials.ts'

const workspace = openWorkspace(freshFile(temporaryFolder('joint-classes')))
const { queries } = workspace
afterAll(() => workspace.close())

let tasks = 0
/** A task of its own with these trials: what other tasks hold must not matter. */
function taskWith(rows: readonly GivenTrial[], plannedRepeats: number) {
  tasks += 1
  const task = addTask(queries, { name: `task ${tasks}`, plannedRepeats })
  logTrials(queries, task, rows)
  return listConfigurations(queries, task.id)
}

/** Passes of a case among its first planned trials that are not void; null when they are fewer. */
function passesOf(rows: readonly GivenTrial[], configuration: string, label: string, planned: number) {
  const counted = rows
    .filter((row) => row.configuration === configuration && row.case === label && row.outcome !== 'void')
    .toSorted((a, b) => a.repeat - b.repeat)
    .slice(0, planned)
  return counted.length < planned ? null : counted.filter((row) => row.outcome === 'pass').length
}

/** Classes as text, each case on its own, in an order of their own. */
function spread(classes: readonly JointClass[]): readonly string[] {
  return classes
    .flatMap(({ passes, cases }) => Array.from({ length: cases }, () => JSON.stringify(passes)))
    .toSorted()
}

describe('joint classes', () => {
  it('by hand: cases by their passes in each, null where one is not complete', () => {
    const [a, b] = taskWith(
      [
        ...['x', 'y'].flatMap((label) => [trial(label, 1, 'pass'), trial(label, 2, 'fail')]),
        trial('z', 1, 'pass'),
        ...['x', 'y', 'z'].flatMap((label) => [
          trial(label, 1, 'pass', { configuration: 'more' }),
          trial(label, 2, 'pass', { configuration: 'more' }),
        ]),
        // Nobody completed this one.
        trial('w', 1, 'pass', { configuration: 'more' }),
      ],
      2,
    )
    const [first, second] = [a?.id ?? 0, b?.id ?? 0]
    const classes = readJointClasses(queries, [first, second])
    expect(classes).toHaveLength(2)
    expect(classes).toContainEqual({ passes: [1, 2], cases: 2 })
    expect(classes).toContainEqual({ passes: [null, 2], cases: 1 })
    expect(readJointClasses(queries, [second, first])).toContainEqual({ passes: [2, null], cases: 1 })
    expect(readJointClasses(queries, [first])).toEqual([{ passes: [1], cases: 2 }])
    expect(unpairedCases(queries, second, first, 20)).toEqual({ count: 1, cases: ['z'] })
    expect(unpairedCases(queries, first, second, 20)).toEqual({ count: 0, cases: [] })
  })

  it('of random trials are what counting them case by case gives', () => {
    const law = fc.property(trialSet, ({ rows, plannedRepeats }) => {
      const all = taskWith(rows, plannedRepeats)
      const labels = [...new Set(rows.map((row) => row.case))]
      const counted = labels
        .map((label) => all.map(({ name }) => passesOf(rows, name, label, plannedRepeats)))
        .filter((passes) => passes.some((each) => each !== null))
      const ids = all.map((each) => each.id)
      expect(spread(readJointClasses(queries, ids))).toEqual(
        counted.map((each) => JSON.stringify(each)).toSorted(),
      )
    })
    queries.transaction(() => fc.assert(law, { numRuns: 60 }))
  })

  it('unpaired cases of random trials are those complete in one and not in the other', () => {
    const law = fc.property(trialSet, fc.integer({ min: 0, max: 3 }), ({ rows, plannedRepeats }, most) => {
      const all = taskWith(rows, plannedRepeats)
      // In the order the cases were first seen.
      const labels = [...new Set(rows.map((row) => row.case))]
      for (const first of all) {
        for (const second of all) {
          const complete = (name: string, label: string) =>
            passesOf(rows, name, label, plannedRepeats) !== null
          const unpaired = labels.filter(
            (label) => complete(first.name, label) && !complete(second.name, label),
          )
          expect(unpairedCases(queries, first.id, second.id, most)).toEqual({
            count: unpaired.length,
            cases: unpaired.slice(0, most),
          })
        }
      }
    })
    queries.transaction(() => fc.assert(law, { numRuns: 40 }))
  })
})
