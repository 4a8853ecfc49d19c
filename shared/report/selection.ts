import type { Comparison } from '../domain/comparison.ts'
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

/** Pairs and the leader's standing are about those shown; how many comparisons there are to make stays. */
function configurationsOf(comparison: Comparison, isShown: Shown): Comparison {
  const { configurations, pairs, leader } = comparison
  return {
    ...comparison,
    configurations: configurations.filter(({ configuration }) => isShown(configuration)),
    pairs: pairs.filter(({ first, second }) => isShown(first) && isShown(second)),
    leader:
      leader === null || !isShown(leader.configuration)
        ? null
        : { ...leader, against: leader.against.filter(({ configuration }) => isShown(configuration)) },
  }
}

function comparedOf(content: ReportContent, isShown: Shown): ReportContent {
  const { comparison, pair } = content
  return {
    ...content,
    comparison: comparison === null ? null : configurationsOf(comparison, isShown),
    pair: pair !== null && isShown(pair.first) && isShown(pair.second) ? pair : null,
  }
}

/**
 * What a report with these options shows of its content. No figure changes: nothing is computed anew. The level that the
 * verdict is about and the report's own configuration are always there.
 */
export function selectContent(
  content: ReportContent,
  { levels, compared, detail, anonymous }: ReportOptions,
  translator: Translator,
): ReportContent {
  const { bottleneck, configuration } = content.assessment
  let shown: ReportContent = detail === 'full' ? content : { ...content, appendix: null }
  if (levels !== undefined) {
    shown = levelsOf(shown, (name) => name === bottleneck.level || levels.includes(name))
  }
  if (compared !== undefined) {
    shown = comparedOf(shown, (name) => name === configuration || compared.includes(name))
  }
  return anonymous ? withoutLoggers(shown, translator) : shown
}

function comparedIn({ comparison }: ReportContent): number {
  return comparison?.configurations.length ?? 0
}

/** What every part of a report with these options is drawn from. */
export function contextOf(content: ReportContent, options: ReportOptions, appVersion: string): ReportContext {
  const translator = translatorFor(options.language)
  const shown = selectContent(content, options, translator)
  const hiddenLevels = content.task.levels
    .map(({ name }) => name)
    .filter((name) => !shown.task.levels.some((each) => each.name === name))
  const hiddenConfigurations = comparedIn(content) - comparedIn(shown)
  return { ...shown, translator, appVersion, options, hiddenLevels, hiddenConfigurations }
}
