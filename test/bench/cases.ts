/**
 * What the list of cases costs inside the program at 10,000 cases × 20 repeats: pages sorted and filtered in every
 * way, the picture of all cases, one case. Run by `npm run bench`. Beside each figure stands a baseline of the same run:
 * SQLite counting the task's cases and their roll-ups.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  countGroups,
  readCaseMap,
  readCasePage,
  readCauses,
  readSegments,
} from '../../main/store/case-list.ts'
import { readCaseTrials, readFormerTrials } from '../../main/store/case-detail.ts'
import { readNames } from '../../main/store/names.ts'
import { build, type Queries } from '../../main/store/queries.ts'
import { renewTaskRollUps } from '../../main/store/roll-ups.ts'
import { findTask, insertTask, type StoredTask } from '../../main/store/tasks.ts'
import { trialInserter } from '../../main/store/trials.ts'
import { openWorkspace } from '../../main/store/workspace.ts'
import { caseOrders, type CaseSort, firstSeen } from '../../shared/domain/case.ts'
import { allCases, type CaseFilter } from '../../shared/domain/case-filter.ts'
import { startingCauses } from '../../shared/domain/cause.ts'
import { completeTask } from '../../shared/domain/task.ts'
import { seededRandom } from '../../shared/statistics/random.ts'

const cases = 10_000
const repeats = 20
const at = '2026-03-01T09:00:00.000Z'
const words = ['refund', 'booking', 'seat', '환불', '예약', 'Café', 'upgrade', 'baggage', '좌석', 'delay']

/** Answers of some 600 characters, so that looking at trials costs what it costs in practice. */
const answer = 'The booking was changed as asked and the customer was told. '.repeat(10)

function logWorld(queries: Queries, stored: StoredTask): { configurationId: number; caseIds: number[] } {
  const random = seededRandom(1)
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  return queries.transaction(() => {
    const names = readNames(queries, stored.id)
    const insert = trialInserter(queries)
    const configurationId = names.configurationId('model')
    const caseIds: number[] = []
    for (let index = 0; index < cases; index += 1) {
      const label = `case-${index}`
      const input = Array.from({ length: 30 }, () => pick(words)).join(' ')
      const caseId = names.caseId(label, { segment: `segment ${index % 7}`, input })
      caseIds.push(caseId)
      const reliability = 1 - random() ** 3
      for (let repeat = 1; repeat <= repeats; repeat += 1) {
        const passed = random() < reliability
        insert(
          { taskId: stored.id, configurationId, caseId, repeat },
          {
            configuration: 'model',
            case: label,
            repeat,
            outcome: passed ? 'pass' : random() < 0.1 ? 'error' : 'fail',
            ...(passed ? {} : { cause: pick(startingCauses)?.key }),
            ...(random() < 0.5 ? { verifier: passed ? 'accept' : 'reject' } : {}),
            answer,
            latencyMs: Math.round(500 + 3000 * random()),
            costUsd: Math.round(10 + 80 * random()) / 10_000,
          },
          at,
        )
      }
    }
    renewTaskRollUps(queries, stored.id, repeats)
    return { configurationId, caseIds }
  })
}

function medianOf(times: number, work: () => unknown): number {
  const values = Array.from({ length: times }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }).toSorted((a, b) => a - b)
  return values[Math.floor(times / 2)] ?? Number.NaN
}

function measure(queries: Queries, stored: StoredTask): void {
  const { configurationId, caseIds } = logWorld(queries, stored)
  const count = build
    .selectFrom('task_case as c')
    .leftJoin('roll_up as r', (join_) =>
      join_.onRef('r.case_id', '=', 'c.id').on('r.configuration_id', '=', configurationId),
    )
    .where('c.task_id', '=', stored.id)
    .select((expression) => expression.fn.sum<number>('r.passes').as('passes'))
  const baseline = medianOf(9, () => queries.all(count))
  const report = (name: string, work: () => unknown): void => {
    const ms = medianOf(5, work)
    process.stdout.write(
      `${name.padEnd(58)} ${ms.toFixed(1).padStart(8)} ms  (${(ms / baseline).toFixed(1)} × counting)\n`,
    )
  }
  report(`${cases.toLocaleString('en')} cases × ${repeats}: counting cases and roll-ups`, () =>
    queries.all(count),
  )
  const list = (filter: Partial<CaseFilter> = {}, sort: CaseSort = firstSeen, offset = 0): void => {
    const question = {
      taskId: stored.id,
      configurationId,
      plannedRepeats: repeats,
      filter: { ...allCases, ...filter },
    }
    countGroups(queries, question)
    readSegments(queries, stored.id)
    readCauses(queries, configurationId)
    readCasePage(queries, question, { sort, offset, limit: 200 })
  }
  report('list: first page', () => list())
  report('list: last page', () => list({}, firstSeen, cases - 200))
  for (const by of caseOrders) report(`list: sorted by ${by}`, () => list({}, { by, descending: true }))
  const filters: readonly Partial<CaseFilter>[] = [
    { group: 'never' },
    { outcome: 'error' },
    { outcome: 'void' },
    { cause: 'tool-error' },
    { cause: '' },
    { verifier: 'accept' },
    { verifier: 'reject' },
    { segment: 'segment 3' },
    { search: 'CAFE' },
    { search: '환불' },
    { search: '환불 좌석', verifier: 'reject', cause: 'limit', group: 'sometimes', segment: 'segment 1' },
  ]
  for (const filter of filters) report(`list: ${JSON.stringify(filter)}`, () => list(filter))
  const question = { taskId: stored.id, configurationId, plannedRepeats: repeats, filter: allCases }
  report('picture of all cases', () => readCaseMap(queries, question, firstSeen))
  report('picture of all cases, sorted by case', () =>
    readCaseMap(queries, question, { by: 'case', descending: false }),
  )
  const middle = caseIds[cases / 2] ?? 0
  report('one case: trials and history', () => {
    readCaseTrials(queries, configurationId, middle, repeats)
    readFormerTrials(queries, stored.id, middle)
  })
}

const { values } = parseArgs({ options: { keep: { type: 'string' } } })
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'nines-bench-'))
const workspace = openWorkspace(join(folder, 'team.nines'))
try {
  insertTask(workspace.queries, completeTask({ name: 'bench', plannedRepeats: repeats }), at)
  const stored = findTask(workspace.queries, 'bench')
  if (stored === undefined) throw new Error('the task is gone')
  measure(workspace.queries, stored)
} finally {
  workspace.close()
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true })
}
