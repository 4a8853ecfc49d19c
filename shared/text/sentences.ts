import { assertNever } from '../domain/assert-never.ts'
import type { Assessment, BottleneckReason, Strategy } from '../domain/assessment.ts'
import type { Lever } from '../domain/cause.ts'
import type { Verdict } from '../domain/level.ts'
import { isMeasured, type Measured } from '../domain/measured.ts'
import type { LeadSentence } from './next-steps.ts'
import { formatPercent, formatRequired } from './numbers.ts'
import type { Translator } from './translator.ts'
import { counted, estimateWords, intervalWords, leverWord, priceWords, strategyName } from './words.ts'

export { type LeadSentence, nextStepSentence, nextStepText } from './next-steps.ts'

/** A stretch of text; one with a tone holds the words that decide, which a screen may colour. */
export interface SentencePart {
  readonly text: string
  readonly tone?: Verdict
}

export interface VerdictSentence {
  readonly verdict: Verdict
  /** "Not ready for Unattended (99%)." */
  readonly headline: readonly SentencePart[]
  /** "One attempt passes 42% of the time (27–59%); 99% is required." */
  readonly figures: string
  /** Headline and figures, one after the other. */
  readonly parts: readonly SentencePart[]
  readonly text: string
}

export function plainText(parts: readonly SentencePart[]): string {
  return parts.map((part) => part.text).join('')
}

// Two private-use characters mark the deciding words between interpolation and splitting. Names lose them
// first, so that no level name can colour a sentence.
const on = '\uE000'
const off = '\uE001'

function splitAtMarks(message: string, tone: Verdict): readonly SentencePart[] {
  const start = message.indexOf(on)
  const end = message.indexOf(off)
  if (start < 0 || end < start) return [{ text: message }]
  const parts: readonly SentencePart[] = [
    { text: message.slice(0, start) },
    { text: message.slice(start + 1, end), tone },
    { text: message.slice(end + 1) },
  ]
  return parts.filter((part) => part.text !== '')
}

function figures(translator: Translator, assessment: Assessment, verdict: Verdict, required: string): string {
  const { reliability, counts } = assessment
  if (!isMeasured(reliability.estimate)) {
    return counts.trials === 0 || counts.plannedRepeats === 0
      ? translator.t('verdict.figures.noTrials')
      : counted(translator, 'verdict.figures.noCompleteCases', counts.plannedRepeats)
  }
  return translator.t(`verdict.figures.${verdict === 'more-evidence' ? 'soFar' : 'decided'}`, {
    estimate: estimateWords(translator, reliability),
    interval: intervalWords(translator, reliability),
    required,
  })
}

/**
 * The first sentence of every verdict, for one level of the assessment (the target unless named).
 * A level that the assessment does not hold is a mistake of the caller: it throws.
 */
export function verdictSentence(
  translator: Translator,
  assessment: Assessment,
  levelName: string = assessment.target,
): VerdictSentence {
  const level = assessment.levels.find((each) => each.name === levelName)
  if (level === undefined) throw new Error(`the assessment holds no level "${levelName}"`)
  const required = formatRequired(translator.language, level.required)
  const message = translator.t(`verdict.headline.${level.verdict}`, {
    level: level.name.replaceAll(on, '').replaceAll(off, ''),
    required,
    on,
    off,
  })
  const headline = splitAtMarks(message, level.verdict)
  const rest = figures(translator, assessment, level.verdict, required)
  const parts = [...headline, { text: ` ${rest}` }]
  return { verdict: level.verdict, headline, figures: rest, parts, text: plainText(parts) }
}

function strategySentence(
  translator: Translator,
  key: 'verdict.bottleneck.chosen' | 'verdict.bottleneck.bestStrategy',
  strategy: Strategy,
): string {
  const values = {
    strategy: strategyName(translator, strategy),
    estimate: estimateWords(translator, strategy),
    interval: intervalWords(translator, strategy),
  }
  if (key === 'verdict.bottleneck.bestStrategy') return counted(translator, key, strategy.k, values)
  const price = priceWords(translator, strategy)
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
    ? { k: bottleneck.ceiling.k, words: (translator) => estimateWords(translator, bottleneck.ceiling) }
    : { k: step.k, words: ({ language }) => formatPercent(language, step.ceiling) }
}

function reasonSentence(translator: Translator, assessment: Assessment, reason: BottleneckReason): string {
  const { ceiling, strategies } = assessment.bottleneck
  if (reason === 'budget') {
    const outside = cheapest(strategies.filter((each) => !each.feasible && each.verdict === 'meets'))
    const price = outside === undefined ? null : priceWords(translator, outside)
    if (outside === undefined || price === null) return translator.t('verdict.bottleneck.reason.budget')
    return translator.t('verdict.bottleneck.reason.budgetStrategy', {
      strategy: strategyName(translator, outside),
      price,
    })
  }
  if (reason === 'capability-ceiling') {
    return counted(translator, `verdict.bottleneck.reason.${reason}`, ceiling.k, {
      ceiling: estimateWords(translator, ceiling),
      interval: intervalWords(translator, ceiling),
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
