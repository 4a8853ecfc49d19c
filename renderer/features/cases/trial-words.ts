import type { CaseEdit } from '../../../shared/domain/case.ts'
import type { Cause } from '../../../shared/domain/cause.ts'
import type { TrialFields } from '../../../shared/domain/trial.ts'
import type { Translator } from '../../../shared/text/translator.ts'
import { nameOfCause } from './case-words.ts'

/** "fail, tool or integration error": what a trial came to. */
function stateText(translator: Translator, trial: TrialFields, causes: readonly Cause[]): string {
  return [
    translator.t(`screens.cases.map.${trial.outcome}`),
    ...(trial.cause === undefined ? [] : [nameOfCause(translator, causes, trial.cause)]),
  ].join(', ')
}

function verdictText({ t }: Translator, before: TrialFields, after: TrialFields): readonly string[] {
  if (before.verifier === after.verifier) return []
  return [
    t(after.verifier === undefined ? 'screens.cases.edit.verdictTaken' : `screens.log.${after.verifier}`),
  ]
}

/** Fields that a change is told of by name, in the order they are told. */
export const toldFields = [
  'answer',
  'score',
  'confidence',
  'severity',
  'latencyMs',
  'costUsd',
  'inputTokens',
  'outputTokens',
  'actions',
  'startedAt',
] as const

function changedFields(before: TrialFields, after: TrialFields) {
  return toldFields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

function noteText({ t }: Translator, before: TrialFields, after: TrialFields): readonly string[] {
  if (before.note === after.note) return []
  return after.note === undefined || after.note === ''
    ? [t('screens.cases.edit.noteTaken')]
    : [t('screens.cases.edit.note', { note: after.note })]
}

/** "pass → fail, tool or integration error; note “wrong account”": what a change made of a trial. */
export function editText(
  translator: Translator,
  { change, before, after }: CaseEdit,
  causes: readonly Cause[],
): string {
  const { t } = translator
  const was = stateText(translator, before, causes)
  if (after === null) {
    return t(change === 'withdrawn' ? 'screens.cases.edit.withdrawn' : 'screens.cases.edit.gone', { was })
  }
  const is = stateText(translator, after, causes)
  const parts = [
    ...(was === is ? [] : [t('screens.cases.edit.became', { was, is })]),
    ...verdictText(translator, before, after),
    ...noteText(translator, before, after),
    ...changedFields(before, after).map((field) =>
      t('screens.cases.edit.changed', { field: t(`screens.cases.edit.field.${field}`) }),
    ),
  ]
  if (parts.length > 0) return parts.join('; ')
  return t('screens.cases.edit.same', { is })
}
