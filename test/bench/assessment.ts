/**
 * What an assessment costs inside the program, apart from starting it: reading the roll-ups, and computing on what was
 * read. Run by `npm run bench`. Beside each figure stands a baseline of the same run: SQLite counting the roll-ups.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listConfigurations, updateConfiguration } from '../../main/store/configurations.ts'
import { readJointClasses } from '../../main/store/joint-classes.ts'
import { readNames } from '../../main/store/names.ts'
import { build, type Queries } from '../../main/store/queries.ts'
import { readRecord } from '../../main/store/records.ts'
import { renewTaskRollUps } from '../../main/store/roll-ups.ts'
import { findTask, insertTask, type StoredTask } from '../../main/store/tasks.ts'
import { trialInserter } from '../../main/store/trials.ts'
import { openWorkspace } from '../../main/store/workspace.ts'
import { assess, computeSeries, lastStepMembers } from '../../shared/assessment/index.ts'
import { noAttributes } from '../../shared/domain/configuration.ts'
import { completeTask } from '../../shared/domain/task.ts'
import { seededRandom } from '../../shared/statistics/random.ts'

interface World {
  readonly cases: number
  readonly repeats: number
  readonly configurations: number
}

const at = '2026-03-01T09:00:00.000Z'

function logWorld(queries: Queries, stored: StoredTask, { cases, repeats, configurations }: World): void {
  const random = seededRandom(1)
  queries.transaction(() => {
    const names = readNames(queries, stored.id)
    const insert = trialInserter(queries)
    for (let index = 0; index < cases; index += 1) {
      const label = `case-${index}`
      const caseId = names.caseId(label, { segment: `segment ${index % 5}` })
      const hardness = random() ** 4
      for (let which = 0; which < configurations; which += 1) {
        const configuration = `model ${which}`
        const configurationId = names.configurationId(configuration)
        const reliability = 1 - hardness / (which + 1)
        for (let repeat = 1; repeat <= repeats; repeat += 1) {
          const passed = random() < reliability
          const accepted = random() < (passed ? 0.95 : 0.1)
          insert(
            { taskId: stored.id, configurationId, caseId, repeat },
            {
              configuration,
              case: label,
              repeat,
              outcome: passed ? 'pass' : 'fail',
              verifier: accepted ? 'accept' : 'reject',
              answer: passed ? 'right' : `wrong ${Math.floor(random() * 3)}`,
              latencyMs: Math.round(500 + 3000 * random()),
              costUsd: Math.round(10 + 80 * random()) / 10_000,
              ...(passed ? {} : { cause: 'tool-error' }),
            },
            at,
          )
        }
      }
    }
    renewTaskRollUps(queries, stored.id, repeats)
    for (const [index, each] of listConfigurations(queries, stored.id).entries()) {
      const compute = { amount: 2 ** index, unit: 'samples' }
      updateConfiguration(queries, each.id, { ...noAttributes, compute, moreComputeThan: null })
    }
  })
}

function timed<Result>(work: () => Result): { readonly ms: number; readonly result: Result } {
  const start = performance.now()
  const result = work()
  return { ms: performance.now() - start, result }
}

function medianOf(times: number, work: () => unknown): number {
  const values = Array.from({ length: times }, () => timed(work).ms).toSorted((a, b) => a - b)
  return values[Math.floor(times / 2)] ?? Number.NaN
}

function report(name: string, ms: number, baseline: number): void {
  process.stdout.write(
    `${name.padEnd(58)} ${ms.toFixed(1).padStart(8)} ms  (${(ms / baseline).toFixed(1)} × counting)\n`,
  )
}

function measure(folder: string, world: World): void {
  const { cases, repeats, configurations } = world
  const title = `${cases.toLocaleString('en')} cases × ${repeats} × ${configurations} configurations`
  const workspace = openWorkspace(join(folder, `${cases}.nines`))
  try {
    const { queries } = workspace
    insertTask(queries, completeTask({ name: 'bench', plannedRepeats: repeats, wrongCost: 2 }), at)
    const stored = findTask(queries, 'bench')
    if (stored === undefined) throw new Error('the task is gone')
    logWorld(queries, stored, world)
    const count = build
      .selectFrom('roll_up')
      .select((expression) => expression.fn.sum<number>('passes').as('passes'))
    const baseline = medianOf(5, () => queries.all(count))
    report(`${title}: counting the roll-ups`, baseline, baseline)
    const all = listConfigurations(queries, stored.id)
    const read = () => all.map((each) => readRecord(queries, stored.id, each, repeats))
    report(`${title}: reading`, medianOf(5, read), baseline)
    const [configuration, ...others] = read()
    if (configuration === undefined) throw new Error('nothing was logged')
    const ids = lastStepMembers(computeSeries(configuration, others)).flatMap(
      ({ record }) => all.find((each) => each.name === record.name)?.id ?? [],
    )
    const readLastStep = () => (ids.length === 0 ? [] : readJointClasses(queries, ids))
    report(`${title}: reading the last step of the series`, medianOf(5, readLastStep), baseline)
    const lastStepCases = readLastStep()
    const inputs = Array.from({ length: 9 }, () => read())
    const compute = () => {
      const [fresh, ...rest] = inputs.pop() ?? []
      // Read anew each time: what is known of a record must not help the next one.
      if (fresh !== undefined)
        assess({ task: stored.task, configuration: fresh, others: rest, lastStepCases })
    }
    report(`${title}: computing, the first time`, timed(compute).ms, baseline)
    report(`${title}: computing`, medianOf(8, compute), baseline)
  } finally {
    workspace.close()
  }
}

const folder = mkdtempSync(join(tmpdir(), 'nines-bench-'))
try {
  measure(folder, { cases: 10_000, repeats: 10, configurations: 4 })
  measure(folder, { cases: 1_000_000, repeats: 1, configurations: 1 })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
