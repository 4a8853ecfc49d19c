import type { Assessment } from '../domain/assessment.ts'
import type { Verdict } from '../domain/level.ts'
import { isMeasured } from '../domain/measured.ts'
import { utilityTexts } from './analysis-sentences.ts'
import { formatRequired } from './numbers.ts'
import { marks, type Sentence, splitAtMarks, withoutMarks } from './sentence.ts'
import type { Translator } from './translator.ts'
import {
  bestStrategy,
  chosenSentence,
  leaningText,
  levelOf,
  shortfallReasons,
  verdictFigures,
} from './verdict-sentences.ts'
import { estimateText, intervalText, strategyInSentence } from './words.ts'

type Answer = 'notNeeded' | 'enough' | 'notEnough' | 'notInBudget' | 'open'

const tones: Readonly<Record<Answer, Verdict>> = {
  notNeeded: 'meets',
  enough: 'meets',
  notEnough: 'short',
  notInBudget: 'short',
  open: 'more-evidence',
}

/** Whether more compute is enough, as far as that is shown. */
function answerOf({ bottleneck }: Assessment): Answer {
  switch (bottleneck.verdict) {
    case 'none':
      return 'notNeeded'
    case 'inference-scaling':
      return 'enough'
    case 'undecided':
      return 'open'
    case 'product-engineering': {
      const { ceiling, strategies } = bottleneck
      // Own attempts cannot do more than the ceiling; another configuration can.
      const isOpen = strategies.some(
        ({ feasible, strategy, verdict }) =>
          !feasible && verdict !== 'short' && (strategy === 'configuration' || ceiling.verdict !== 'short'),
      )
      return isOpen ? 'notInBudget' : 'notEnough'
    }
  }
}

/** What the best way within the budget did on the logged attempts, beside a single one. */
function helpSentence(translator: Translator, { bottleneck, reliability }: Assessment): string {
  const { strategies } = bottleneck
  const best = bestStrategy(strategies.filter((each) => each.feasible))
  if (best === undefined) {
    const noneFits = strategies.length > 0 && strategies.every((each) => !each.feasible)
    return translator.t(noneFits ? 'verdict.bottleneck.noFeasible' : 'screens.scaling.answer.unknown')
  }
  const helps =
    isMeasured(best.estimate) && isMeasured(reliability.estimate) && best.estimate > reliability.estimate
  return translator.t(`screens.scaling.answer.${helps ? 'helps' : 'helpsNot'}`, {
    strategy: strategyInSentence(translator, best),
    estimate: estimateText(translator, best),
    interval: intervalText(translator, best),
    reliability: estimateText(translator, reliability),
  })
}

function figuresOf(translator: Translator, assessment: Assessment): string {
  const { bottleneck, reliability } = assessment
  if (!isMeasured(reliability.estimate) || bottleneck.verdict === 'none') {
    return verdictFigures(translator, assessment, bottleneck.level)
  }
  return bottleneck.chosen === null
    ? helpSentence(translator, assessment)
    : chosenSentence(translator, bottleneck.chosen)
}

function restOf(translator: Translator, assessment: Assessment): readonly string[] {
  const { bottleneck, reliability, verifier } = assessment
  if (!isMeasured(reliability.estimate)) return []
  const hurts = 'notMeasured' in verifier ? [] : utilityTexts(translator, verifier)
  if (bottleneck.verdict === 'product-engineering')
    return [...shortfallReasons(translator, assessment), ...hurts]
  return bottleneck.verdict === 'undecided' ? [leaningText(translator, assessment), ...hurts] : hurts
}

/** "Does more compute help, and is it enough?" for the level of the bottleneck: the answer, and what it rests on. */
export function scalingSentence(
  translator: Translator,
  assessment: Assessment,
): Sentence & { readonly rest: string } {
  const answer = answerOf(assessment)
  const level = levelOf(assessment, assessment.bottleneck.level)
  const message = translator.t(`screens.scaling.answer.${answer}`, {
    level: withoutMarks(level.name),
    required: formatRequired(translator.language, level.required),
    ...marks,
  })
  const figures = figuresOf(translator, assessment)
  return {
    parts: [...splitAtMarks(message, tones[answer]), { text: ` ${figures}` }],
    rest: restOf(translator, assessment).join(' '),
  }
}
