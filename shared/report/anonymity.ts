import type { ReportCases } from '../domain/report-cases.ts'
import type { ReportContent } from '../domain/report-content.ts'
import type { Translator } from '../text/translator.ts'

/** A name of one letter would be found in any text. */
const shortestSoughtName = 2

function escaped(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`)
}

/** Where one of the names stands in a text as a word. It may carry a Korean particle, as in 지민이 or Mina에게. */
function patternOf(names: readonly string[]): RegExp | null {
  const sought = names
    .filter((name) => name.length >= shortestSoughtName)
    // A name may be part of another one: the longer goes first.
    .toSorted((a, b) => b.length - a.length)
    .map((name) =>
      /[\p{Script=Hangul}\p{Script=Han}]$/u.test(name)
        ? escaped(name)
        : String.raw`${escaped(name)}(?!(?!\p{Script=Hangul})[\p{L}\p{N}])`,
    )
  return sought.length === 0 ? null : new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${sought.join('|')})`, 'giu')
}

function withNotes(cases: ReportCases, change: (note: string | null) => string | null): ReportCases {
  const told = cases.told.map((each) => ({
    ...each,
    trials: each.trials.map((trial) => ({ ...trial, note: change(trial.note) })),
  }))
  return { ...cases, told }
}

/**
 * The same content with "Logger 1" in place of the name of who logged first in the task, and so on: beside the trials,
 * and in the notes, where people name each other. Numbers go to whoever appears, so that they stay when more is logged.
 */
export function withoutLoggers(content: ReportContent, translator: Translator): ReportContent {
  const { assessment, appendix } = content
  const known = content.loggers ?? []
  const named = assessment.loggers.flatMap(({ name }) => name ?? [])
  const numbers = new Map([...new Set([...known, ...named])].map((name, index) => [name, index + 1]))
  const byFoldedName = new Map([...numbers].map(([name, number]) => [name.toLowerCase(), number]))
  const aliasOf = (name: string): string =>
    translator.t('report.logger', {
      number: numbers.get(name) ?? byFoldedName.get(name.toLowerCase()) ?? 0,
    })
  const pattern = patternOf([...numbers.keys()])
  const nameless = (text: string | null): string | null =>
    text === null || pattern === null ? text : text.replaceAll(pattern, aliasOf)
  return {
    ...content,
    assessment: {
      ...assessment,
      loggers: assessment.loggers.map((each) => ({
        ...each,
        name: each.name === null ? null : aliasOf(each.name),
      })),
    },
    examples: content.examples.map((each) => ({ ...each, note: nameless(each.note) })),
    voids: content.voids.map((each) => ({ ...each, reason: nameless(each.reason) })),
    appendix: appendix === null ? null : withNotes(appendix, nameless),
    loggers: null,
  }
}
