import { assertNever } from '../domain/assert-never.ts'
import type { NextStep, Strategy } from '../domain/assessment.ts'
import type { Cause } from '../domain/cause.ts'
import { isMeasured } from '../domain/measured.ts'
import { formatCount, formatNumber, formatRequired } from './numbers.ts'
import { joined, type LeadSentence } from './sentence.ts'
import type { Translator } from './translator.ts'
import {
  causeName,
  counted,
  countedAbout,
  estimateText,
  type Figures,
  figureText,
  leverWord,
  priceText,
  strategyInSentence,
} from './words.ts'

type Step<Name extends NextStep['step']> = Extract<NextStep, { step: Name }>

/** The name of the cause with this key in the task's list; of a list that lost it, the key. */
function namedIn(translator: Translator, key: string, causes: readonly Cause[]): string {
  return causeName(translator, key, causes.find((each) => each.key === key)?.name ?? null)
}

function strategyStep(
  translator: Translator,
  step: 'raise-budget' | 'adopt-strategy',
  strategy: Strategy,
): LeadSentence {
  const price = priceText(translator, strategy)
  const values = {
    strategy: strategyInSentence(translator, strategy),
    estimate: estimateText(translator, strategy),
    ...(price === null ? {} : { price }),
  }
  return {
    lead: translator.t(`verdict.next.${step}.lead`),
    rest: translator.t(`verdict.next.${step}.${price === null ? 'rest' : 'restAtPrice'}`, values),
  }
}

function verifierStep(
  translator: Translator,
  step: Step<'build-verifier' | 'improve-verifier'>,
  figures: Figures | null,
): LeadSentence {
  const share = (value: number): string => figureText(translator, figures, value)
  return {
    lead: translator.t(`verdict.next.${step.step}.lead`),
    rest: translator.t(`verdict.next.${step.step}.rest`, {
      estimate: share(step.estimate),
      ceiling: share(step.ceiling),
      k: formatCount(translator.language, step.k),
    }),
  }
}

function moreCasesStep(translator: Translator, step: Step<'log-more-cases'>): LeadSentence {
  const { t } = translator
  const values = { level: step.level }
  if (!isMeasured(step.cases)) {
    return {
      lead: t('verdict.next.log-more-cases.leadUnknown'),
      rest: t('verdict.next.log-more-cases.restUnknown', values),
    }
  }
  return {
    lead: countedAbout(translator, 'verdict.next.log-more-cases.lead', step.cases),
    rest: t('verdict.next.log-more-cases.rest', values),
  }
}

function configurationStep(translator: Translator, step: Step<'measure-configuration'>): LeadSentence {
  const { configuration, cases, level } = step
  const lead = isMeasured(cases)
    ? countedAbout(translator, 'verdict.next.measure-configuration.lead', cases, { configuration })
    : translator.t('verdict.next.measure-configuration.leadUnknown', { configuration })
  return { lead, rest: translator.t('verdict.next.measure-configuration.rest', { level }) }
}

function loggingStep(
  translator: Translator,
  step: Step<'log-first-trials' | 'complete-cases' | 'log-more-repeats'>,
): LeadSentence {
  const { language, t } = translator
  switch (step.step) {
    case 'log-first-trials':
      return {
        lead: t('verdict.next.log-first-trials.lead'),
        rest: counted(translator, 'verdict.next.log-first-trials.rest', step.plannedRepeats),
      }
    case 'complete-cases':
      return {
        lead: counted(translator, 'verdict.next.complete-cases.lead', step.incompleteCases),
        rest: counted(translator, 'verdict.next.complete-cases.rest', step.plannedRepeats),
      }
    case 'log-more-repeats':
      return {
        lead: t('verdict.next.log-more-repeats.lead', { needed: formatCount(language, step.needed) }),
        rest: counted(translator, 'verdict.next.log-more-repeats.rest', step.repeats),
      }
    default:
      return assertNever(step)
  }
}

function neverSolvedStep(
  translator: Translator,
  step: Step<'study-never-solved'>,
  figures: Figures | null,
): LeadSentence {
  const { language } = translator
  return {
    lead: counted(translator, 'verdict.next.study-never-solved.lead', step.cases),
    rest: counted(translator, 'verdict.next.study-never-solved.rest', step.cases, {
      k: formatCount(language, step.k),
      ceiling: figureText(translator, figures, step.ceiling),
    }),
  }
}

function causeOrLevelStep(
  translator: Translator,
  step: Step<'label-causes' | 'fix-top-cause' | 'resolve-conflict' | 'keep-watch' | 'try-next-level'>,
  causes: readonly Cause[],
): LeadSentence {
  const { language, t } = translator
  switch (step.step) {
    case 'label-causes':
      return {
        lead: t('verdict.next.label-causes.lead'),
        rest: counted(translator, 'verdict.next.label-causes.rest', step.failures, {
          labelled: formatCount(language, step.labelled),
        }),
      }
    case 'fix-top-cause':
      return {
        lead: t('verdict.next.fix-top-cause.lead', { cause: namedIn(translator, step.cause, causes) }),
        rest: counted(translator, 'verdict.next.fix-top-cause.rest', step.labelled, {
          failures: formatCount(language, step.failures),
        }),
      }
    case 'resolve-conflict':
      return {
        lead: t('verdict.next.resolve-conflict.lead'),
        rest: t('verdict.next.resolve-conflict.rest', { lever: leverWord(translator, step.causesLever) }),
      }
    case 'keep-watch':
      return {
        lead: t('verdict.next.keep-watch.lead'),
        rest: t('verdict.next.keep-watch.rest', { level: step.level }),
      }
    case 'try-next-level':
      return {
        lead: t('verdict.next.try-next-level.lead', {
          level: step.level,
          required: formatRequired(language, step.required),
        }),
        rest: t('verdict.next.try-next-level.rest'),
      }
    default:
      return assertNever(step)
  }
}

/**
 * What to log or do next: an instruction, then why.
 * @param causes the task's list, for the name of a cause; without it a starting cause's own name or the key.
 * @param figures the assessment, so that its figures have the same digits here as beside their intervals
 */
export function nextStepParts(
  translator: Translator,
  step: NextStep,
  causes: readonly Cause[] = [],
  figures: Figures | null = null,
): LeadSentence {
  const { t } = translator
  switch (step.step) {
    case 'log-first-trials':
    case 'complete-cases':
    case 'log-more-repeats':
      return loggingStep(translator, step)
    case 'log-more-cases':
      return moreCasesStep(translator, step)
    case 'measure-configuration':
      return configurationStep(translator, step)
    case 'log-verdicts':
    case 'log-answers':
      return { lead: t(`verdict.next.${step.step}.lead`), rest: t(`verdict.next.${step.step}.rest`) }
    case 'meet-budget':
      return {
        lead: t('verdict.next.meet-budget.lead'),
        rest: t('verdict.next.meet-budget.rest', { price: priceText(translator, step) ?? '' }),
      }
    case 'measure-more-compute':
      return {
        lead: t('verdict.next.measure-more-compute.lead', {
          amount: formatNumber(translator.language, step.amount, 2),
          unit: step.unit,
        }),
        rest: t('verdict.next.measure-more-compute.rest'),
      }
    case 'study-never-solved':
      return neverSolvedStep(translator, step, figures)
    case 'build-verifier':
    case 'improve-verifier':
      return verifierStep(translator, step, figures)
    case 'raise-budget':
    case 'adopt-strategy':
      return strategyStep(translator, step.step, step.strategy)
    case 'label-causes':
    case 'fix-top-cause':
    case 'resolve-conflict':
    case 'keep-watch':
    case 'try-next-level':
      return causeOrLevelStep(translator, step, causes)
    default:
      return assertNever(step)
  }
}

/** Tells the steps of an assessment apart: only configurations to measure may be several. */
export function nextStepKey(step: NextStep): string {
  return 'configuration' in step ? `${step.step} ${step.configuration}` : step.step
}

/** The same as one plain sentence after the other. */
export function nextStepText(
  translator: Translator,
  step: NextStep,
  causes: readonly Cause[] = [],
  figures: Figures | null = null,
): string {
  return joined(nextStepParts(translator, step, causes, figures))
}
