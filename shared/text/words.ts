import type { Assessment, Interval, LevelAssessment, Strategy } from '../domain/assessment.ts'
import { type Cause, type Lever, startingCauses } from '../domain/cause.ts'
import type { Verdict } from '../domain/level.ts'
import { isMeasured, type Measured, type NotMeasured } from '../domain/measured.ts'
import type { Scope } from '../domain/task.ts'
import { catalogue, type MessageKey } from './catalogue.ts'
import {
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
  return t(key, { ...values, count, number: formatCount(language, count) })
}

/** One word for a level's verdict: "meets", "short" or "more evidence needed". */
export function verdictWord(translator: Translator, verdict: Verdict): string {
  return translator.t(`verdict.word.${verdict}`)
}

/** "not measured: no latency was logged". */
export function notMeasuredWords(translator: Translator, value: NotMeasured): string {
  return translator.t(`verdict.notMeasured.${value.notMeasured}`)
}

/** The number in words, or why there is none. */
export function measuredWords(
  translator: Translator,
  value: Measured,
  format: (value: number) => string,
): string {
  return isMeasured(value) ? format(value) : notMeasuredWords(translator, value)
}

/** The estimate as a percentage with the decimals its interval supports, or why there is none. */
export function estimateWords(translator: Translator, interval: Interval): string {
  const decimals = supportedDecimals(interval.lower, interval.upper)
  return measuredWords(translator, interval.estimate, (value) =>
    formatPercent(translator.language, value, decimals),
  )
}

/** "27–59%". */
export function intervalWords(translator: Translator, interval: Interval): string {
  return formatInterval(translator.language, interval.lower, interval.upper)
}

/** "for new cases like these", or "for exactly these 50 cases". */
export function scopeWords(translator: Translator, scope: Scope, cases: number): string {
  return scope === 'new-cases'
    ? translator.t('verdict.scope.new-cases')
    : counted(translator, 'verdict.scope.these-cases', cases)
}

/** "Majority of 3", "Retry until the verifier accepts, up to 4", or the other configuration's name. */
export function strategyName(
  translator: Translator,
  strategy: Pick<Strategy, 'strategy' | 'k' | 'configuration'>,
): string {
  if (strategy.strategy === 'configuration') return strategy.configuration
  return translator.t(`verdict.strategy.${strategy.strategy}`, {
    k: formatCount(translator.language, strategy.k),
  })
}

/** "$0.12 and 34 s" as far as cost and latency are known; null when neither is. */
export function priceWords(
  translator: Translator,
  price: Pick<Strategy, 'costUsd' | 'latencyMs'>,
): string | null {
  const { language, t } = translator
  const cost = isMeasured(price.costUsd) ? formatMoney(language, price.costUsd) : null
  const latency = isMeasured(price.latencyMs) ? formatLatency(language, price.latencyMs) : null
  if (cost !== null && latency !== null) return t('verdict.price.both', { cost, latency })
  return cost ?? latency
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
 * every other cause keeps the team's own name. A null key stands for failures that nobody labelled.
 */
export function causeName(
  translator: Translator,
  cause: { readonly key: string | null; readonly name: string | null },
): string {
  if (cause.key === null) return translator.t('verdict.causes.unlabelled')
  const starting = startingCauses.find((each) => each.key === cause.key)
  const renamed = cause.name !== null && cause.name !== starting?.name
  if (!renamed && isStartingCause(cause.key)) return translator.t(`verdict.causes.${cause.key}`)
  return cause.name ?? cause.key
}

/** The name of the cause with this key in the task's list; the key itself when the list has lost it. */
export function causeNameByKey(translator: Translator, key: string, causes: readonly Cause[]): string {
  return causeName(translator, { key, name: causes.find((each) => each.key === key)?.name ?? null })
}

/** "about 134", "not reachable at this rate", or "none, decided". */
export function casesNeededWords(
  translator: Translator,
  casesNeeded: LevelAssessment['casesNeeded'],
): string {
  if (casesNeeded === null) return translator.t('verdict.casesNeeded.decided')
  if (isMeasured(casesNeeded)) return counted(translator, 'verdict.casesNeeded.about', casesNeeded)
  return casesNeeded.notMeasured === 'not-reachable'
    ? translator.t('verdict.casesNeeded.unreachable')
    : notMeasuredWords(translator, casesNeeded)
}

export interface EvidenceWords {
  /** Which of the two verdicts the stronger evidence speaks for. */
  readonly towards: 'meets' | 'short'
  /** "10¹¹ : 1". */
  readonly odds: string
  /** The odds from which a verdict is given, 1/α: "20 : 1". */
  readonly needed: string
  /** "Evidence 10¹¹ : 1 that it falls short; 20 : 1 decides." */
  readonly sentence: string
}

/** The evidence for a level as odds: that of the verdict, or while there is none the stronger of the two. */
export function evidenceWords(
  translator: Translator,
  level: Pick<LevelAssessment, 'logEvidenceMeets' | 'logEvidenceShort' | 'alpha'>,
): EvidenceWords {
  const { language, t } = translator
  const towards = level.logEvidenceMeets >= level.logEvidenceShort ? 'meets' : 'short'
  const logEvidence = Math.max(level.logEvidenceMeets, level.logEvidenceShort)
  const odds = logEvidence < 0 ? t('verdict.evidence.underEven') : formatOdds(language, logEvidence)
  const needed = formatOdds(language, -Math.log(level.alpha))
  return { towards, odds, needed, sentence: t(`verdict.evidence.towards.${towards}`, { odds, needed }) }
}

/** "50 cases × 4 repeats". */
export function casesTimesRepeats(
  translator: Translator,
  counts: Pick<Assessment['counts'], 'completeCases' | 'plannedRepeats'>,
): string {
  return translator.t('verdict.rules.casesTimesRepeats', {
    cases: counted(translator, 'verdict.rules.cases', counts.completeCases),
    repeats: counted(translator, 'verdict.rules.repeats', counts.plannedRepeats),
  })
}

/** The counting rules beside their numbers: "errors count as failures: 0" and so on. */
export function ruleWords(
  translator: Translator,
  counts: Pick<Assessment['counts'], 'errors' | 'voids' | 'notCounted'>,
): { readonly errors: string; readonly voids: string; readonly notCounted: string } {
  const { language, t } = translator
  return {
    errors: t('verdict.rules.errors', { number: formatCount(language, counts.errors) }),
    voids: t('verdict.rules.voids', { number: formatCount(language, counts.voids) }),
    notCounted: t('verdict.rules.notCounted', { number: formatCount(language, counts.notCounted) }),
  }
}
