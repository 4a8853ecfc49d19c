import { assertNever } from '../domain/assert-never.ts'
import type { Assessment, BottleneckReason, Strategy } from '../domain/assessment.ts'
import type { Lever } from '../domain/cause.ts'
import { isMeasured, type Measured } from '../domain/measured.ts'
import { formatRequired } from './numbers.ts'
import { type LeadSentence, marks, type Sentence, splitAtMarks, withoutMarks } from './sentence.ts'
import type { Translator } from './translator.ts'
import {
  counted,
  estimateText,
  figureText,
  intervalText,
  leverWord,
  priceText,
  strategyInSentence,
} from './words.ts'

/** @throws Error when the assessment does not hold the level: a mistake of the caller */
export function levelOf(assessment: Assessment, levelName: string): Assessment['levels'][number] {
  const level = assessment.levels.find((each) => each.name === levelName)
  if (level === undefined) throw new Error(`the assessment holds no level "${levelName}"`)
  return level
}

/** "Not ready for Unattended (99%)." for one level of the assessment, the target unless named. */
export function verdictHeadline(
  translator: Translator,
  assessment: Assessment,
  levelName: string = assessment.target,
): Sentence {
  const level = levelOf(assessment, levelName)
  const message = translator.t(`verdict.headline.${level.verdict}`, {
    level: withoutMarks(level.name),
    required: formatRequired(translator.language, level.required),
    ...marks,
  })
  return { parts: splitAtMarks(message, level.verdict) }
}

/** "One attempt passes 42% of the time (27–59%); 99% is required.", or why nothing can be said yet. */
export function verdictFigures(
  translator: Translator,
  assessment: Assessment,
  levelName: string = assessment.target,
): string {
  const { reliability, counts } = assessment
  const level = levelOf(assessment, levelName)
  if (!isMeasured(reliability.estimate)) {
    if (counts.trials === 0) return translator.t('verdict.figures.noTrials')
    return assessment.scope === 'these-cases'
      ? translator.t('verdict.figures.noCompleteRound')
      : counted(translator, 'verdict.figures.noCompleteCases', counts.plannedRepeats)
  }
  return translator.t(`verdict.figures.${level.verdict === 'more-evidence' ? 'soFar' : 'decided'}`, {
    estimate: estimateText(translator, reliability),
    interval: intervalText(translator, reliability),
    required: formatRequired(translator.language, level.required),
  })
}

/** Headline and figures: the first sentence of every verdict, for one level (the target unless named). */
export function verdictSentence(
  translator: Translator,
  assessment: Assessment,
  levelName: string = assessment.target,
): Sentence {
  const { parts } = verdictHeadline(translator, assessment, levelName)
  return { parts: [...parts, { text: ` ${verdictFigures(translator, assessment, levelName)}` }] }
}

function bestSentence(translator: Translator, strategy: Strategy): string {
  const isOpen = strategy.verdict === 'more-evidence'
  return translator.t(`verdict.bottleneck.${isOpen ? 'bestOpen' : 'bestStrategy'}`, {
    strategy: strategyInSentence(translator, strategy),
    estimate: estimateText(translator, strategy),
    ...(isOpen ? { interval: intervalText(translator, strategy) } : {}),
  })
}

/** What the chosen strategy reaches, at its price where that is known. */
export function chosenSentence(translator: Translator, strategy: Strategy): string {
  const price = priceText(translator, strategy)
  return translator.t(`verdict.bottleneck.${price === null ? 'chosen' : 'chosenAtPrice'}`, {
    strategy: strategyInSentence(translator, strategy),
    estimate: estimateText(translator, strategy),
    interval: intervalText(translator, strategy),
    ...(price === null ? {} : { price }),
  })
}

function or(value: Measured, otherwise: number): number {
  return isMeasured(value) ? value : otherwise
}

/** The one that reaches most, the fewest attempts first where several do; none where nothing was measured. */
export function bestStrategy(strategies: readonly Strategy[]): Strategy | undefined {
  return strategies
    .filter((each) => isMeasured(each.estimate))
    .toSorted((a, b) => or(b.estimate, -1) - or(a.estimate, -1) || a.k - b.k)[0]
}

/** What a perfect verifier reaches inside the budget, which the next step knows; else with all repeats. */
function perfectVerifier(assessment: Assessment): {
  readonly k: number
  readonly words: (translator: Translator) => string
} {
  const { bottleneck } = assessment
  const step = bottleneck.nextSteps.find(
    (each) => each.step === 'build-verifier' || each.step === 'improve-verifier',
  )
  return step === undefined
    ? { k: bottleneck.ceiling.k, words: (translator) => estimateText(translator, bottleneck.ceiling) }
    : { k: step.k, words: (translator) => figureText(translator, assessment, step.ceiling) }
}

function reasonSentence(translator: Translator, assessment: Assessment, reason: BottleneckReason): string {
  const { ceiling, nextSteps } = assessment.bottleneck
  if (reason === 'budget') {
    const outside = nextSteps.find((each) => each.step === 'raise-budget')?.strategy
    const price = outside === undefined ? null : priceText(translator, outside)
    if (outside === undefined || price === null) return translator.t('verdict.bottleneck.reason.budget')
    return translator.t('verdict.bottleneck.reason.budgetStrategy', {
      strategy: strategyInSentence(translator, outside),
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

/** Every way of spending more compute is short, and no reason is shown yet. */
function ceilingOpen(translator: Translator, { bottleneck: { ceiling } }: Assessment): readonly string[] {
  if (ceiling.verdict !== 'more-evidence') return []
  return [
    counted(translator, 'verdict.bottleneck.ceilingOpen', ceiling.k, {
      ceiling: estimateText(translator, ceiling),
      interval: intervalText(translator, ceiling),
    }),
  ]
}

/** Every reason that is shown why more compute falls short; while none is, whether a perfect verifier would do. */
export function shortfallReasons(translator: Translator, assessment: Assessment): readonly string[] {
  const { reasons } = assessment.bottleneck
  return reasons.length === 0
    ? ceilingOpen(translator, assessment)
    : reasons.map((reason) => reasonSentence(translator, assessment, reason))
}

function productReasons(translator: Translator, assessment: Assessment): readonly string[] {
  const { reasons, strategies } = assessment.bottleneck
  const sentences = shortfallReasons(translator, assessment)
  const tried = bestStrategy(strategies.filter((each) => each.feasible))
  if (tried !== undefined) {
    return [...sentences, bestSentence(translator, tried)]
  }
  const noneFits = strategies.length > 0 && strategies.every((each) => !each.feasible)
  return noneFits && !reasons.includes('budget')
    ? [...sentences, translator.t('verdict.bottleneck.noFeasible')]
    : sentences
}

/** Which way the estimates lean while nothing is decided. */
export function leaningText(translator: Translator, { bottleneck: { leaning } }: Assessment): string {
  return leaning === null
    ? translator.t('verdict.bottleneck.noLeaning')
    : translator.t('verdict.bottleneck.leaning', { lever: leverWord(translator, leaning) })
}

function bottleneckReasons(translator: Translator, assessment: Assessment): readonly string[] {
  const { verdict, chosen } = assessment.bottleneck
  switch (verdict) {
    case 'none':
      return [translator.t('verdict.bottleneck.none')]
    case 'inference-scaling':
      return chosen === null ? [] : [chosenSentence(translator, chosen)]
    case 'product-engineering':
      return productReasons(translator, assessment)
    case 'undecided':
      return [leaningText(translator, assessment)]
    default:
      return assertNever(verdict)
  }
}

/** The lever that the labelled causes point at when they contradict the replayed attempts. */
function contradictingLever({ bottleneck }: Assessment): Lever {
  const claimed = bottleneck.verdict === 'undecided' ? bottleneck.leaning : bottleneck.verdict
  return claimed === 'inference-scaling' ? 'product-engineering' : 'inference-scaling'
}

/** That most labelled failures contradict the verdict, when they do; else nothing. */
export function conflictTexts(translator: Translator, assessment: Assessment): readonly string[] {
  if (!assessment.bottleneck.evidenceConflict) return []
  const lever = leverWord(translator, contradictingLever(assessment))
  return [translator.t('verdict.bottleneck.conflict', { lever })]
}

/** The second sentence: which lever is the bottleneck, every reason that holds, and conflicting evidence. */
export function bottleneckSentence(translator: Translator, assessment: Assessment): LeadSentence {
  const { bottleneck, reliability } = assessment
  const lead = translator.t(`verdict.bottleneck.lead.${bottleneck.verdict}`)
  if (!isMeasured(reliability.estimate)) return { lead, rest: '' }
  const reasons = bottleneckReasons(translator, assessment)
  const conflict = conflictTexts(translator, assessment)
  return { lead, rest: [...reasons, ...conflict].join(' ') }
}
