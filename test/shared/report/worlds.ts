import type { AssessmentInput } from '../../../shared/assessment/index.ts'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import type { Language } from '../../../shared/domain/settings.ts'
import { completeTask } from '../../../shared/domain/task.ts'
import type { ReportFont } from '../../../shared/report/font.ts'
import { renderReport } from '../../../shared/report/index.tsx'
import { caseClass, configurationRecord, oneLevelTask, tauBench } from '../assessment/records.ts'
import { assessed } from '../text/sample.ts'
import { dataOf } from './report-data.ts'

/** A long plain name, cut at this many letters. */
function longName(letters: number): string {
  return 'Rebooking of passengers whose connecting flights were cancelled within a day of departure, with minors '
    .repeat(6)
    .slice(0, letters)
    .trim()
}

function longKoreanName(letters: number): string {
  return '출발 이십사 시간 이내에 연결편이 취소된 승객의 재예약과 해외 제휴사를 통한 환불 및 보상 안내 '
    .repeat(12)
    .slice(0, letters)
    .trim()
}

function namedThroughout(name: (letters: number) => string): AssessmentInput {
  const { configuration } = tauBench()
  const levels = [
    { name: name(80), required: 0.8 },
    { name: `Z${name(79)}`, required: 0.995 },
  ]
  return {
    task: completeTask({
      name: name(500),
      levels,
      causes: [{ key: 'ours', name: name(80), lever: 'product-engineering' }],
    }),
    configuration: {
      ...configuration,
      name: name(499),
      causes: [{ cause: 'ours', failures: 116 }],
      loggers: [{ name: name(200), trials: 200 }],
      segments: [{ segment: name(500), classes: configuration.classes }],
    },
    others: [{ ...configuration, name: `Z${name(480)}`, moreComputeThan: name(499) }],
  }
}

/** Half of the trials of every case pass and the verifier is right about each: 200 cases × 4 at $0.10 and 1 s. */
const flaky = configurationRecord({
  plannedRepeats: 4,
  classes: [caseClass({ passes: 2, acceptedPasses: 2, verdicts: 4, cases: 200 })],
  cost: { values: 800, sum: 80 },
  latency: { values: 800, sum: 800_000, p50: 950, p95: 2500, slowestOf: [1000, 1100, 1200, 1300] },
})

const twelveLevels = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.99, 0.995, 0.999, 0.9999].map(
  (required, index) => ({ name: `Automation level ${index + 1}`, required }),
)

/** What reports are made of, by name. */
const worlds = {
  tauBench: { ...tauBench(), others: [] },
  oneCase: {
    task: completeTask({ name: 'refunds' }),
    configuration: configurationRecord({ plannedRepeats: 1, classes: [caseClass({ passes: 1, cases: 1 })] }),
    others: [],
  },
  noCase: {
    task: completeTask({ name: 'refunds' }),
    configuration: configurationRecord({
      plannedRepeats: 4,
      classes: [],
      causes: [],
      loggers: [],
      firstLoggedAt: null,
      lastLoggedAt: null,
    }),
    others: [],
  },
  theseCases: { ...tauBench(), others: [], scope: 'these-cases' },
  scaling: { task: oneLevelTask(), configuration: flaky, others: [] },
  meets: {
    task: completeTask({ name: 'refunds', target: 'Assist' }),
    configuration: configurationRecord({
      plannedRepeats: 4,
      classes: [caseClass({ passes: 4, cases: 100 })],
    }),
    others: [],
  },
  overBudget: {
    task: oneLevelTask({ budget: { maxCostUsd: null, maxLatencyMs: 1400 } }),
    configuration: flaky,
    others: [],
  },
  twelveLevels: {
    task: completeTask({ name: 'refunds', levels: twelveLevels, target: 'Automation level 9' }),
    configuration: tauBench().configuration,
    others: [],
  },
  segments: {
    task: completeTask({ name: 'refunds' }),
    configuration: {
      ...tauBench().configuration,
      segments: Array.from({ length: 60 }, (_, index) => ({
        segment: `Segment ${index + 1}`,
        classes: [caseClass({ passes: 1, cases: 10 })],
      })),
      causes: [
        { cause: 'tool-error', failures: 58 },
        { cause: 'other', failures: 29 },
        { cause: null, failures: 29 },
      ],
    },
    others: [],
  },
  manyRepeats: {
    task: completeTask({ name: 'refunds' }),
    configuration: configurationRecord({
      plannedRepeats: 1000,
      classes: [0, 300, 900, 1000].map((passes) =>
        caseClass({ passes, acceptedPasses: passes, verdicts: 1000, cases: 5 }),
      ),
    }),
    others: Array.from({ length: 9 }, (_, index) =>
      configurationRecord({
        name: `model ${index + 1}`,
        moreComputeThan: 'model A',
        plannedRepeats: 1000,
        classes: [caseClass({ passes: 100 * index, cases: 20 })],
      }),
    ),
  },
  longNames: namedThroughout(longName),
  longKoreanNames: namedThroughout(longKoreanName),
  unbrokenNames: namedThroughout((letters) => 'W'.repeat(letters)),
} as const satisfies Readonly<Record<string, AssessmentInput>>

export type World = keyof typeof worlds
export const worldNames: readonly World[] = [
  'tauBench',
  'oneCase',
  'noCase',
  'theseCases',
  'scaling',
  'meets',
  'overBudget',
  'twelveLevels',
  'segments',
  'manyRepeats',
  'longNames',
  'longKoreanNames',
  'unbrokenNames',
]

export function inputOf(world: World): AssessmentInput {
  return worlds[world]
}

function render(
  assessment: Assessment,
  input: AssessmentInput,
  language: Language,
  fonts: readonly ReportFont[],
): string {
  return renderReport({ ...dataOf(input, assessment), language, appVersion: '0.1.0', fonts })
}

/** A report without embedded fonts, unless they are given. */
export function reportOf(
  input: AssessmentInput,
  language: Language = 'en',
  fonts: readonly ReportFont[] = [],
): string {
  return render(assessed(input, language), input, language, fonts)
}

const assessments = new Map<string, Assessment>()

/** The same for one of the worlds, which is assessed once for all tests of a file. */
export function worldReport(
  world: World,
  language: Language = 'en',
  fonts: readonly ReportFont[] = [],
): string {
  const key = `${world} ${language}`
  const assessment = assessments.get(key) ?? assessed(worlds[world], language)
  assessments.set(key, assessment)
  return render(assessment, worlds[world], language, fonts)
}
