import type { Interval } from '../domain/assessment.ts'
import { isMeasured, type NotMeasuredReason } from '../domain/measured.ts'
import type { ReportContent } from '../domain/report-content.ts'
import type { ReportOptions, ReportSection } from '../domain/report-options.ts'
import { formatDate } from '../text/numbers.ts'
import { estimateText, notMeasuredText } from '../text/sentences.ts'
import type { Translator } from '../text/translator.ts'

/** What every part of the report is drawn from. */
export interface ReportContext extends ReportContent {
  readonly translator: Translator
  readonly appVersion: string
  readonly options: ReportOptions
  /** Levels of the task that the author left out, and how many configurations of the comparison. */
  readonly hiddenLevels: readonly string[]
  readonly hiddenConfigurations: number
}

/** Whether the author wants this part. */
export function isWanted({ options }: Pick<ReportContext, 'options'>, section: ReportSection): boolean {
  return options.detail !== 'one-page' && options.sections.includes(section)
}

/** Width of the text on paper, px at 96 to the inch: A4, and Letter too, less the margins. */
export const textWidthPx = 672

/** A section with a table of more rows than these may run over to the next page. */
export const longTable = 8

/** The estimate, or in short why there is none: that no case is complete stands at the top of the report. */
export function shortEstimate(translator: Translator, interval: Interval): string {
  return isMeasured(interval.estimate)
    ? estimateText(translator, interval)
    : shortReason(translator, interval.estimate.notMeasured)
}

export function shortReason(translator: Translator, reason: NotMeasuredReason): string {
  return reason === 'no-complete-cases'
    ? translator.t('report.notMeasured')
    : notMeasuredText(translator, reason)
}

/** The day the data are of; the report carries no other date, so that the same data give the same report. */
export function dataDate({ assessment, translator }: ReportContext): string | null {
  const { lastLoggedAt } = assessment.period
  return lastLoggedAt === null ? null : formatDate(translator.language, lastLoggedAt)
}
