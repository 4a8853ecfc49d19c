import type { LogTrial, ParsedInput } from '../../../shared/contract/contract.ts'
import type { GridCase } from '../../../shared/domain/grid-case.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { type Trial, trial as trialSchema, type TrialKey, trialKey } from '../../../shared/domain/trial.ts'
import { disclaimCase } from '../../store/imports.ts'
import { readGrid } from '../../store/grid.ts'
import { lookUpNames, type Names } from '../../store/names.ts'
import { renewRollUp } from '../../store/roll-ups.ts'
import { listConfigurations } from '../../store/configurations.ts'
import { countCases, plannedRepeatsOf, type StoredTask } from '../../store/tasks.ts'
import {
  findTrial,
  type InsertTrial,
  nextRepeat,
  retireTrial,
  type TrialAddress,
  trialInserter,
} from '../../store/trials.ts'
import type { Context } from '../context.ts'
import { requireTask } from '../tasks/index.ts'

interface Session {
  readonly stored: StoredTask
  readonly names: Names
}

function named(key: TrialKey): string {
  return `trial ${key.repeat} of case "${key.case}" with "${key.configuration}"`
}

/** @throws ExpectedFailure `bad-input` when the case already has the last repeat there can be */
function repeatAfterLast(
  context: Context,
  { configuration, case: label }: Pick<TrialKey, 'configuration' | 'case'>,
  configurationId: number,
  caseId: number,
): number {
  const repeat = nextRepeat(context.workspace.queries, configurationId, caseId)
  if (trialKey.shape.repeat.safeParse(repeat).success) return repeat
  throw new ExpectedFailure(
    'bad-input',
    `Case "${label}" has trial ${repeat - 1} with "${configuration}", the last there can be. Nothing was changed. Say which repeat is meant.`,
  )
}

function logOne(context: Context, session: Session, insert: InsertTrial, given: LogTrial, at: string): Trial {
  const { queries } = context.workspace
  const { task: _task, replace = false, segment, input, ...fields } = given
  const caseFields = {
    ...(segment === undefined ? {} : { segment }),
    ...(input === undefined ? {} : { input }),
  }
  const configurationId = session.names.configurationId(given.configuration)
  const caseId = session.names.caseId(given.case, caseFields)
  const repeat = given.repeat ?? repeatAfterLast(context, given, configurationId, caseId)
  const trial: Trial = { ...fields, repeat }
  const address: TrialAddress = { taskId: session.stored.id, configurationId, caseId, repeat }
  const replaced = replace ? retireTrial(queries, address, trial, 'replaced', at) : undefined
  if (!replace && findTrial(queries, address, trial) !== undefined) {
    throw new ExpectedFailure(
      'trial-exists',
      `The ${named(trial)} is logged already. Nothing was changed. Leave the repeat out to log the next one, or ask to replace it.`,
    )
  }
  // A correction does not move the attempt in time: the history says when it was made.
  insert(address, trial, replaced?.loggedAt ?? at)
  renewRollUp(queries, address, plannedRepeatsOf(session.stored))
  return trial
}

/** Logs all the trials or none of them; they are on the disk when this returns. */
export function logTrials(
  context: Context,
  given: readonly LogTrial[],
): { trials: (Trial & { task: string })[] } {
  const { queries } = context.workspace
  const at = context.clock().toISOString()
  const trials = queries.transaction(() => {
    const insert = trialInserter(queries)
    const sessions = new Map<string, Session>()
    return given.map((each) => {
      const session = sessions.get(each.task) ?? openSession(context, each.task)
      sessions.set(each.task, session)
      return { task: each.task, ...logOne(context, session, insert, each, at) }
    })
  })
  return { trials }
}

function openSession(context: Context, task: string): Session {
  const stored = requireTask(context, task)
  return { stored, names: lookUpNames(context.workspace.queries, stored.id) }
}

interface StoredTrial {
  readonly stored: StoredTask
  readonly address: TrialAddress
  readonly key: TrialKey
}

/** @throws ExpectedFailure `trial-not-found` when the case or the configuration is unknown */
function locate(context: Context, { task, ...key }: TrialKey & { readonly task: string }): StoredTrial {
  const { stored, names } = openSession(context, task)
  const configurationId = names.knownConfigurationId(key.configuration)
  const caseId = names.knownCaseId(key.case)
  if (configurationId === undefined || caseId === undefined) throw notFound(key)
  return { stored, key, address: { taskId: stored.id, configurationId, caseId, repeat: key.repeat } }
}

function notFound(key: TrialKey): ExpectedFailure {
  return new ExpectedFailure('trial-not-found', `There is no ${named(key)}. Nothing was changed.`)
}

/** @throws ExpectedFailure `trial-not-found` */
export function withdrawTrial(context: Context, given: TrialKey & { readonly task: string }): Trial {
  const { queries } = context.workspace
  return queries.transaction(() => {
    const { stored, address, key } = locate(context, given)
    const retired = retireTrial(queries, address, key, 'withdrawn', context.clock().toISOString())
    if (retired === undefined) throw notFound(key)
    renewRollUp(queries, address, plannedRepeatsOf(stored))
    return retired.trial
  })
}

/** The trial with the changes made: null takes a field away. */
function amended(trial: Trial, changes: ParsedInput<'trial.amend'>['changes']): Trial {
  const merged = Object.entries({ ...trial, ...changes }).filter(
    ([, value]) => value !== null && value !== undefined,
  )
  return trialSchema.parse(Object.fromEntries(merged))
}

/** @throws ExpectedFailure `trial-not-found` */
export function amendTrial(
  context: Context,
  { changes, ...given }: ParsedInput<'trial.amend'>,
): { before: Trial; after: Trial } {
  const { queries } = context.workspace
  const at = context.clock().toISOString()
  return queries.transaction(() => {
    const { stored, address, key } = locate(context, given)
    const retired = retireTrial(queries, address, key, 'replaced', at)
    if (retired === undefined) throw notFound(key)
    const { trial: before, loggedAt } = retired
    const after = amended(before, changes)
    // As when one is replaced, it stays at its time.
    trialInserter(queries)(address, after, loggedAt)
    renewRollUp(queries, address, plannedRepeatsOf(stored))
    return { before, after }
  })
}

/** Adds cases without trials; what a case was told before stays. */
export function addCases(
  context: Context,
  { task, cases }: ParsedInput<'case.add'>,
): { added: number; alreadyThere: number } {
  const { queries } = context.workspace
  return queries.transaction(() => {
    const { names } = openSession(context, task)
    let added = 0
    for (const { case: label, ...fields } of cases) {
      if (names.knownCaseId(label) === undefined) added += 1
      // Listed by somebody, it no longer goes with the import that made it.
      disclaimCase(queries, names.caseId(label, fields))
    }
    return { added, alreadyThere: cases.length - added }
  })
}

export interface GridRequest {
  readonly task: string
  readonly configuration?: string | undefined
  readonly offset: number
  readonly limit: number
}

/** A configuration nobody has used yet shows every case without trials. */
export function trialGrid(
  context: Context,
  request: GridRequest,
): { configuration: string | null; plannedRepeats: number | null; total: number; cases: GridCase[] } {
  const { queries } = context.workspace
  const { id, task } = requireTask(context, request.task)
  const configurations = listConfigurations(queries, id)
  const shown =
    request.configuration === undefined
      ? configurations[0]
      : configurations.find((each) => each.name === request.configuration)
  return {
    configuration: shown?.name ?? request.configuration ?? null,
    plannedRepeats: task.plannedRepeats,
    total: countCases(queries, id),
    cases: [...readGrid(queries, id, shown?.id, request)],
  }
}
