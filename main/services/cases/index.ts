import type { ParsedInput } from '../../../shared/contract/contract.ts'
import type { CaseDetail, CaseList, CaseMap } from '../../../shared/domain/case.ts'
import { allCases } from '../../../shared/domain/case-filter.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { overlay } from '../../../shared/domain/overlay.ts'
import { findCase, readCaseTrials, readFormerTrials } from '../../store/case-detail.ts'
import {
  type CaseQuestion,
  countGroups,
  readCaseMap,
  readCasePage,
  readCauses,
  readSegments,
  readTold,
} from '../../store/case-list.ts'
import { listConfigurations } from '../../store/configurations.ts'
import { countCases, plannedRepeatsOf } from '../../store/tasks.ts'
import type { Context } from '../context.ts'
import { requireTask } from '../tasks/index.ts'
import { editsOf } from './edits.ts'

/** The first configuration where none is named; one that nobody has used has every case without trials. */
function questionOf(
  context: Context,
  { task, configuration, filter }: ParsedInput<'case.map'>,
): CaseQuestion & { readonly configuration: string | null } {
  const stored = requireTask(context, task)
  const known = listConfigurations(context.workspace.queries, stored.id)
  const shown = configuration === undefined ? known[0] : known.find((each) => each.name === configuration)
  return {
    taskId: stored.id,
    configuration: shown?.name ?? configuration ?? null,
    configurationId: shown?.id,
    plannedRepeats: plannedRepeatsOf(stored),
    filter: overlay(allCases, filter),
  }
}

export function listCases(context: Context, input: ParsedInput<'case.list'>): CaseList {
  const { queries } = context.workspace
  return queries.snapshot(() => {
    const question = questionOf(context, input)
    const groups = countGroups(queries, question)
    return {
      configuration: question.configuration,
      plannedRepeats: question.plannedRepeats,
      total: countCases(queries, question.taskId),
      matching: Object.values(groups).reduce((sum, cases) => sum + cases, 0),
      groups,
      facets: input.facets
        ? {
            segments: readSegments(queries, question.taskId),
            causes: readCauses(queries, question.configurationId),
            told: readTold(queries, question.taskId, question.configurationId),
          }
        : null,
      cases: readCasePage(queries, question, input),
    }
  })
}

export function mapCases(context: Context, input: ParsedInput<'case.map'>): CaseMap {
  const { queries } = context.workspace
  return queries.snapshot(() => {
    const question = questionOf(context, input)
    const groups = countGroups(queries, question)
    return {
      plannedRepeats: question.plannedRepeats,
      matching: Object.values(groups).reduce((sum, cases) => sum + cases, 0),
      ...readCaseMap(queries, question, input.sort),
    }
  })
}

/** @throws ExpectedFailure `case-not-found` */
export function getCase(context: Context, input: ParsedInput<'case.get'>): CaseDetail {
  const { queries } = context.workspace
  return queries.snapshot(() => {
    const stored = requireTask(context, input.task)
    const found = findCase(queries, stored.id, input.case)
    if (found === undefined) {
      throw new ExpectedFailure('case-not-found', `The task "${input.task}" has no case "${input.case}".`)
    }
    const plannedRepeats = plannedRepeatsOf(stored)
    const known = listConfigurations(queries, stored.id)
    const tried = known.map(({ id, name }) => ({
      configuration: name,
      trials: readCaseTrials(queries, id, found.id, plannedRepeats),
    }))
    const former = readFormerTrials(queries, stored.id, found.id).map(({ configurationId, ...each }) => ({
      ...each,
      configuration: known.find(({ id }) => id === configurationId)?.name ?? '',
    }))
    return {
      case: found.label,
      input: found.input,
      segment: found.segment,
      plannedRepeats,
      configurations: tried
        .filter(({ trials }) => trials.length > 0)
        .map((each) => ({ ...each, ...standing(each.trials, plannedRepeats) })),
      edits: editsOf(former, (configuration, repeat) =>
        fieldsOf(tried.find((each) => each.configuration === configuration)?.trials, repeat),
      ),
    }
  })
}

type Trials = CaseDetail['configurations'][number]['trials']

function standing(trials: Trials, plannedRepeats: number) {
  const counted = trials.filter(({ counts }) => counts)
  return {
    complete: counted.length === plannedRepeats,
    passes: counted.filter(({ outcome }) => outcome === 'pass').length,
    counted: counted.length,
  }
}

function fieldsOf(trials: Trials | undefined, repeat: number) {
  const found = trials?.find((each) => each.repeat === repeat)
  if (found === undefined) return undefined
  const { repeat: _repeat, loggedAt: _loggedAt, counts: _counts, ...fields } = found
  return fields
}
