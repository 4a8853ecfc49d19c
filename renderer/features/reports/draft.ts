import { z } from 'zod'
import {
  longestCoverNote,
  paper,
  reportDetail,
  type ReportOptions,
  reportSection,
  reportSections,
} from '../../../shared/domain/report-options.ts'
import { type Language, language } from '../../../shared/domain/settings.ts'
import type { TaskDetail } from '../../../shared/domain/task.ts'

/**
 * What somebody chose for the reports of a task. What they left out is kept rather than what they left in: a level or
 * a configuration that comes later is shown.
 */
export const reportDraft = z
  .object({
    language,
    paper,
    detail: reportDetail,
    hiddenSections: z.array(reportSection).readonly(),
    hiddenLevels: z.array(z.string()).readonly(),
    hiddenConfigurations: z.array(z.string()).readonly(),
    coverNote: z.string(),
    anonymous: z.boolean(),
  })
  .partial()
  .readonly()
export type ReportDraft = z.infer<typeof reportDraft>

function without<Name extends string>(all: readonly Name[], hidden: readonly string[]): readonly Name[] {
  return all.filter((each) => !hidden.includes(each))
}

/** The report as it was chosen; what nobody chose is as usual, in the language of the window. */
export function optionsOf(draft: ReportDraft, own: Language, detail: TaskDetail): ReportOptions {
  const levels = detail.task.levels.map(({ name }) => name)
  const configurations = detail.configurations.map(({ name }) => name)
  const shownLevels = without(levels, draft.hiddenLevels ?? [])
  const compared = without(configurations, draft.hiddenConfigurations ?? [])
  return {
    language: draft.language ?? own,
    paper: draft.paper ?? 'A4',
    detail: draft.detail ?? 'standard',
    sections: without(reportSections, draft.hiddenSections ?? []),
    coverNote: draft.coverNote ?? '',
    anonymous: draft.anonymous ?? false,
    ...(shownLevels.length === levels.length ? {} : { levels: shownLevels }),
    ...(compared.length === configurations.length ? {} : { compared }),
  }
}

/** By how many characters the note is too long; null when it is not. */
export function excessOf({ coverNote }: Pick<ReportOptions, 'coverNote'>): number | null {
  return coverNote.length > longestCoverNote ? coverNote.length - longestCoverNote : null
}

/** The list with the name in it, or without. */
export function toggled<Name extends string>(
  hidden: readonly Name[],
  name: Name,
  isShown: boolean,
): readonly Name[] {
  const others = hidden.filter((each) => each !== name)
  return isShown ? others : [...others, name]
}
