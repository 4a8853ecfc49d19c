import { assertNever } from '../domain/assert-never.ts'
import type { Assessment, BottleneckReason, Strategy } from '../domain/assessment.ts'
import type { Lever } from '../domain/cause.ts'
import type { Verdict } from '../domain/level.ts'
import { isMeasured, type Measured } from '../domain/measured.ts'
import { formatPercent, formatRequired } from './numbers.ts'
import { type LeadSentence, marks, type Sentence, splitAtMarks, withoutMarks } from './sentence.ts'
import type { Translator } from './translator.ts'
import { counted, estimateText, intervalText, leverWord, priceText, strategyName } from './words.ts'

function figures(translator: Translator, assessment: Assessment, verdict: Verdict, required: string): string {
  const { reliability, counts } = assessment
  if (!isMeasured(reliability.estimate)) {
    return counts.trials === 0 || counts.plannedRepeats === 0
      ? translator.t('verdict.figures.noTrials')
      : counted(translator, 'verdict.figures.noCompleteCases', counts.plannedRepeats)
  }
  return translator.t(`verdict.figures.${verdict === 'more-evidence' ? 'soFar' : 'decided'}`, {
    estimate: estimateText(translator, reliability),
    interval: intervalText(translator, reliability),
    required,
  })
}

/**
 * The first sentence of every verdict, for one level of the assessment (the target unless named):
 * "Not ready for Unattended (99%). One attempt passes 42% of the time (27–59%); 99% is required."
 * A level that the assessment does not hold is a mistake of the caller: it throws.
 */
export function verdictSentence(
  translator: Translator,
  assessment: Assessment,
  levelName: string = assessment.target,
): Sentence {
  const level = assessment.levels.find((each) => each.name === levelName)
  if (level === undefined) throw new Error(`the assessment holds no level "${levelName}"`)
  const required = formatRequired(translator.language, level.required)
  const message = translator.t(`verdict.headline.${level.verdict}`, {
    level: withoutMarks(level.name),
    required,
    ...marks,
  })
  const rest = figures(translator, assessment, level.verdict, required)
  return { parts: [...splitAtMarks(message, level.verdict), { text: ` ${rest}` }] }
}

function strategySentence(
  translator: Translator,
  key: 'verdict.bottleneck.chosen' | 'verdict.bottleneck.bestStrategy',
  strategy: Strategy,
): string {
  const values = {
    strategy: strategyName(translator, strategy),
    estimate: estimateText(translator, strategy),
    interval: intervalText(translator, strategy),
  }
  if (key === 'verdict.bottleneck.bestStrategy') return counted(translator, key, strategy.k, values)
  const price = priceText(translator, strategy)
  return price === null
    ? translator.t(key, values)
    : translator.t('verdict.bottleneck.chosenAtPrice', { ...values, price })
}

function or(value: Measured, otherwise: number): number {
  return isMeasured(value) ? value : otherwise
}

function cheapest(strategies: readonly Strategy[]): Strategy | undefined {
  return strategies.toSorted((a, b) => or(a.costUsd, Infinity) - or(b.costUsd, Infinity) || a.k - b.k)[0]
}

function best(strategies: readonly Strategy[]): Strategy | undefined {
  return strategies.toSorted((a, b) => or(b.estimate, -1) - or(a.estimate, -1) || a.k - b.k)[0]
}

/** What a perfect verifier reaches inside the budget, which the next step knows; else with all repeats. */
function perfectVerifier({ bottleneck }: Assessment): {
  readonly k: number
  readonly words: (translator: Translator) => string
} {
  const step = bottleneck.nextSteps.find(
    (each) => each.step === 'build-verifier' || each.step === 'improve-verifier',
  )
  return step === undefined
    ? { k: bottleneck.ceiling.k, words: (translator) => estimateText(translator, bottleneck.ceiling) }
    : { k: step.k, words: ({ language }) => formatPercent(language, step.ceiling) }
}

function reasonSentence(translator: Translator, assessment: Assessment, reason: BottleneckReason): string {
  const { ceiling, strategies } = assessment.bottleneck
  if (reason === 'budget') {
    const outside = cheapest(strategies.filter((each) => !each.feasible && each.verdict === 'meets'))
    const price = outside === undefined ? null : priceText(translator, outside)
    if (outside === undefined || price === null) return translator.t('verdict.bottleneck.reason.budget')
    return translator.t('verdict.bottleneck.reason.budgetStrategy', {
      strategy: strategyName(translator, outside),
      price,
    })
  }
  if (reason === 'capability-ceiling') {
    return counted(translator, `verdict.bottleneck.reason.${reason}`, ceiling.k, {
      ceiling: estimateText(translator, ceiling),
      interval: intervalText(translator, ceiling),
    })
  }
  const perfect = perfectVerifier(assessment)
  return counted(translator, `verdict.bottleneck.reason.${reason}`, perfect.k, {
    ceiling: perfect.words(translator),
  })
}

function productReasons(translator: Translator, assessment: Assessment): readonly string[] {
  const { reasons, strategies } = assessment.bottleneck
  const sentences = reasons.map((reason) => reasonSentence(translator, assessment, reason))
  const tried = best(strategies.filter((each) => each.feasible && isMeasured(each.estimate)))
  if (tried !== undefined) {
    return [...sentences, strategySentence(translator, 'verdict.bottleneck.bestStrategy', tried)]
  }
  return strategies.length > 0 && !reasons.includes('budget')
    ? [...sentences, translator.t('verdict.bottleneck.noFeasible')]
    : sentences
}

function bottleneckReasons(translator: Translator, assessment: Assessment): readonly string[] {
  const { verdict, chosen, leaning } = assessment.bottleneck
  switch (verdict) {
    case 'none':
      return [translator.t('verdict.bottleneck.none')]
    case 'inference-scaling':
      return chosen === null ? [] : [strategySentence(translator, 'verdict.bottleneck.chosen', chosen)]
    case 'product-engineering':
      return productReasons(translator, assessment)
    case 'undecided':
      return [
        leaning === null
          ? translator.t('verdict.bottleneck.noLeaning')
          : translator.t('verdict.bottleneck.leaning', { lever: leverWord(translator, leaning) }),
      ]
    default:
      return assertNever(verdict)
  }
}

/** The lever that the labelled causes point at when they contradict the replayed attempts. */
function contradictingLever({ bottleneck }: Assessment): Lever {
  const claimed = bottleneck.verdict === 'undecided' ? bottleneck.leaning : bottleneck.verdict
  return claimed === 'inference-scaling' ? 'product-engineering' : 'inference-scaling'
}

/** The second sentence: which lever is the bottleneck, every reason that holds, and conflicting evidence. */
export function bottleneckSentence(translator: Translator, assessment: Assessment): LeadSentence {
  const { bottleneck, reliability } = assessment
  const lead = translator.t(`verdict.bottleneck.lead.${bottleneck.verdict}`)
  if (!isMeasured(reliability.estimate)) return { lead, rest: '' }
  const reasons = bottleneckReasons(translator, assessment)
  const conflict = bottleneck.evidenceConflict
    ? [
        translator.t('verdict.bottleneck.conflict', {
          lever: leverWord(translator, contradictingLever(assessment)),
        }),
      ]
    : []
  return { lead, rest: [...reasons, ...conflict].join(' ') }
}
