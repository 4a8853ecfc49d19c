import type { Assessment } from '../domain/assessment.ts'
import {
  claimsText,
  evidenceMethodText,
  waysOf,
  intervalTexts,
  levelOf,
  replaysText,
  scoreCounts,
  workedTexts,
} from './method.ts'
import { formatCount, formatOdds, formatPeriod, formatRequired } from './numbers.ts'
import { planChangeTexts, scopeText, votesTexts } from './sentences.ts'
import type { Translator } from './translator.ts'

/** A part of the method: paragraphs, then facts as pairs of name and value. */
export interface MethodSection {
  readonly id: 'claim' | 'inputs' | 'evidence' | 'attempts' | 'rules' | 'sources'
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly facts: readonly (readonly [name: string, value: string])[]
}

type Facts = MethodSection['facts']

/** The one formula behind every claim: statistics/evidence.ts. */
const formula = 'E(R) = 1/64 · Σ Π (1 − c + c · x / R)'

/** Works that the method rests on, as they are cited in every language. */
const works = [
  'Ville, J. (1939). Étude critique de la notion de collectif. Gauthier-Villars.',
  'Waudby-Smith, I. & Ramdas, A. (2023). Estimating means of bounded random variables by betting. JRSS B 86(1).',
  'Ramdas, A., Grünwald, P., Vovk, V. & Shafer, G. (2023). Game-theoretic statistics and safe anytime-valid inference. Statistical Science 38(4).',
  'Stroebl, B., Kapoor, S. & Narayanan, A. (2024). Inference scaling fLaws: the limits of LLM resampling with imperfect verifiers. arXiv:2411.17501.',
] as const

function claimFacts(translator: Translator, assessment: Assessment): Facts {
  const { t, language } = translator
  const level = levelOf(assessment)
  if (level === undefined) return []
  const ways = waysOf(assessment)
  const required = formatRequired(language, level.required)
  return [
    [t('verdict.method.input.level'), t('verdict.method.input.levelValue', { level: level.name, required })],
    [t('verdict.method.input.alpha'), formatRequired(language, level.alpha)],
    [t('verdict.method.input.odds'), formatOdds(language, -Math.log(level.alpha))],
    [
      t('verdict.method.input.ways'),
      ways === 1
        ? formatCount(language, ways)
        : t('verdict.method.input.waysValue', {
            ways: formatCount(language, ways),
            alpha: formatRequired(language, Number((level.alpha / ways).toPrecision(3))),
          }),
    ],
    [t('verdict.method.input.scope'), scopeText(translator, assessment)],
  ]
}

function countFacts({ t, language }: Translator, { counts }: Assessment): Facts {
  const count = (value: number): string => formatCount(language, value)
  const rounds: Facts =
    counts.completeRounds === null ? [] : [[t('verdict.method.input.rounds'), count(counts.completeRounds)]]
  const trials = ['passes', 'failures', 'errors', 'voids', 'ofIncompleteCases', 'extraRepeats'] as const
  return [
    [t('verdict.method.input.repeats'), count(counts.plannedRepeats)],
    ...rounds,
    [
      t('verdict.method.input.completeCases'),
      t('verdict.method.input.casesValue', {
        complete: count(counts.completeCases),
        cases: count(counts.cases),
      }),
    ],
    [t('verdict.method.input.trials'), count(counts.trials)],
    [t('verdict.method.input.counted'), count(counts.passes + counts.failures + counts.errors)],
    ...trials.map((name) => [t(`verdict.method.input.${name}`), count(counts[name])] as const),
  ]
}

function dataFacts(translator: Translator, assessment: Assessment): Facts {
  const { t, language } = translator
  const { period, repeats, dataFingerprint, methodVersion } = assessment
  const { plurality } = repeats
  const simulation: Facts =
    'notMeasured' in plurality || plurality.simulation === null
      ? []
      : [
          [
            t('verdict.method.input.simulation'),
            t('verdict.method.input.simulationValue', {
              runs: formatCount(language, plurality.simulation.runs),
              seed: plurality.simulation.seed,
            }),
          ],
        ]
  const logged: Facts =
    period.firstLoggedAt === null || period.lastLoggedAt === null
      ? []
      : [
          [
            t('verdict.method.input.period'),
            formatPeriod(language, period.firstLoggedAt, period.lastLoggedAt),
          ],
        ]
  return [
    [t('verdict.method.input.distinct'), formatCount(language, scoreCounts(assessment).distinct)],
    ...simulation,
    ...logged,
    [t('verdict.method.input.fingerprint'), dataFingerprint],
    [t('verdict.method.input.version'), String(methodVersion)],
  ]
}

/** How an assessment was computed: the method in plain words, and everything that went into this very one. */
export function methodSections(translator: Translator, assessment: Assessment): readonly MethodSection[] {
  const { t } = translator
  const section = (id: MethodSection['id'], paragraphs: readonly string[], facts: Facts = []) => ({
    id,
    title: t(`verdict.method.heads.${id}`),
    paragraphs,
    facts,
  })
  return [
    section('claim', [claimsText(translator, assessment)], claimFacts(translator, assessment)),
    section('evidence', [
      evidenceMethodText(translator, assessment),
      ...workedTexts(translator, assessment),
      ...intervalTexts(translator, assessment),
      t('verdict.method.formula'),
      formula,
      t('verdict.method.formulaNote'),
    ]),
    section('inputs', planChangeTexts(translator, assessment.planChanges), [
      ...countFacts(translator, assessment),
      ...dataFacts(translator, assessment),
    ]),
    section('attempts', [
      replaysText(translator, assessment),
      ...votesTexts(translator, assessment),
      t('verdict.method.bottleneck'),
    ]),
    section('rules', [t('verdict.method.errors')]),
    section('sources', works),
  ]
}
