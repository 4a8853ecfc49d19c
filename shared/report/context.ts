import type { Assessment, Interval, LevelAssessment } from '../domain/assessment.ts'
import { isMeasured, type NotMeasuredReason } from '../domain/measured.ts'
import type { ReportContent } from '../domain/report-content.ts'
import { longestShownText } from '../domain/report-data.ts'
import type { ReportOptions, ReportSection } from '../domain/report-options.ts'
import { formatAbout, formatDate } from '../text/numbers.ts'
import { estimateText, notMeasuredText } from '../text/sentences.ts'
import type { Translator } from '../text/translator.ts'

/** What every part of the report is drawn from. */
export interface ReportContext extends ReportContent {
  readonly translator: Translator
  readonly appVersion: string
  readonly options: ReportOptions
  /** Levels of the task that the author left out, and configurations without a row in the comparison. */
  readonly hiddenLevels: readonly string[]
  readonly hiddenConfigurations: readonly string[]
}

/** What a section is drawn from: long names are shortened but in `whole`, from which a reader can compute again. */
export interface SectionContext extends ReportContext {
  readonly whole: ReportContext
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

/** "about 134", or in short why that cannot be said; a dash once the level is decided. */
export function moreCasesText(translator: Translator, needed: LevelAssessment['casesNeeded']): string {
  if (needed === null) return '–'
  return isMeasured(needed)
    ? translator.t('report.levels.about', { number: formatAbout(translator.language, needed) })
    : shortReason(translator, needed.notMeasured)
}

/** The level that the bottleneck, and every chart with a level's line, is about. */
export function levelOf({ assessment }: { readonly assessment: Assessment }): LevelAssessment {
  const { bottleneck, levels } = assessment
  const level = levels.find((each) => each.name === bottleneck.level)
  if (level === undefined) throw new Error(`the assessment holds no level "${bottleneck.level}"`)
  return level
}

/** A text that people wrote, on one line and no longer than there is room for. */
export function shownText(text: string, most = longestShownText): string {
  const letters = Array.from(text.replaceAll(/\s+/gu, ' ').trim())
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most).join('').trimEnd()}…`
}
