/**
 * The words about an assessment, the same in the window, the report and on the command line. Numbers alone are
 * in numbers.ts.
 */
export {
  comparisonTexts,
  planChangeTexts,
  planTexts,
  scalingTexts,
  verifierTexts,
  votesTexts,
} from './analysis-sentences.ts'
export { comparisonHeadline, leaderSentence } from './compare-sentences.ts'
export { nextStepKey, nextStepParts, nextStepText } from './next-steps.ts'
export { scalingSentence } from './scaling-sentence.ts'
export { effortText, goalText, planDetails, type PlanGoal, planHeadline } from './plan-sentences.ts'
export { joined, type LeadSentence, plain, type Sentence, type SentencePart } from './sentence.ts'
export {
  bestStrategy,
  bottleneckSentence,
  conflictTexts,
  verdictFigures,
  verdictHeadline,
  verdictSentence,
} from './verdict-sentences.ts'
export {
  budgetText,
  casesNeededText,
  casesText,
  causeName,
  errorsRuleText,
  estimateText,
  evidenceOdds,
  evidenceText,
  intervalText,
  levelVerdictWord,
  measuredText,
  notCountedRuleText,
  notMeasuredText,
  priceText,
  repeatsText,
  scopeText,
  strategyName,
  trialsText,
  voidsRuleText,
} from './words.ts'
