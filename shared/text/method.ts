import type { Assessment } from '../domain/assessment.ts'
import { isMeasured } from '../domain/measured.ts'
import {
  formatCount,
  formatInterval,
  formatLogarithm,
  formatOdds,
  formatPercent,
  formatRequired,
} from './numbers.ts'
import type { Translator } from './translator.ts'
import { counted, evidenceOdds, levelVerdictWord } from './words.ts'

/** Each level's chance of ever claiming wrongly: "5%", or "5%, 1%" where levels differ. */
export function alphaText({ language }: Translator, assessment: Pick<Assessment, 'levels'>): string {
  const alphas = [...new Set(assessment.levels.map((each) => each.alpha))]
  return alphas.map((alpha) => formatRequired(language, alpha)).join(', ')
}

/** The odds at which evidence decides: "20 : 1", or "20 : 1 (Assist), 100 : 1 (Unattended)" where levels differ. */
export function decidingOddsText(
  { language, t }: Translator,
  { levels }: Pick<Assessment, 'levels'>,
): string {
  const alphas = [...new Set(levels.map((each) => each.alpha))]
  const [only, second] = alphas.map((alpha) => formatOdds(language, -Math.log(alpha)))
  if (only !== undefined && second === undefined) return only
  return alphas
    .map((alpha) => {
      const names = levels.filter((each) => each.alpha === alpha).map((each) => each.name)
      return t('verdict.evidence.oddsOf', {
        odds: formatOdds(language, -Math.log(alpha)),
        names: names.join(', '),
      })
    })
    .join(', ')
}

/** What the words about the method are made of. */
export type MethodInput = Pick<
  Assessment,
  'alpha' | 'bottleneck' | 'casesByPasses' | 'counts' | 'levels' | 'reliability' | 'scope'
>

/** The level that the assessment is about. */
export function levelOf({ bottleneck, levels }: MethodInput): MethodInput['levels'][number] | undefined {
  return levels.find((each) => each.name === bottleneck.level)
}

/** Scores that the reliability is the mean of: how many, and how many of them differ. */
export function scoreCounts({ counts, casesByPasses, scope }: MethodInput): {
  readonly scores: number
  readonly distinct: number
} {
  const failed = counts.failures + counts.errors
  return scope === 'new-cases'
    ? { scores: counts.completeCases, distinct: casesByPasses.length }
    : { scores: counts.passes + failed, distinct: Number(counts.passes > 0) + Number(failed > 0) }
}

/** Ways of spending more compute: α is divided by so many to claim that one of them does. */
export function waysOf({ bottleneck }: Pick<Assessment, 'bottleneck'>): number {
  return Math.max(1, bottleneck.strategies.length)
}

/** The evidence of the level with its numbers; empty while nothing is measured. */
export function workedTexts(translator: Translator, assessment: MethodInput): readonly string[] {
  const { language } = translator
  const { counts, reliability, scope } = assessment
  const level = levelOf(assessment)
  if (level === undefined || !isMeasured(reliability.estimate)) return []
  const { scores, distinct } = scoreCounts(assessment)
  const logarithm = (value: number): string => formatLogarithm(language, value)
  const decides = -Math.log(level.alpha)
  return [
    counted(translator, 'verdict.method.worked', scores, {
      level: level.name,
      distinct: counted(translator, 'verdict.method.distinct', distinct),
      estimate: formatPercent(language, reliability.estimate, 1),
      required: formatRequired(language, level.required),
      meets: evidenceOdds(translator, level.logEvidenceMeets),
      lnMeets: logarithm(level.logEvidenceMeets),
      short: evidenceOdds(translator, level.logEvidenceShort),
      lnShort: logarithm(level.logEvidenceShort),
      odds: formatOdds(language, decides),
      lnOdds: logarithm(decides),
      verdict: levelVerdictWord(translator, level.verdict),
    }),
    ...(scope === 'new-cases' && counts.completeCases < counts.cases
      ? [translator.t('verdict.method.workedLeft')]
      : []),
  ]
}

/** What the claim is about, and which scores it is the mean of. */
export function claimsText({ t, language }: Translator, { counts, scope }: MethodInput): string {
  const key = scope === 'these-cases' ? 'claims-these' : 'claims'
  // Without a trial no plan need be fixed yet.
  if (counts.trials === 0) return t(`verdict.method.${key}-none`)
  return t(`verdict.method.${key}`, {
    cases: formatCount(language, counts.completeCases),
    repeats: formatCount(language, counts.plannedRepeats),
  })
}

/** What evidence is: the odds are those of the level it is about. */
export function evidenceMethodText({ t, language }: Translator, assessment: MethodInput): string {
  const alpha = levelOf(assessment)?.alpha ?? assessment.alpha
  return t('verdict.method.evidence', {
    odds: formatOdds(language, -Math.log(alpha)),
    alpha: formatRequired(language, alpha),
  })
}

/** How more attempts are replayed, and what choosing among them costs. */
export function replaysText({ t, language }: Translator, assessment: Pick<Assessment, 'bottleneck'>): string {
  const ways = waysOf(assessment)
  const choosing =
    ways > 1
      ? t('verdict.method.divided', { ways: formatCount(language, ways) })
      : t('verdict.method.undivided')
  return `${t('verdict.method.replays')} ${choosing}`
}

/** Which odds the two ends of the interval are held to; empty while nothing is measured. */
export function intervalTexts({ t, language }: Translator, assessment: MethodInput): readonly string[] {
  const { reliability, alpha } = assessment
  if (!isMeasured(reliability.estimate)) return []
  return [
    t('verdict.method.interval', {
      interval: formatInterval(language, reliability.lower, reliability.upper),
      odds: formatOdds(language, Math.log(2 / alpha)),
    }),
  ]
}

/** How an assessment was computed, in plain words with its own figures. */
export function methodParagraphs(translator: Translator, assessment: MethodInput): readonly string[] {
  return [
    claimsText(translator, assessment),
    evidenceMethodText(translator, assessment),
    ...workedTexts(translator, assessment),
    replaysText(translator, assessment),
    translator.t('verdict.method.bottleneck'),
    translator.t('verdict.method.errors'),
  ]
}
