import type { CaseFields } from '../../shared/domain/trial.ts'
import { build, type Queries } from './queries.ts'
import { recordFill } from './imports.ts'
import { forgetSummaries } from './records.ts'

/**
 * The ids behind the names of a task's cases and configurations. `configurationId` and `caseId` add a name
 * that is new, inside whatever transaction is open.
 */
export interface Names {
  knownConfigurationId(name: string): number | undefined
  knownCaseId(label: string): number | undefined
  configurationId(name: string): number
  caseId(label: string, fields?: CaseFields): number
}

/**
 * What brings the names: its id goes beside those that are new, and beside what is filled in. Asked for only then, for
 * an import that brings nothing leaves no record.
 */
export type Origin = () => number

interface KnownCase {
  readonly id: number
  readonly segment: string | null
  readonly input: string | null
}

const caseColumns = ['id', 'label', 'segment', 'input'] as const

function configurationsOf(taskId: number) {
  return build.selectFrom('configuration').select(['id', 'name']).where('task_id', '=', taskId)
}

function casesOf(taskId: number) {
  return build.selectFrom('task_case').select(caseColumns).where('task_id', '=', taskId)
}

/** Reads each name when it is first asked for: right for a few trials in a task with many cases. */
export function lookUpNames(queries: Queries, taskId: number): Names {
  return createNames(
    queries,
    taskId,
    (name) => queries.first(configurationsOf(taskId).where('name', '=', name))?.id,
    (label) => queries.first(casesOf(taskId).where('label', '=', label)),
  )
}

/** Reads all names of the task at once: right for a whole file. */
export function readNames(queries: Queries, taskId: number, origin: Origin | null = null): Names {
  const configurations = new Map(queries.all(configurationsOf(taskId)).map((row) => [row.name, row.id]))
  const cases = new Map(queries.all(casesOf(taskId)).map((row) => [row.label, row]))
  return createNames(
    queries,
    taskId,
    (name) => configurations.get(name),
    (label) => cases.get(label),
    origin,
  )
}

function createNames(
  queries: Queries,
  taskId: number,
  findConfiguration: (name: string) => number | undefined,
  findCase: (label: string) => KnownCase | undefined,
  origin: Origin | null = null,
): Names {
  const configurations = new Map<string, number>()
  const cases = new Map<string, KnownCase>()
  const insertCase = queries.prepareOnce(
    build
      .insertInto('task_case')
      .values({ task_id: 0, label: '', segment: null, input: null, import_id: null }),
  )

  function configurationNamed(name: string): number | undefined {
    const id = configurations.get(name) ?? findConfiguration(name)
    if (id !== undefined) configurations.set(name, id)
    return id
  }

  function caseLabelled(label: string): KnownCase | undefined {
    const known = cases.get(label) ?? findCase(label)
    if (known !== undefined) cases.set(label, known)
    return known
  }

  /** What a case was not told before is filled in; what it was told stays. */
  function fillIn(label: string, known: KnownCase, fields: CaseFields): void {
    const segment = known.segment ?? fields.segment ?? null
    const input = known.input ?? fields.input ?? null
    if (segment === known.segment && input === known.input) return
    queries.run(build.updateTable('task_case').set({ segment, input }).where('id', '=', known.id))
    if (segment !== known.segment) forgetSummaries(queries, taskId)
    if (origin !== null) {
      recordFill(queries, origin(), known.id, segment !== known.segment, input !== known.input)
    }
    cases.set(label, { id: known.id, segment, input })
  }

  return {
    knownConfigurationId: configurationNamed,
    knownCaseId: (label) => caseLabelled(label)?.id,
    configurationId(name) {
      const known = configurationNamed(name)
      if (known !== undefined) return known
      const { insertedId } = queries.run(
        build.insertInto('configuration').values({
          task_id: taskId,
          name,
          more_compute_than: null,
          import_id: origin?.() ?? null,
        }),
      )
      configurations.set(name, insertedId)
      return insertedId
    },
    caseId(label, fields = {}) {
      const known = caseLabelled(label)
      if (known !== undefined) {
        fillIn(label, known, fields)
        return known.id
      }
      const segment = fields.segment ?? null
      const input = fields.input ?? null
      const id = insertCase([taskId, label, segment, input, origin?.() ?? null])
      cases.set(label, { id, segment, input })
      return id
    },
  }
}
