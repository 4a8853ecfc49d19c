import type { Assessment, Interval } from '../domain/assessment.ts'
import type { PairComparison } from '../domain/comparison.ts'
import { isMeasured, type NotMeasuredReason } from '../domain/measured.ts'
import type { PlanChange, PlannedFields } from '../domain/plan-change.ts'
import type { Plan } from '../domain/plan.ts'
import {
  formatCount,
  formatDate,
  formatNumber,
  formatPercent,
  formatPoints,
  formatPointsInterval,
  formatRequired,
  supportedDecimals,
} from './numbers.ts'
import type { Translator } from './translator.ts'
import { counted, estimateText, intervalText, measuredText, notMeasuredText } from './words.ts'

type Measured<T> = Exclude<T, { readonly notMeasured: NotMeasuredReason }>
type Verifier = Measured<Assessment['verifier']>
type Scaling = Measured<Assessment['scaling']>

/** What a field of a plan says, in words. */
function plannedText(translator: Translator, fields: PlannedFields, field: keyof PlannedFields): string {
  const { language, t } = translator
  switch (field) {
    case 'plannedRepeats':
      return typeof fields.plannedRepeats !== 'number'
        ? t('analysis.planChange.fixedByImport')
        : formatCount(language, fields.plannedRepeats)
    case 'plannedCases':
      return typeof fields.plannedCases !== 'number'
        ? t('analysis.planChange.anyNumber')
        : formatCount(language, fields.plannedCases)
    case 'scope':
      return t(`analysis.planChange.scopes.${fields.scope ?? 'new-cases'}`)
    case 'alpha':
      return formatNumber(language, fields.alpha ?? 0, 6)
    case 'levels':
      return (fields.levels ?? [])
        .map(({ name, required, alpha }) => {
          const own = alpha === undefined ? '' : ` (α = ${formatNumber(language, alpha, 6)})`
          return `${name} ${formatRequired(language, required)}${own}`
        })
        .join(', ')
    case 'target':
      return fields.target ?? ''
  }
}

const plannedFieldNames = ['plannedRepeats', 'plannedCases', 'scope', 'alpha', 'levels', 'target'] as const

/** What was changed of the plan after trials were there, a sentence a change. */
export function planChangeTexts(translator: Translator, changes: readonly PlanChange[]): readonly string[] {
  return changes.map(({ changedAt, trials, before, after }) => {
    const date = formatDate(translator.language, changedAt)
    const fields = plannedFieldNames.filter((field) => after[field] !== undefined)
    const sentences = fields.map((field) =>
      translator.t(`analysis.planChange.${field}`, {
        date,
        before: plannedText(translator, before, field),
        after: plannedText(translator, after, field),
      }),
    )
    return [...sentences, counted(translator, 'analysis.planChange.after', trials)].join(' ')
  })
}

function pointsText(translator: Translator, { estimate, lower, upper }: Interval): string {
  return measuredText(translator, estimate, (value) =>
    formatPoints(translator.language, value, supportedDecimals(lower, upper)),
  )
}

function pointsInterval(translator: Translator, { lower, upper }: Interval): string {
  return formatPointsInterval(translator.language, lower, upper)
}

function shareText(translator: Translator, value: Verifier['closes']): string {
  return measuredText(translator, value, (share) => formatPercent(translator.language, Math.max(0, share)))
}

type Utility = Measured<Verifier['utility']>

/** From which number of attempts on more of them do worse than the best number, and whether that is shown. */
function hurtsText(translator: Translator, utility: Utility): string {
  const { bestK, hurtsFrom, hurtsShownFrom, byAttempts } = utility
  const count = (k: number): string => formatCount(translator.language, k)
  if (hurtsFrom === null) return translator.t('analysis.verifier.neverHurts')
  if (hurtsShownFrom === null) return translator.t('analysis.verifier.hurtsLikely', { k: count(hurtsFrom) })
  const key = byAttempts.at(-1)?.k === hurtsShownFrom ? 'hurtsShownAll' : 'hurtsShown'
  return translator.t(`analysis.verifier.${key}`, { k: count(hurtsShownFrom), best: count(bestK) })
}

/**
 * How many attempts serve best, and from where on more of them hurt, or that none serves; nothing as long as a wrong
 * answer has no cost.
 */
export function utilityTexts(
  translator: Translator,
  { utility }: Pick<Verifier, 'utility'>,
): readonly string[] {
  if ('notMeasured' in utility) return []
  const cost = formatNumber(translator.language, utility.wrongCost, 2)
  if (utility.handingOverServesBetter) return [translator.t('analysis.verifier.noneServes', { cost })]
  const best = counted(translator, 'analysis.verifier.best', utility.bestK, { cost })
  return [best, hurtsText(translator, utility)]
}

function acceptanceText(translator: Translator, { trueAccept, falseAccept }: Verifier): string {
  const values = {
    trueAccept: estimateText(translator, trueAccept),
    trueInterval: intervalText(translator, trueAccept),
    falseAccept: estimateText(translator, falseAccept),
    falseInterval: intervalText(translator, falseAccept),
  }
  if (!isMeasured(trueAccept.estimate)) return translator.t('analysis.verifier.acceptsWrong', values)
  if (!isMeasured(falseAccept.estimate)) return translator.t('analysis.verifier.acceptsRight', values)
  return translator.t('analysis.verifier.accepts', values)
}

/** How good the verifier is, what a perfect one would add, and where more attempts hurt; or why it is not known. */
export function verifierTexts(translator: Translator, assessment: Assessment): readonly string[] {
  const { verifier, bottleneck } = assessment
  if ('notMeasured' in verifier) return [notMeasuredText(translator, verifier.notMeasured)]
  const { k, right, rightIfPerfect, addedIfPerfect } = verifier
  const { t } = translator
  const closes = isMeasured(verifier.closes)
    ? [
        t('analysis.verifier.closes', {
          level: bottleneck.level,
          closes: shareText(translator, verifier.closes),
          perfect: shareText(translator, verifier.closesIfPerfect),
        }),
      ]
    : []
  return [
    acceptanceText(translator, verifier),
    counted(translator, 'analysis.verifier.perfect', k, {
      right: estimateText(translator, right),
      perfect: estimateText(translator, rightIfPerfect),
      added: pointsText(translator, addedIfPerfect),
      addedInterval: pointsInterval(translator, addedIfPerfect),
    }),
    ...closes,
    ...utilityTexts(translator, verifier),
  ]
}

function amountText({ language }: Translator, amount: number): string {
  return formatNumber(language, amount, 6)
}

/** What the measured amounts of compute say about reaching the level, and that nothing is said beyond them. */
export function scalingTexts(translator: Translator, scaling: Scaling): readonly string[] {
  const { statement, reachedAt, unit, level, lastStep, points } = scaling
  const measured = points.findLast((each) => each.cases > 0)?.amount
  const amount = statement === 'reaches' && reachedAt !== null ? reachedAt : (measured ?? lastStep.to)
  const falls = statement === 'saturating' && lastStep.gain.upper < 0
  const rises = statement === 'rising' && lastStep.repeatFallsShort
  const key = falls ? 'falling' : rises ? 'risingFarBelow' : statement
  const said = translator.t(`analysis.scaling.${key}`, {
    amount: amountText(translator, amount),
    unit,
    level,
    gain: pointsText(translator, lastStep.gain),
    interval: pointsInterval(translator, lastStep.gain),
  })
  if (measured === undefined) return [said]
  return [said, translator.t('analysis.scaling.range', { amount: amountText(translator, measured), unit })]
}

/** Which of two configurations is more reliable, on which cases, and which cases say nothing about it. */
export function comparisonTexts(translator: Translator, pair: PairComparison): readonly string[] {
  const { first, second, difference, verdict, sharedCases } = pair
  const { t } = translator
  const unpaired = [
    { name: first, count: pair.onlyFirst.count },
    { name: second, count: pair.onlySecond.count },
  ]
    .filter((each) => each.count > 0)
    .map(({ name, count }) => counted(translator, 'analysis.comparison.unpaired', count, { name }))
  if (sharedCases === 0) return [t('analysis.comparison.none', { first, second }), ...unpaired]
  // Who is better comes first in the sentence: then the difference is above 0.
  const told =
    verdict === 'second-better'
      ? {
          estimate: isMeasured(difference.estimate) ? -difference.estimate : difference.estimate,
          lower: -difference.upper,
          upper: -difference.lower,
        }
      : difference
  return [
    t(`analysis.comparison.${verdict}`, {
      first,
      second,
      difference: pointsText(translator, told),
      interval: pointsInterval(translator, told),
    }),
    counted(translator, 'analysis.comparison.shared', sharedCases),
    ...unpaired,
  ]
}

/** How votes on the logged answers were worked out, when not exactly; empty when they were. */
export function votesTexts(translator: Translator, { repeats }: Assessment): readonly string[] {
  const { plurality } = repeats
  if ('notMeasured' in plurality || plurality.simulation === null) return []
  const { runs, seed, standardErrorAtMost } = plurality.simulation
  const { language, t } = translator
  return [
    t('analysis.votes.simulated', {
      runs: formatCount(language, runs),
      seed,
      error: formatPoints(language, standardErrorAtMost, 2),
    }),
  ]
}

/** How much cases are assumed to differ; empty where all or no attempts pass, and they cannot. */
function spreadTexts({ language, t }: Translator, { assumed, spread, repeats }: Plan): readonly string[] {
  if (assumed <= 0 || assumed >= 1) return []
  if (repeats.every((each) => each === 1)) return [t('analysis.plan.once')]
  if (spread === 0) return [t('analysis.plan.alike')]
  // As it was given: it may be far below a hundredth.
  return [t('analysis.plan.differing', { spread: formatNumber(language, spread, 12) })]
}

/** How a plan was computed, and what it says beside its table. */
export function planTexts(translator: Translator, plan: Plan): readonly string[] {
  const { language, t } = translator
  const below =
    plan.assumed <= plan.required
      ? [t('analysis.plan.belowRequired', { alpha: formatRequired(language, plan.alpha) })]
      : []
  return [
    ...below,
    ...spreadTexts(translator, plan),
    t('analysis.plan.zeroFailure', {
      fixed: formatCount(language, plan.zeroFailure.fixedSize),
      free: formatCount(language, plan.zeroFailure.anyTime),
    }),
    t('analysis.plan.seed', { seed: plan.seed, runs: formatCount(language, plan.runs) }),
  ]
}
