import type { Assessment, Interval, LevelAssessment, Strategy } from '../domain/assessment.ts'
import { type Lever, startingCauses } from '../domain/cause.ts'
import type { Verdict } from '../domain/level.ts'
import { isMeasured, type Measured, type NotMeasuredReason } from '../domain/measured.ts'
import type { Budget } from '../domain/task.ts'
import { catalogue, type MessageKey } from './catalogue.ts'
import {
  formatAbout,
  formatCount,
  formatInterval,
  formatLatency,
  formatMoney,
  formatOdds,
  formatPercent,
  supportedDecimals,
} from './numbers.ts'
import type { Translator } from './translator.ts'

type Values = Readonly<Record<string, string | number>>

/** A message whose plural form follows `count`; `{{number}}` is the count with its grouping. */
export function counted(translator: Translator, key: MessageKey, count: number, values: Values = {}): string {
  const { language, t } = translator
  return t(key, { number: formatCount(language, count), ...values, count })
}

/** The same for a number that is an estimate: `{{number}}` is about so many. */
export function countedAbout(
  translator: Translator,
  key: MessageKey,
  count: number,
  values: Readonly<Record<string, string>> = {},
): string {
  return counted(translator, key, count, { ...values, number: formatAbout(translator.language, count) })
}

/** One word for a level's verdict: "meets", "short" or "more evidence needed". */
export function levelVerdictWord(translator: Translator, verdict: Verdict): string {
  return translator.t(`verdict.word.${verdict}`)
}

/** "not measured: no latency was logged". */
export function notMeasuredText(translator: Translator, reason: NotMeasuredReason): string {
  return translator.t(`verdict.notMeasured.${reason}`)
}

/** The number in words, or why there is none. */
export function measuredText(
  translator: Translator,
  value: Measured,
  format: (value: number) => string,
): string {
  return isMeasured(value) ? format(value) : notMeasuredText(translator, value.notMeasured)
}

/** The estimate as a percentage with the decimals its interval supports, or why there is none. */
export function estimateText(translator: Translator, interval: Interval): string {
  const decimals = supportedDecimals(interval.lower, interval.upper)
  return measuredText(translator, interval.estimate, (value) =>
    formatPercent(translator.language, value, decimals),
  )
}

/** Of an assessment, the intervals that its sentences name figures of. */
export interface Figures {
  readonly reliability: Interval
  readonly bottleneck: { readonly strategies: readonly Interval[]; readonly ceiling: Interval }
  readonly repeats: { readonly passAt: readonly Interval[] }
}

/** A figure of the assessment without its interval at hand: with the digits it has beside that. */
export function figureText(translator: Translator, figures: Figures | null, value: number): string {
  if (figures === null) return formatPercent(translator.language, value)
  const { reliability, bottleneck, repeats } = figures
  const own = [reliability, bottleneck.ceiling, ...bottleneck.strategies, ...repeats.passAt].find(
    ({ estimate }) => isMeasured(estimate) && Math.abs(estimate - value) < 1e-9,
  )
  return own === undefined ? formatPercent(translator.language, value) : estimateText(translator, own)
}

/** "27–59%". */
export function intervalText(translator: Translator, interval: Interval): string {
  return formatInterval(translator.language, interval.lower, interval.upper)
}

/** "for new cases like these 50", or "for exactly these 50 cases". */
export function scopeText(translator: Translator, assessment: Pick<Assessment, 'scope' | 'counts'>): string {
  const { completeCases, completeRounds, cases } = assessment.counts
  const number = completeRounds === null ? completeCases : cases
  return number === 0
    ? translator.t(`verdict.scope.none.${assessment.scope}`)
    : counted(translator, `verdict.scope.${assessment.scope}`, number)
}

/** "Majority of 3", "Retry until accepted (up to 4)", or the other configuration's name: for a table. */
export function strategyName(
  translator: Translator,
  strategy: Pick<Strategy, 'strategy' | 'k' | 'configuration'>,
): string {
  if (strategy.strategy === 'configuration') return strategy.configuration
  return translator.t(`verdict.strategy.${strategy.strategy}`, {
    k: formatCount(translator.language, strategy.k),
  })
}

/** The same inside a sentence, with the other configuration's name in quotation marks. */
export function strategyInSentence(
  translator: Translator,
  strategy: Pick<Strategy, 'strategy' | 'k' | 'configuration'>,
): string {
  const name = strategyName(translator, strategy)
  return strategy.strategy === 'configuration' ? translator.t('verdict.strategy.named', { name }) : name
}

/** "$0.12 and 34 s" as far as cost and latency are known; null when neither is. */
export function priceText(
  translator: Translator,
  price: Pick<Strategy, 'costUsd' | 'latencyMs'>,
): string | null {
  const { language, t } = translator
  const cost = isMeasured(price.costUsd) ? formatMoney(language, price.costUsd) : null
  const latency = isMeasured(price.latencyMs) ? formatLatency(language, price.latencyMs) : null
  if (cost !== null && latency !== null) return t('verdict.price.both', { cost, latency })
  return cost ?? latency
}

/** "$0.30 and 30 s": what one task may cost and take at most; null without a limit. */
export function budgetText(translator: Translator, { maxCostUsd, maxLatencyMs }: Budget): string | null {
  const none = { notMeasured: 'not-applicable' } as const
  return priceText(translator, { costUsd: maxCostUsd ?? none, latencyMs: maxLatencyMs ?? none })
}

/** The lever's name inside a sentence; null where neither lever is the usual cure. */
export function leverWord(translator: Translator, lever: Lever | null): string {
  return translator.t(`verdict.lever.${lever ?? 'none'}`)
}

type StartingCauseKey = Exclude<keyof typeof catalogue.en.verdict.causes, 'unlabelled'>

function isStartingCause(key: string): key is StartingCauseKey {
  return startingCauses.some((each) => each.key === key) && key in catalogue.en.verdict.causes
}

/**
 * A cause in the reader's language. Starting causes are translated as long as the team has not renamed them;
 * every other cause keeps the team's own name.
 * @param key null stands for failures that nobody labelled
 * @param name what the task's list calls it; null when the list does not hold it
 */
export function causeName(translator: Translator, key: string | null, name: string | null): string {
  if (key === null) return translator.t('verdict.causes.unlabelled')
  const starting = startingCauses.find((each) => each.key === key)
  const renamed = name !== null && name !== starting?.name
  if (!renamed && isStartingCause(key)) return translator.t(`verdict.causes.${key}`)
  return name ?? key
}

/** "about 134 more cases", "not reachable at this rate", or "–" when the level is decided. */
export function casesNeededText(translator: Translator, casesNeeded: LevelAssessment['casesNeeded']): string {
  if (casesNeeded === null) return '–'
  return isMeasured(casesNeeded)
    ? countedAbout(translator, 'verdict.casesNeeded', casesNeeded)
    : notMeasuredText(translator, casesNeeded.notMeasured)
}

/** Evidence, a natural logarithm, as betting odds: "10¹¹ : 1"; "under 1 : 1" when it speaks the other way. */
export function evidenceOdds(translator: Translator, logEvidence: number): string {
  return logEvidence < 0
    ? translator.t('verdict.evidence.underEven')
    : formatOdds(translator.language, logEvidence)
}

export interface EvidenceText {
  /** Which of the two verdicts the stronger evidence speaks for. */
  readonly towards: 'meets' | 'short'
  /** "10¹¹ : 1". */
  readonly odds: string
  /** "Evidence 10¹¹ : 1 that it falls short; 20 : 1 decides." */
  readonly sentence: string
}

/** The stronger of a level's two evidences, with the odds from which it decides, 1/α. */
export function evidenceText(
  translator: Translator,
  level: Pick<LevelAssessment, 'logEvidenceMeets' | 'logEvidenceShort' | 'alpha'>,
): EvidenceText {
  const towards = level.logEvidenceMeets >= level.logEvidenceShort ? 'meets' : 'short'
  const odds = evidenceOdds(translator, Math.max(level.logEvidenceMeets, level.logEvidenceShort))
  const needed = formatOdds(translator.language, -Math.log(level.alpha))
  return { towards, odds, sentence: translator.t(`verdict.evidence.towards.${towards}`, { odds, needed }) }
}

/** "50 cases". */
export function casesText(translator: Translator, count: number): string {
  return counted(translator, 'verdict.rules.cases', count)
}

/** "4 repeats". */
export function repeatsText(translator: Translator, count: number): string {
  return counted(translator, 'verdict.rules.repeats', count)
}

/** "200 trials". */
export function trialsText(translator: Translator, count: number): string {
  return counted(translator, 'verdict.rules.trials', count)
}

function rule(translator: Translator, key: 'errors' | 'voids' | 'notCounted', count: number): string {
  return translator.t(`verdict.rules.${key}`, { number: formatCount(translator.language, count) })
}

/** "errors count as failures: 0". */
export function errorsRuleText(translator: Translator, errors: number): string {
  return rule(translator, 'errors', errors)
}

/** "void, excluded: 0". */
export function voidsRuleText(translator: Translator, voids: number): string {
  return rule(translator, 'voids', voids)
}

/** "not counted, beyond the plan or of incomplete cases: 0". */
export function notCountedRuleText(translator: Translator, notCounted: number): string {
  return rule(translator, 'notCounted', notCounted)
}
