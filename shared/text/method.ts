import type { Assessment } from '../domain/assessment.ts'
import { formatCount, formatOdds, formatRequired } from './numbers.ts'
import type { Translator } from './translator.ts'

/** Each level's chance of ever claiming wrongly: "5%", or "5%, 1%" where levels differ. */
export function alphaText({ language }: Translator, assessment: Pick<Assessment, 'levels'>): string {
  const alphas = [...new Set(assessment.levels.map((each) => each.alpha))]
  return alphas.map((alpha) => formatRequired(language, alpha)).join(', ')
}

/** The odds at which evidence decides: "20 : 1", or "20 : 1 (Assist), 100 : 1 (Unattended)" where levels differ. */
export function decidingOddsText({ language }: Translator, { levels }: Pick<Assessment, 'levels'>): string {
  const alphas = [...new Set(levels.map((each) => each.alpha))]
  const [only, second] = alphas.map((alpha) => formatOdds(language, -Math.log(alpha)))
  if (only !== undefined && second === undefined) return only
  return alphas
    .map((alpha) => {
      const names = levels.filter((each) => each.alpha === alpha).map((each) => each.name)
      return `${formatOdds(language, -Math.log(alpha))} (${names.join(', ')})`
    })
    .join(', ')
}

/** How an assessment was computed, in plain words with its own figures: the odds are those of the level it is about. */
export function methodParagraphs(
  translator: Translator,
  assessment: Pick<Assessment, 'alpha' | 'bottleneck' | 'counts' | 'levels' | 'scope'>,
): readonly string[] {
  const { t, language } = translator
  const { bottleneck, counts, levels, scope } = assessment
  const alpha = levels.find((each) => each.name === bottleneck.level)?.alpha ?? assessment.alpha
  return [
    t(scope === 'these-cases' ? 'verdict.method.claims-these' : 'verdict.method.claims', {
      cases: formatCount(language, counts.completeCases),
      repeats: formatCount(language, counts.plannedRepeats),
    }),
    t('verdict.method.evidence', {
      odds: formatOdds(language, -Math.log(alpha)),
      alpha: formatRequired(language, alpha),
    }),
    t('verdict.method.replays'),
    t('verdict.method.bottleneck'),
    t('verdict.method.errors'),
  ]
}
