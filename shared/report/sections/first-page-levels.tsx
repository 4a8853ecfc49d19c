import type { ReactElement } from 'react'
import { GapBar } from '../../charts/index.ts'
import type { Verdict } from '../../domain/level.ts'
import { isMeasured } from '../../domain/measured.ts'
import type { Task } from '../../domain/task.ts'
import { formatRequired } from '../../text/numbers.ts'
import { counted } from '../../text/words.ts'
import { moreCasesText, type ReportContext, textWidthPx } from '../context.ts'
import type { PanelContext } from '../links.tsx'
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

/** Reliable, flaky and never solved, with the levels. */
export function Gap({ more, ...report }: PanelContext): ReactElement {
  const { assessment, translator } = report
  return (
    <Section id="gap" title={translator.t('verdict.charts.gapBarTitle')} more={more}>
      <GapBar
        gapBar={assessment.gapBar}
        reliability={assessment.reliability}
        levels={nearLevels(report)}
        target={assessment.bottleneck.level}
        translator={translator}
        width={textWidthPx}
        prefix="gap-bar"
      />
    </Section>
  )
}

function LevelTable({ assessment, translator }: ReportContext): ReactElement {
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
          level.name === assessment.target ? t('report.levels.target', { level: level.name }) : level.name,
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
function namesText({ assessment, translator }: ReportContext, verdict: Verdict): string {
  const { t, language } = translator
  const levels = assessment.levels
    .filter((each) => each.verdict === verdict)
    .toSorted((a, b) => Number(b.name === assessment.target) - Number(a.name === assessment.target))
  const names = levels.slice(0, mostNamed).map(({ name, required }) =>
    t('report.parts.evidence.level', {
      level: name === assessment.target ? t('report.levels.target', { level: name }) : name,
      required: formatRequired(language, required),
    }),
  )
  const left = levels.length - names.length
  const more = left > 0 ? [counted(translator, 'report.levels.more', left)] : []
  return [...names, ...more].join(', ')
}

/** The levels of each verdict in one row. */
function VerdictTable(report: ReportContext): ReactElement {
  const { assessment, translator } = report
  const { t } = translator
  const rows = verdicts
    .filter((verdict) => assessment.levels.some((each) => each.verdict === verdict))
    .map((verdict) => {
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

/** The verdict for each level, in words. */
export function Levels({ more, ...report }: PanelContext): ReactElement {
  const isMany = report.assessment.levels.length > mostLevels
  return (
    <Section id="levels" title={report.translator.t('report.levels.title')} more={more}>
      {isMany ? <VerdictTable {...report} /> : <LevelTable {...report} />}
    </Section>
  )
}
