import type { Input } from '../../../shared/contract/contract.ts'
import type { ConfigurationSummary } from '../../../shared/domain/configuration.ts'
import { parametersIn, parametersText } from './parameters.ts'

/** What a configuration is, as the form holds it: empty texts for what is not said. */
export interface ConfigurationDraft {
  readonly name: string
  readonly model: string
  readonly version: string
  readonly strategy: string
  readonly promptVersion: string
  readonly computeAmount: number | null
  readonly computeUnit: string
  readonly moreComputeThan: string | null
  /** One a line, `temperature = 0.2`. */
  readonly parameters: string
}

export type ConfigurationChanges = Input<'configuration.set'>['changes']

export function draftOf(configuration: ConfigurationSummary): ConfigurationDraft {
  const { name, model, version, strategy, promptVersion, compute, moreComputeThan, parameters } =
    configuration
  return {
    name,
    model: model ?? '',
    version: version ?? '',
    strategy: strategy ?? '',
    promptVersion: promptVersion ?? '',
    computeAmount: compute?.amount ?? null,
    computeUnit: compute?.unit ?? '',
    moreComputeThan,
    parameters: parametersText(parameters),
  }
}

export const configurationProblems = [
  'nameMissing',
  'nameTaken',
  'amountMissing',
  'unitMissing',
  'parametersWrong',
] as const
export type ConfigurationProblem = (typeof configurationProblems)[number]

/** Everything that keeps the draft from being stored; empty when nothing does. */
export function problemsOf(
  draft: ConfigurationDraft,
  otherNames: readonly string[],
): readonly ConfigurationProblem[] {
  const name = draft.name.trim()
  const hasUnit = draft.computeUnit.trim() !== ''
  const { computeAmount } = draft
  return [
    ...(name === '' ? ['nameMissing' as const] : []),
    ...(otherNames.includes(name) ? ['nameTaken' as const] : []),
    ...(hasUnit && computeAmount === null ? ['amountMissing' as const] : []),
    ...(!hasUnit && computeAmount !== null ? ['unitMissing' as const] : []),
    ...('wrongLine' in parametersIn(draft.parameters) ? ['parametersWrong' as const] : []),
  ]
}

function said(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

/** What a draft without problems says of the configuration. */
export function changesOf(draft: ConfigurationDraft): ConfigurationChanges {
  const parsed = parametersIn(draft.parameters)
  const unit = said(draft.computeUnit)
  const amount = draft.computeAmount
  return {
    name: draft.name.trim(),
    model: said(draft.model),
    version: said(draft.version),
    strategy: said(draft.strategy),
    promptVersion: said(draft.promptVersion),
    compute: amount === null || unit === null ? null : { amount, unit },
    moreComputeThan: draft.moreComputeThan,
    parameters: 'parameters' in parsed ? parsed.parameters : {},
  }
}
