import type { ReactElement } from 'react'
import { Forest, segmentsForest, worstFirst } from '../../charts/index.ts'
import type { Assessment } from '../../domain/assessment.ts'
import { formatCount } from '../../text/numbers.ts'
import { intervalText } from '../../text/sentences.ts'
import { counted } from '../../text/words.ts'
import { longTable, type ReportContext, shortEstimate, textWidthPx } from '../context.ts'
import { Notes, Passage, Table } from '../table.tsx'

type Segment = Assessment['segments'][number]

/** More rows than these are no picture any more; the table has them all. */
const mostDrawn = 12

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

/** As on screen, but no more rows than a picture can have. */
function Drawing({ assessment, translator }: ReportContext): ReactElement {
  const forest = segmentsForest(assessment, translator)
  return (
    <Forest
      {...forest}
      rows={forest.rows.slice(0, mostDrawn)}
      title={translator.t('report.parts.failures.segments')}
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
  const isCut = segments.length > mostDrawn
  const cut = {
    shown: formatCount(language, mostDrawn),
    all: formatCount(language, segments.length),
  }
  const others = assessment.counts.completeCases - segments.reduce((sum, { cases }) => sum + cases, 0)
  return (
    <Passage id="segments" title={t('report.parts.failures.segments')} long={segments.length > longTable}>
      <Notes
        texts={[
          t('report.segments.note'),
          ...(others > 0 ? [counted(translator, 'report.parts.failures.unsegmented', others)] : []),
          ...(isCut ? [t('report.parts.failures.segmentsShown', cut)] : []),
        ]}
      />
      <Drawing {...report} />
      <SegmentTable report={report} segments={segments} />
    </Passage>
  )
}
