import type { ReportContent } from '../domain/report-content.ts'
import type { ReportOptions } from '../domain/report-options.ts'
import { translatorFor, type Translator } from '../text/translator.ts'
import { withoutLoggers } from './anonymity.ts'
import type { ReportContext } from './context.ts'

type Shown = (name: string) => boolean

function levelsOf(content: ReportContent, isShown: Shown): ReportContent {
  const { assessment, task, comparison } = content
  const only = <Level extends { readonly name: string }>(levels: readonly Level[]): readonly Level[] =>
    levels.filter(({ name }) => isShown(name))
  return {
    ...content,
    assessment: { ...assessment, levels: only(assessment.levels) },
    task: { ...task, levels: only(task.levels) },
    comparison:
      comparison === null
        ? null
        : {
            ...comparison,
            configurations: comparison.configurations.map((each) => ({
              ...each,
              levels: only(each.levels),
            })),
          },
  }
}

/**
 * What a report with these options shows of its content. No figure changes: nothing is computed anew. The level that the
 * verdict is about is always there. The comparison stays whole: of its configurations only rows are hidden.
 */
export function selectContent(
  content: ReportContent,
  { levels, detail, anonymous }: ReportOptions,
  translator: Translator,
): ReportContent {
  const { bottleneck } = content.assessment
  let shown: ReportContent = detail === 'full' ? content : { ...content, appendix: null }
  if (levels !== undefined) {
    shown = levelsOf(shown, (name) => name === bottleneck.level || levels.includes(name))
  }
  return anonymous ? withoutLoggers(shown, translator) : shown
}

/** The report's own configuration always has its row. */
function hiddenOf({ assessment, comparison }: ReportContent, compared: ReportOptions['compared']) {
  if (compared === undefined || comparison === null) return []
  return comparison.configurations
    .map((each) => each.configuration)
    .filter((name) => name !== assessment.configuration && !compared.includes(name))
}

/** What every part of a report with these options is drawn from. */
export function contextOf(content: ReportContent, options: ReportOptions, appVersion: string): ReportContext {
  const translator = translatorFor(options.language)
  const shown = selectContent(content, options, translator)
  const hiddenLevels = content.task.levels
    .map(({ name }) => name)
    .filter((name) => !shown.task.levels.some((each) => each.name === name))
  const hiddenConfigurations = hiddenOf(content, options.compared)
  return { ...shown, translator, appVersion, options, hiddenLevels, hiddenConfigurations }
}
