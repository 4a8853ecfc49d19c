import type { ReactElement } from 'react'
import { textWidth } from '../../charts/text-width.ts'
import { alphaText } from '../../text/method.ts'
import { formatCount, formatPeriod } from '../../text/numbers.ts'
import { counted } from '../../text/words.ts'
import { attemptDays } from '../attempt-days.ts'
import { type ReportContext, shownText } from '../context.ts'
import type { PanelContext } from '../links.tsx'
import { close, fontSizePx, linesOf, notesHeight, panelWidthPx, rowsHeight } from '../page-one-room.ts'
import { FactTable, Notes, Section } from '../table.tsx'

/** At most this many loggers are named one by one. */
const namedLoggers = 3

/** A short name stays on one line, of a longer one its end, so that it does not stand alone before its count. */
function together(name: string): string {
  return textWidth(name, 1) <= longestTogether
    ? name.replaceAll(' ', noBreak)
    : name.replace(/ (?=\S*$)/u, noBreak)
}

const noBreak = '\u00A0'

/** In em. */
const longestTogether = 12

function loggersText({ assessment, translator }: ReportContext): string {
  const { t, language } = translator
  const { loggers } = assessment
  if (loggers.length === 0) return t('report.tested.nothing')
  const named = loggers.slice(0, namedLoggers).map(({ name, trials }) =>
    t('report.tested.byEach', {
      name: together(name ?? t('report.tested.unnamed')),
      trials: formatCount(language, trials),
    }),
  )
  const others = loggers.length - named.length
  return [...named, ...(others > 0 ? [counted(translator, 'report.tested.others', others)] : [])].join(', ')
}

function casesText({ assessment, translator }: ReportContext): string {
  const { t, language } = translator
  const { cases, completeCases, completeRounds, plannedRepeats } = assessment.counts
  if (cases === 0) return t('report.tested.nothing')
  if (completeRounds !== null) {
    return counted(translator, 'report.tested.rounds', cases, {
      rounds: formatCount(language, completeRounds),
      repeats: formatCount(language, plannedRepeats),
    })
  }
  return t(`report.tested.${completeCases === cases ? 'complete' : 'partly'}`, {
    cases: formatCount(language, cases),
    complete: formatCount(language, completeCases),
    repeats: formatCount(language, plannedRepeats),
  })
}

function testedFacts(report: ReportContext): readonly (readonly [name: string, value: string])[] {
  const { assessment, translator } = report
  const { t, language } = translator
  const { counts, period } = assessment
  const count = (value: number): string => formatCount(language, value)
  const logged =
    period.firstLoggedAt === null || period.lastLoggedAt === null
      ? t('report.tested.nothing')
      : formatPeriod(language, period.firstLoggedAt, period.lastLoggedAt)
  const others = report.configurations.length - 1
  return [
    [t('report.tested.configuration'), assessment.configuration],
    ...(others < 1 ? [] : [[t('report.parts.data.others'), count(others)] as const]),
    [t('report.tested.cases'), casesText(report)],
    [
      t('report.tested.counted'),
      t('report.tested.countedValue', {
        counted: count(counts.passes + counts.failures + counts.errors),
        trials: count(counts.trials),
      }),
    ],
    [t('report.tested.errors'), count(counts.errors)],
    [t('report.tested.voids'), count(counts.voids)],
    ...attemptDays(report),
    [t('report.tested.period'), logged],
    [t('report.tested.by'), loggersText(report)],
  ]
}

/** What was tested, when and by whom. */
export function Tested({ more, ...report }: PanelContext): ReactElement {
  return (
    <Section id="tested" title={report.translator.t('report.tested.title')} more={more}>
      <FactTable labelledBy="tested" facts={testedFacts(report)} />
    </Section>
  )
}

/** The data page has it whole. */
const longestDefinition = 80

function readingTexts({ assessment, task, translator }: ReportContext): readonly string[] {
  const { t, language } = translator
  const definition = task.definition.trim()
  return [
    t('report.reading.anytime', { alpha: alphaText(translator, assessment) }),
    assessment.gapBar.k === 1
      ? t('report.reading.partsOnce')
      : t('report.reading.parts', { k: formatCount(language, assessment.gapBar.k) }),
    `${t('report.reading.error')} ${t('report.compute.attemptsNote')}`,
    ...(definition === ''
      ? []
      : [t('report.reading.definition', { definition: shownText(definition, longestDefinition) })]),
  ]
}

/** What the figures hold for, and the rule for errors. */
export function Reading({ more, ...report }: PanelContext): ReactElement {
  return (
    <Section id="reading" title={report.translator.t('report.reading.title')} more={more}>
      <Notes texts={readingTexts(report)} />
    </Section>
  )
}

/** Of both panels, which stand side by side. */
export function testedHeight(report: ReportContext): number {
  const facts = testedFacts(report)
  const names = Math.max(...facts.map(([name]) => textWidth(name, fontSizePx)))
  const room = panelWidthPx - names - 12
  const tested = rowsHeight(facts.map(([, value]) => linesOf(value, room)))
  const reading = notesHeight(readingTexts(report).map((text) => linesOf(text, panelWidthPx)))
  return close.section + Math.max(tested, reading)
}
