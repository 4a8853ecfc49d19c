import type { ReactElement } from 'react'
import { attemptCurves } from '../../assessment/index.ts'
import { AttemptsCurves, curveNotes, knownAxes, rateText, RepeatsFan } from '../../charts/index.ts'
import type { AtK } from '../../domain/assessment.ts'
import { isMeasured } from '../../domain/measured.ts'
import { formatCount } from '../../text/numbers.ts'
import { levelOf, type ReportContext, textWidthPx } from '../context.ts'
import { Notes, Passage, Table } from '../table.tsx'

function figure({ translator }: ReportContext, rows: readonly AtK[], k: number): string {
  const row = rows.find((each) => each.k === k)
  return row === undefined ? '–' : rateText(translator, row)
}

/** Rows of a table by attempts. */
const shownDepths = 12

/** The first depths and the last; the curve shows those between. */
export function firstAndLast<Depth>(depths: readonly Depth[]): readonly Depth[] {
  return depths.length <= shownDepths ? depths : [...depths.slice(0, shownDepths - 1), ...depths.slice(-1)]
}

function RepeatsTable(report: ReportContext): ReactElement {
  const { t, language } = report.translator
  const { passAt, passAll, majority } = report.assessment.repeats
  return (
    <Table
      labelledBy="repeats"
      columns={[
        { head: t('report.repeats.k') },
        { head: t('report.repeats.any'), align: 'right' },
        { head: t('report.repeats.all'), align: 'right' },
        { head: t('report.repeats.majority'), align: 'right' },
      ]}
      rows={firstAndLast(passAt).map(({ k }) => ({
        key: String(k),
        cells: [
          formatCount(language, k),
          figure(report, passAt, k),
          figure(report, passAll, k),
          figure(report, majority, k),
        ],
      }))}
    />
  )
}

/** What trying k times does: any passes, all pass. */
export function Repeats(report: ReportContext): ReactElement {
  const { assessment, translator } = report
  const { t } = translator
  const { passAt, passAll } = assessment.repeats
  return (
    <Passage id="repeats" title={t('report.repeats.title')}>
      <p className="note">{t('report.repeats.lead')}</p>
      <RepeatsFan
        passAt={passAt}
        passAll={passAll}
        level={levelOf(report)}
        translator={translator}
        width={textWidthPx}
        height={230}
        prefix="repeats-fan"
      />
      {isMeasured(assessment.reliability.estimate) && <RepeatsTable {...report} />}
    </Passage>
  )
}

/** What more attempts reach for their price, with what the budget pays for; not there while no price is known. */
export function PricedAttempts(report: ReportContext): ReactElement | null {
  const { assessment, task, translator } = report
  const curves = attemptCurves(assessment, task.budget)
  const axes = knownAxes(curves)
  const axis = axes.find((each) => each !== 'attempts')
  const [first] = curves
  if (first === undefined || axis === undefined) return null
  return (
    <Passage id="priced" title={translator.t('report.parts.scaling.curves')}>
      <Notes texts={curveNotes(translator, curves, report)} />
      <AttemptsCurves
        curves={curves}
        axis={axis}
        focus={first.use}
        level={levelOf(report)}
        budget={task.budget}
        translator={translator}
        width={textWidthPx}
        height={270}
        prefix="attempts-curves"
      />
    </Passage>
  )
}
