import type { AssessmentInput } from '../../../shared/assessment/index.ts'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import type { Language } from '../../../shared/domain/settings.ts'
import type { ReportData } from '../../../shared/domain/report-data.ts'
import type { Paper, ReportOptions } from '../../../shared/domain/report-options.ts'
import { completeTask, type NewTask } from '../../../shared/domain/task.ts'
import type { ReportFont } from '../../../shared/report/font.ts'
import { renderReport } from '../../../shared/report/index.tsx'
import { caseClass, configurationRecord, oneLevelTask, tauBench } from '../assessment/records.ts'
import { assessed } from '../text/sample.ts'
import type { CrowdedWorld } from './crowded-worlds.ts'
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

/** Twelve configurations that spend ever more and pass ever more often, of 40 cases × 4. */
function twelve(name: (index: number) => string) {
  return Array.from({ length: 12 }, (_, index) =>
    configurationRecord({
      name: name(index + 1),
      moreComputeThan: index === 0 ? null : name(1),
      compute: { amount: index + 1, unit: name(0).slice(0, 60).trim() },
      plannedRepeats: 4,
      classes: [
        caseClass({ passes: 0, cases: 14 - index, verdicts: 4, acceptedFailures: 1 }),
        caseClass({ passes: 2, cases: 13, verdicts: 4, acceptedPasses: 2 }),
        caseClass({ passes: 4, cases: 13 + index, verdicts: 4, acceptedPasses: 4 }),
      ],
      cost: { values: 160, sum: 1.6 * (index + 1) },
      latency: { values: 160, sum: 160_000, p50: 900, p95: 2000, slowestOf: [1000, 1100, 1200, 1300] },
    }),
  )
}

function ofTwelve(name: (index: number) => string, task: Partial<NewTask> = {}): AssessmentInput {
  const [configuration, ...others] = twelve(name)
  if (configuration === undefined) throw new Error('no configuration')
  return {
    task: completeTask({
      name: 'refunds',
      wrongCost: 2,
      budget: { maxCostUsd: 0.1, maxLatencyMs: 4000 },
      ...task,
    }),
    configuration: {
      ...configuration,
      causes: [
        { cause: 'ours', failures: 60 },
        { cause: null, failures: 22 },
      ],
      segments: Array.from({ length: 14 }, (_, index) => ({
        segment: name(index + 20),
        classes: [caseClass({ passes: index % 5, cases: 3 })],
      })),
      loggers: [1, 2, 3, 4, 5].map((index) => ({ name: name(index).slice(0, 200).trim(), trials: 32 })),
    },
    others,
  }
}

const longTask = {
  definition: longName(600),
  levels: [
    { name: longName(80), required: 0.6 },
    { name: `Z${longName(79)}`, required: 0.9 },
    { name: `Y${longName(79)}`, required: 0.99 },
  ],
  causes: [{ key: 'ours', name: longName(80), lever: 'product-engineering' as const }],
}

/** What services gather beside the records, told as long as people tell things. */
function told(name: (letters: number) => string): Partial<ReportData> {
  const one = { case: name(400), segment: name(180), input: name(301) }
  const example = {
    ...one,
    repeat: 1,
    severity: 'critical',
    note: name(301),
    answer: null,
    passes: 0,
  } as const
  return {
    examples: [
      { ...example, cause: 'ours', outcome: 'error' },
      { ...example, case: `Z${name(300)}`, cause: 'ours', outcome: 'fail', note: null, answer: name(301) },
      { ...example, cause: null, outcome: 'fail', note: null, severity: null },
    ],
    neverSolved: Array.from({ length: 40 }, (_, index) => ({ ...one, case: `${index} ${name(300)}` })),
    voids: [
      { reason: name(301), trials: 3 },
      { reason: null, trials: 1 },
    ],
    edits: {
      replaced: 4,
      withdrawn: 1,
      firstAt: '2025-01-01T10:00:00.000Z',
      lastAt: '2025-01-02T10:00:00.000Z',
      outcomes: [
        { before: 'fail', after: 'pass', edits: 3 },
        { before: 'pass', after: 'error', edits: 1 },
      ],
      newest: Array.from({ length: 12 }, (_, index) => ({
        case: `${index} ${name(300)}`,
        repeat: 1,
        changedAt: '2025-01-02T10:00:00.000Z',
        before: 'fail',
        after: index === 0 ? null : 'pass',
      })),
    },
  }
}

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
  twelveConfigurations: ofTwelve((index) => `model ${index}`),
  longSeries: ofTwelve((index) => `${index} ${longName(480)}`, { ...longTask, name: longName(500) }),
  longKoreanSeries: ofTwelve((index) => `${index} ${longKoreanName(480)}`, {
    ...longTask,
    name: longKoreanName(500),
    definition: longKoreanName(600),
  }),
  longNames: namedThroughout(longName),
  longKoreanNames: namedThroughout(longKoreanName),
  unbrokenNames: namedThroughout((letters) => 'W'.repeat(letters)),
} as const satisfies Readonly<Record<string, AssessmentInput>>

export type World = keyof typeof worlds

/** What is told of some of them beside the records. */
const more: Partial<Record<World, Partial<ReportData>>> = {
  twelveConfigurations: told((letters) => longName(Math.min(60, letters))),
  longSeries: told(longName),
  longKoreanSeries: told(longKoreanName),
  unbrokenNames: told((letters) => 'W'.repeat(letters)),
}
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
  'twelveConfigurations',
  'longSeries',
  'longKoreanSeries',
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
  besides: Partial<ReportData & ReportOptions> = {},
): string {
  return renderReport({ ...dataOf(input, assessment), ...besides, language, appVersion: '0.1.0', fonts })
}

/** A report without embedded fonts, unless they are given. */
export function reportOf(
  input: AssessmentInput,
  language: Language = 'en',
  fonts: readonly ReportFont[] = [],
  options: Partial<ReportOptions> = {},
): string {
  return render(assessed(input, language), input, language, fonts, options)
}

const assessments = new Map<string, Assessment>()

/** The same for one of the worlds, which is assessed once for all tests of a file. */
export function worldReport(
  world: World,
  language: Language = 'en',
  fonts: readonly ReportFont[] = [],
  options: Partial<ReportOptions> = {},
): string {
  const key = `${world} ${language}`
  const assessment = assessments.get(key) ?? assessed(worlds[world], language)
  assessments.set(key, assessment)
  return render(assessment, worlds[world], language, fonts, { ...more[world], ...options })
}

/** The same for a world whose page one is full. */
export function crowdedReport(
  { input, options = {} }: CrowdedWorld,
  language: Language,
  paper: Paper,
  fonts: readonly ReportFont[] = [],
): string {
  return reportOf(input, language, fonts, { ...options, paper })
}
