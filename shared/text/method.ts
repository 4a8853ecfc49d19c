import type { Assessment } from '../domain/assessment.ts'
import { formatCount, formatOdds, formatRequired } from './numbers.ts'
import type { Translator } from './translator.ts'

/** Each level's chance of ever claiming wrongly: "5%", or "5%, 1%" where levels differ. */
export function alphaText({ language }: Translator, assessment: Pick<Assessment, 'levels'>): string {
  const alphas = [...new Set(assessment.levels.map((each) => each.alpha))]
  return alphas.map((alpha) => formatRequired(language, alpha)).join(', ')
}

/** How an assessment was computed, in plain words with its own figures. */
export function methodParagraphs(
  translator: Translator,
  assessment: Pick<Assessment, 'alpha' | 'counts' | 'levels' | 'scope'>,
): readonly string[] {
  const { t, language } = translator
  const { counts, scope, alpha } = assessment
  return [
    t(scope === 'these-cases' ? 'verdict.method.claims-these' : 'verdict.method.claims', {
      cases: formatCount(language, counts.completeCases),
      repeats: formatCount(language, counts.plannedRepeats),
    }),
    t('verdict.method.evidence', {
      odds: formatOdds(language, -Math.log(alpha)),
      alpha: alphaText(translator, assessment),
    }),
    t('verdict.method.replays'),
    t('verdict.method.bottleneck'),
    t('verdict.method.errors'),
  ]
}
