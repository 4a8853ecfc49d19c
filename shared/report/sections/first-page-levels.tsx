import type { ReactElement } from 'react'
import { GapBar } from '../../charts/index.ts'
import { barWidth, frameOf, type GapBarInput, layOutGapBar } from '../../charts/gap-bar-layout.ts'
import { textWidth } from '../../charts/text-width.ts'
import type { Verdict } from '../../domain/level.ts'
import { isMeasured } from '../../domain/measured.ts'
import type { Task } from '../../domain/task.ts'
import { formatRequired } from '../../text/numbers.ts'
import { counted, levelVerdictWord } from '../../text/words.ts'
import { moreCasesText, type ReportContext, textWidthPx } from '../context.ts'
import type { PanelContext } from '../links.tsx'
import { close, fontSizePx, linesOf, panelWidthPx, rowsHeight } from '../page-one-room.ts'
import { Section, Table, VerdictWord } from '../table.tsx'

/** Of many levels the gap bar has the target and those nearest to the reliability. */
function nearLevels({ assessment, task }: ReportContext): Task['levels'] {
  const { estimate } = assessment.reliability
  const target = assessment.bottleneck.level
  if (task.levels.length <= mostLevels || !isMeasured(estimate)) return task.levels.slice(0, 12)
  const near = task.levels
    .filter((each) => each.name !== target)
    .toSorted((a, b) => Math.abs(a.required - estimate) - Math.abs(b.required - estimate))
  const shown = new Set(near.slice(0, mostLevels - 1).map((each) => each.name)).add(target)
  return task.levels.filter((each) => shown.has(each.name))
}

function gapOf(report: ReportContext): GapBarInput {
  const { assessment, translator } = report
  return {
    gapBar: assessment.gapBar,
    reliability: assessment.reliability,
    levels: nearLevels(report),
    target: assessment.bottleneck.level,
    translator,
  }
}

/** Reliable, flaky and never solved, with the levels. */
export function Gap({ more, ...report }: PanelContext): ReactElement {
  return (
    <Section id="gap" title={report.translator.t('verdict.charts.gapBarTitle')} more={more}>
      <GapBar {...gapOf(report)} width={textWidthPx} prefix="gap-bar" />
    </Section>
  )
}

export function gapHeight(report: ReportContext): number {
  return close.section + frameOf(layOutGapBar(gapOf(report), barWidth(textWidthPx))).height
}

/** A level's name, with what marks the target. */
function nameText({ assessment, translator }: ReportContext, name: string): string {
  return name === assessment.target ? translator.t('report.levels.target', { level: name }) : name
}

function LevelTable(report: ReportContext): ReactElement {
  const { assessment, translator } = report
  const { t } = translator
  return (
    <Table
      labelledBy="levels"
      columns={[
        { head: t('report.levels.level') },
        { head: t('report.levels.needs'), align: 'right' },
        { head: t('report.levels.verdict') },
        { head: t('report.levels.moreCases'), align: 'right' },
      ]}
      rows={assessment.levels.map((level) => ({
        key: level.name,
        cells: [
          nameText(report, level.name),
          formatRequired(translator.language, level.required),
          <VerdictWord key="verdict" translator={translator} verdict={level.verdict} />,
          moreCasesText(translator, level.casesNeeded),
        ],
      }))}
    />
  )
}

/** More levels than these are told by their verdict; the next part has a row for each. */
const mostLevels = 6

const verdicts: readonly Verdict[] = ['meets', 'more-evidence', 'short']

/** Of each verdict so many levels are named. */
const mostNamed = 4

/** The levels of one verdict, the target first. */
function namesText(report: ReportContext, verdict: Verdict): string {
  const { assessment, translator } = report
  const { t, language } = translator
  const levels = assessment.levels
    .filter((each) => each.verdict === verdict)
    .toSorted((a, b) => Number(b.name === assessment.target) - Number(a.name === assessment.target))
  // "And 1 more" is as long as the name of that one.
  const named = levels.length <= mostNamed + 1 ? levels : levels.slice(0, mostNamed)
  const names = named.map(({ name, required }) =>
    t('report.parts.evidence.level', {
      level: nameText(report, name),
      required: formatRequired(language, required),
    }),
  )
  const left = levels.length - names.length
  const more = left > 0 ? [counted(translator, 'report.levels.more', left)] : []
  return [...names, ...more].join(', ')
}

function verdictsOf({ assessment }: ReportContext): readonly Verdict[] {
  return verdicts.filter((verdict) => assessment.levels.some((each) => each.verdict === verdict))
}

/** The levels of each verdict in one row. */
function VerdictTable(report: ReportContext): ReactElement {
  const { translator } = report
  const { t } = translator
  const rows = verdictsOf(report).map((verdict) => {
    const word = <VerdictWord key="verdict" translator={translator} verdict={verdict} />
    return { key: verdict, cells: [word, namesText(report, verdict)] }
  })
  return (
    <Table
      labelledBy="levels"
      columns={[{ head: t('report.levels.verdict') }, { head: t('report.levels.level') }]}
      rows={rows}
    />
  )
}

function widest(texts: readonly string[], fontSize = fontSizePx): number {
  return Math.max(...texts.map((text) => textWidth(text, fontSize)))
}

/** Between a column of figures and one of words, and between any other two, px. */
const gaps = { wide: 20, narrow: 12 }

function levelRows(report: ReportContext): readonly number[] {
  const { assessment, translator } = report
  const { t, language } = translator
  const head = (text: string): number => widest([text], 11.5)
  const needs = widest(assessment.levels.map((each) => formatRequired(language, each.required)))
  const word = widest(assessment.levels.map((each) => levelVerdictWord(translator, each.verdict)))
  const more = widest(assessment.levels.map((each) => moreCasesText(translator, each.casesNeeded)))
  const others =
    Math.max(needs, head(t('report.levels.needs'))) +
    Math.max(word, head(t('report.levels.verdict'))) +
    Math.max(Math.min(more, longestMore), head(t('report.levels.moreCases')))
  const room = panelWidthPx - others - gaps.wide - 2 * gaps.narrow
  return assessment.levels.map(({ name }) => linesOf(nameText(report, name), room, fontSizePx))
}

/** Words in place of a number of cases wrap. */
const longestMore = 90

function verdictRows(report: ReportContext): readonly number[] {
  const shown = verdictsOf(report)
  const word = widest(shown.map((verdict) => levelVerdictWord(report.translator, verdict)))
  const room = panelWidthPx - Math.max(76, word) - gaps.narrow
  return shown.map((verdict) => linesOf(namesText(report, verdict), room))
}

/** So high a table of levels may be for its names to wrap. */
const wrapsUpTo = rowsHeight([1, 1, 1, 1, 1, 1])

/** Whether each level has a row of its own. */
function hasRowEach(report: ReportContext): boolean {
  if (report.assessment.levels.length > mostLevels) return false
  const lines = levelRows(report)
  return lines.every((each) => each === 1) || rowsHeight(lines) <= wrapsUpTo
}

/** The verdict for each level, in words. */
export function Levels({ more, ...report }: PanelContext): ReactElement {
  return (
    <Section id="levels" title={report.translator.t('report.levels.title')} more={more}>
      {hasRowEach(report) ? <LevelTable {...report} /> : <VerdictTable {...report} />}
    </Section>
  )
}

export function levelsHeight(report: ReportContext): number {
  return close.section + close.head + rowsHeight(hasRowEach(report) ? levelRows(report) : verdictRows(report))
}
