import { z } from 'zod'
import { levelName } from './level.ts'
import { language } from './settings.ts'
import { name, prose } from './trial.ts'

/** The parts that may follow page one, in the order in which they stand there. */
export const reportSections = [
  'evidence',
  'scaling',
  'failures',
  'cost',
  'comparison',
  'method',
  'data',
] as const
export const reportSection = z.enum(reportSections)
export type ReportSection = z.infer<typeof reportSection>

/** `one-page`: page one alone. `full`: everything, and an appendix with every case. */
export const reportDetails = ['one-page', 'standard', 'full'] as const
export const reportDetail = z.enum(reportDetails)
export type ReportDetail = z.infer<typeof reportDetail>

export const papers = ['A4', 'Letter'] as const
export const paper = z.enum(papers)
export type Paper = z.infer<typeof paper>

/** A note is read before the report, not instead of it. */
export const longestCoverNote = 3000

/** What its author decides about a report. None of it changes a figure. */
export const reportOptions = z
  .object({
    language: language.default('en'),
    paper: paper.default('A4'),
    detail: reportDetail.default('standard'),
    sections: z.array(reportSection).max(100).readonly().default(reportSections),
    /** Those shown, in the task's order; the one that the verdict is about always is. Absent: all. */
    levels: z.array(levelName).max(100).readonly().optional(),
    /** The configurations shown beside its own in the comparison. Absent: all. */
    compared: z.array(name).max(1000).readonly().optional(),
    /** Plain text; an empty line begins a new paragraph. */
    coverNote: prose(longestCoverNote).default(''),
    /** "Logger 1" in place of the name of who logged first, and so on. */
    anonymous: z.boolean().default(false),
  })
  .readonly()
export type ReportOptions = z.infer<typeof reportOptions>

export const defaultReportOptions: ReportOptions = reportOptions.parse({})
