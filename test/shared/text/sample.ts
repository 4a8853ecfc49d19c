import { assess, type AssessmentInput } from '../../../shared/assessment/index.ts'
import type { Assessment, Bottleneck, Strategy } from '../../../shared/domain/assessment.ts'
import type { Language } from '../../../shared/domain/settings.ts'
import { nextStepText } from '../../../shared/text/sentences.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { tauBench } from '../assessment/records.ts'

/** An assessment with its sentences, as the services make it. */
export function assessed(input: AssessmentInput, language: Language = 'en'): Assessment {
  const found = assess(input)
  const translator = translatorFor(language)
  const next = found.bottleneck.nextSteps.map((step) =>
    nextStepText(translator, step, input.task.causes, found),
  )
  return { ...found, bottleneck: { ...found.bottleneck, next } }
}

const tauBenchAssessed = assessed({ ...tauBench(), others: [] })

/** gpt-4o on τ-bench with other figures where a test gives them. */
export function assessmentWith(
  bottleneck: Partial<Bottleneck> = {},
  given: Partial<Assessment> = {},
): Assessment {
  return { ...tauBenchAssessed, ...given, bottleneck: { ...tauBenchAssessed.bottleneck, ...bottleneck } }
}

/** A strategy that reaches 97.4% (94.3–99.1%) for $0.15 and 1.8 s, unless given otherwise. */
export function strategyWith(given: Partial<Strategy> = {}): Strategy {
  return {
    strategy: 'retry-until-accepted',
    k: 3,
    configuration: 'model A',
    estimate: 0.974,
    lower: 0.943,
    upper: 0.991,
    verdict: 'meets',
    feasible: true,
    expectedAttempts: 1.5,
    costUsd: 0.15,
    latencyMs: 1800,
    ...given,
  }
}
