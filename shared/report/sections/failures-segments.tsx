import type { ReactElement } from 'react'
import { Forest } from '../../charts/index.ts'
import type { Assessment } from '../../domain/assessment.ts'
import { isMeasured } from '../../domain/measured.ts'
import { formatCount } from '../../text/numbers.ts'
import { intervalText } from '../../text/sentences.ts'
import { longTable, type ReportContext, shortEstimate, textWidthPx } from '../context.ts'
import { Notes, Passage, Table } from '../table.tsx'

type Segment = Assessment['segments'][number]

/** More rows than these are no picture any more; the table has them all. */
const mostDrawn = 12

function worstFirst(segments: readonly Segment[]): readonly Segment[] {
  const rank = ({ estimate }: Segment): number => (isMeasured(estimate) ? estimate : 2)
  return segments.toSorted((a, b) => rank(a) - rank(b) || b.cases - a.cases)
}

function SegmentTable({
  report: { translator },
  segments,
}: {
  readonly report: ReportContext
  readonly segments: readonly Segment[]
}): ReactElement {
  const { t, language } = translator
  return (
    <Table
      labelledBy="segments"
      columns={[
        { head: t('report.segments.segment') },
        { head: t('report.segments.cases'), align: 'right' },
        { head: t('report.segments.estimate'), align: 'right' },
        { head: t('report.strategies.interval'), align: 'right' },
      ]}
      rows={segments.map((each) => ({
        key: each.segment,
        cells: [
          each.segment,
          formatCount(language, each.cases),
          shortEstimate(translator, each),
          intervalText(translator, each),
        ],
      }))}
    />
  )
}

function Drawing({
  report,
  segments,
}: {
  readonly report: ReportContext
  readonly segments: readonly Segment[]
}): ReactElement {
  const { assessment, task, translator } = report
  return (
    <Forest
      title={translator.t('report.parts.failures.segments')}
      rowTitle={translator.t('report.segments.segment')}
      rows={segments.map((each) => ({ id: each.segment, name: each.segment, interval: each }))}
      levels={task.levels}
      target={assessment.bottleneck.level}
      translator={translator}
      width={textWidthPx}
      prefix="segments-forest"
    />
  )
}

/** Reliability by segment, the worst first; or that no case names one. */
export function Segments(report: ReportContext): ReactElement {
  const { assessment, translator } = report
  const { t, language } = translator
  const segments = worstFirst(assessment.segments)
  if (segments.length === 0) {
    return (
      <section>
        <p className="note">{t('report.parts.failures.noSegments')}</p>
      </section>
    )
  }
  const drawn = segments.slice(0, mostDrawn)
  const cut = {
    shown: formatCount(language, drawn.length),
    all: formatCount(language, segments.length),
  }
  return (
    <Passage id="segments" title={t('report.parts.failures.segments')} long={segments.length > longTable}>
      <Notes
        texts={[
          t('report.segments.note'),
          ...(drawn.length < segments.length ? [t('report.parts.failures.segmentsShown', cut)] : []),
        ]}
      />
      <Drawing report={report} segments={drawn} />
      <SegmentTable report={report} segments={segments} />
    </Passage>
  )
}
