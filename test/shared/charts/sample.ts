import { assess } from '../../../shared/assessment/index.ts'
import type { GapBarInput } from '../../../shared/charts/gap-bar-layout.ts'
import type { AssessmentWithoutSentences } from '../../../shared/assessment/index.ts'
import type { CaseClass } from '../../../shared/domain/record.ts'
import type { Language } from '../../../shared/domain/settings.ts'
import { completeTask, type NewTask } from '../../../shared/domain/task.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { caseClass, configurationRecord } from '../assessment/records.ts'

export function assessed(
  classes: readonly CaseClass[],
  plannedRepeats: number,
  task: Partial<NewTask> = {},
): AssessmentWithoutSentences {
  const configuration = configurationRecord({ plannedRepeats, classes })
  return assess({ task: completeTask({ name: 'task', ...task }), configuration, others: [] })
}

const twelveLevels = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.99, 0.995, 0.999, 0.9999].map(
  (required, index) => ({
    name: index % 2 === 0 ? `Level ${index + 1}` : `사람이 확인하는 수준 ${index}`,
    required,
  }),
)

const tauBenchClasses = [14, 12, 10, 4, 10].map((cases, passes) => caseClass({ passes, cases }))

/** What charts are drawn of, by name. */
export const assessments: Readonly<Record<string, AssessmentWithoutSentences>> = {
  'τ-bench': assessed(tauBenchClasses, 4),
  'all pass': assessed([caseClass({ passes: 4, cases: 100 })], 4),
  'all fail': assessed([caseClass({ passes: 0, cases: 100 })], 4),
  'one case, one repeat': assessed([caseClass({ passes: 1, cases: 1 })], 1),
  'no case': assessed([], 4),
  'twelve levels': assessed(tauBenchClasses, 4, { levels: twelveLevels, target: 'Level 9' }),
  'three thin parts': assessed(
    [1, 2, 3].map((passes) => caseClass({ passes, cases: 33 })),
    4,
  ),
  'three parts alike': assessed(
    [
      caseClass({ passes: 0, cases: 35 }),
      caseClass({ passes: 1, cases: 50 }),
      caseClass({ passes: 3, cases: 15 }),
    ],
    3,
  ),
  'a hair of each': assessed(
    [
      caseClass({ passes: 0, cases: 1 }),
      caseClass({ passes: 1, cases: 1 }),
      caseClass({ passes: 2, cases: 400 }),
    ],
    2,
  ),
  'fifty repeats': assessed(
    [0, 3, 25, 49, 50].map((passes) => caseClass({ passes, cases: 9 })),
    50,
  ),
  'a thousand repeats': assessed(
    [0, 300, 999, 1000].map((passes) => caseClass({ passes, cases: 20 })),
    1000,
  ),
}

export function gapBarInput(assessment: AssessmentWithoutSentences, language: Language = 'en'): GapBarInput {
  const { gapBar, reliability, levels, target } = assessment
  return { gapBar, reliability, levels, target, translator: translatorFor(language) }
}

export function assessmentOf(name: string): AssessmentWithoutSentences {
  const found = assessments[name]
  if (found === undefined) throw new Error(`no assessment ${name}`)
  return found
}
