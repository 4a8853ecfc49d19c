import type { Assessment } from '../domain/assessment.ts'
import type { Task } from '../domain/task.ts'
import { formatDate, formatRequired } from '../text/numbers.ts'
import type { Translator } from '../text/translator.ts'

/** What every part of the report is drawn from. */
export interface ReportContext {
  readonly assessment: Assessment
  readonly task: Task
  readonly translator: Translator
  readonly appVersion: string
}

/** Width of the text on paper, px at 96 to the inch: A4 less its margins. */
export const textWidthPx = 672

/** The day the data are of; the report carries no other date, so that the same data give the same report. */
export function dataDate({ assessment, translator }: ReportContext): string | null {
  const { lastLoggedAt } = assessment.period
  return lastLoggedAt === null ? null : formatDate(translator.language, lastLoggedAt)
}

/** Each level's chance of ever claiming wrongly: "5%", or "5%, 1%" where levels differ. */
export function alphaText({ assessment, translator }: ReportContext): string {
  const alphas = [...new Set(assessment.levels.map((each) => each.alpha))]
  return alphas.map((alpha) => formatRequired(translator.language, alpha)).join(', ')
}

/** `sha256:` and the first and last digits: enough to compare at a glance. */
export function shortFingerprint({ assessment }: ReportContext): string {
  const [algorithm = '', digits = ''] = assessment.dataFingerprint.split(':')
  return `${algorithm} ${digits.slice(0, 4)}…${digits.slice(-4)}`
}
