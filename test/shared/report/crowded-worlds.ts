import type { AssessmentInput } from '../../../shared/assessment/index.ts'
import type { PlanChange } from '../../../shared/domain/plan-change.ts'
import type { ReportOptions } from '../../../shared/domain/report-options.ts'
import { completeTask, type NewTask } from '../../../shared/domain/task.ts'
import { caseClass, configurationRecord, tauBench } from '../assessment/records.ts'

/** What page one has to hold at its fullest: a report of it, and what its author chose. */
export interface CrowdedWorld {
  readonly input: AssessmentInput
  readonly options?: Partial<ReportOptions>
}

const required = [0.5, 0.8, 0.85, 0.95, 0.97, 0.99]

/** As a team would call them. */
const sixNames = [
  'Draft help',
  'Assist',
  'Assist, checked by a second agent',
  'Supervised',
  'Supervised at night',
  'Unattended, small refunds',
]
const sixKoreanNames = [
  '초안 작성',
  '보조',
  '다른 상담원이 확인하는 보조',
  '감독 아래 처리',
  '야간에도 감독 아래 처리',
  '소액 환불은 사람 없이 처리',
]

function levelsOf(names: readonly string[]) {
  return names.map((name, index) => ({
    name,
    required: required[index + required.length - names.length] ?? 0.99,
  }))
}

function longNames(number: number, language: 'en' | 'ko'): readonly string[] {
  const long = {
    en: 'rebooks passengers whose connecting flight was cancelled, with minors',
    ko: '연결편이 취소된 승객의 재예약과 환불 및 보상 안내까지 하는 단계',
  }[language]
  return Array.from({ length: number }, (_, index) => `${'ABCDEF'[index]} ${long} ${index + 1}`)
}

function change(day: number, before: PlanChange['before'], after: PlanChange['after']): PlanChange {
  return { changedAt: `2026-11-${day}T10:00:00.000Z`, trials: 3552, before, after }
}

/** Two changes, each of two fields, told in ten lines where they stand whole. */
const changes = [
  change(
    26,
    { plannedRepeats: null, levels: levelsOf(sixNames.slice(3)) },
    { plannedRepeats: 4, levels: levelsOf(sixNames) },
  ),
  change(
    27,
    { plannedRepeats: 5, target: 'Assist' },
    { plannedRepeats: 4, target: 'Unattended, small refunds' },
  ),
]

/** Half of the attempts pass, and the verifier cannot tell which; what would do costs more than the budget allows. */
function everything(task: Partial<NewTask>, name: (part: string) => string): AssessmentInput {
  const configuration = configurationRecord({
    name: name('model'),
    plannedRepeats: 4,
    classes: [
      caseClass({ passes: 2, acceptedPasses: 1, acceptedFailures: 1, verdicts: 4, cases: 150 }),
      caseClass({ passes: 4, acceptedPasses: 3, verdicts: 4, cases: 50 }),
    ],
    cost: { values: 800, sum: 80 },
    latency: { values: 800, sum: 800_000, p50: 950, p95: 2500, slowestOf: [1000, 1100, 1200, 1300] },
    causes: [
      { cause: 'reasoning-slip', failures: 200 },
      { cause: 'tool-error', failures: 40 },
      { cause: null, failures: 60 },
    ],
    loggers: ['Ann', 'Bo', 'Cy', 'Di', 'Ed'].map((each) => ({ name: name(each), trials: 160 })),
  })
  const larger = [0, 1, 2].map((index) =>
    configurationRecord({
      name: name(`larger ${index}`),
      moreComputeThan: configuration.name,
      plannedRepeats: 4,
      classes: [caseClass({ passes: 4, cases: 900 + index }), caseClass({ passes: 3, cases: 3 - index })],
      cost: { values: 3600, sum: 3600 },
      latency: { values: 3600, sum: 36_000_000, p50: 9500, p95: 25_000, slowestOf: [10_000] },
    }),
  )
  return {
    task: completeTask({
      name: 'refunds',
      budget: { maxCostUsd: 0.35, maxLatencyMs: 4000 },
      definition:
        'The agent leaves the booking as a trained colleague would have left it, and says why. '.repeat(4),
      ...task,
    }),
    configuration,
    others: larger,
  }
}

const short = (part: string): string => part

function sixOf(names: readonly string[]): AssessmentInput {
  const { configuration } = tauBench()
  return { task: completeTask({ name: 'airline', levels: levelsOf(names) }), configuration, others: [] }
}

/** Everything that an author can leave out of a report. */
const bare: Partial<ReportOptions> = { sections: ['evidence'], compared: [], coverNote: 'Decide by Friday.' }

function withChanges(input: AssessmentInput): AssessmentInput {
  return { ...input, planChanges: changes }
}

function ofNumber(number: number, language: 'en' | 'ko'): CrowdedWorld {
  const long = {
    en: 'of the quarter, measured again in the second week',
    ko: '분기 둘째 주에 다시 측정한 구성',
  }[language]
  return {
    input: withChanges(
      everything({ levels: levelsOf(longNames(number, language)) }, (part) => `${part} ${long}`),
    ),
    options: bare,
  }
}

export function crowdedWorlds(language: 'en' | 'ko'): Readonly<Record<string, CrowdedWorld>> {
  const six = levelsOf(language === 'en' ? sixNames : sixKoreanNames)
  return {
    'six levels': { input: sixOf(six.map((each) => each.name)) },
    'six levels, page one alone': {
      input: sixOf(six.map((each) => each.name)),
      options: { detail: 'one-page' },
    },
    'a changed plan': { input: withChanges({ ...tauBench(), others: [] }) },
    'a changed plan and three other configurations': { input: withChanges(everything({}, short)) },
    'six levels, everything': { input: withChanges(everything({ levels: six }, short)) },
    'six levels, everything, most left out': {
      input: withChanges(everything({ levels: six }, short)),
      options: { ...bare, levels: [] },
    },
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((number) => [`levels with long names: ${number}`, ofNumber(number, language)]),
    ),
    'twelve levels with long names, all but one left out': {
      input: everything(
        {
          levels: [...longNames(6, language), ...longNames(6, language).map((name) => `${name}b`)].map(
            (name, index) => ({ name, required: 0.5 + index / 25 }),
          ),
        },
        short,
      ),
      options: { ...bare, levels: [] },
    },
  }
}
