import type { EvidencePoint } from '../domain/evidence-history.ts'
import { formatCount, formatOdds, formatPercent } from '../text/numbers.ts'
import { evidenceOdds } from '../text/sentences.ts'
import { counted } from '../text/words.ts'
import {
  type EvidenceOverCasesInput,
  historyLeft,
  historyTop,
  historyUnder,
  layOutEvidenceHistory,
  signedEvidence,
} from './evidence-history-layout.ts'
import type { ChartReading } from './reading.ts'

/** "after 12 cases: 45% passed, 34 : 1 that it falls short". */
function pointText({ history, translator }: EvidenceOverCasesInput, point: EvidencePoint): string {
  const { language, t } = translator
  const now = signedEvidence(point)
  return counted(translator, `verdict.evidenceChart.point.${history.unit}`, point.count, {
    estimate: formatPercent(language, point.estimate),
    evidence: t(`verdict.evidenceChart.towards.${now < 0 ? 'short' : 'meets'}`, {
      odds: formatOdds(language, Math.abs(now)),
    }),
  })
}

/** What can be read off the drawing of this size. */
export function readEvidenceHistory(
  input: EvidenceOverCasesInput,
  width: number,
  height: number,
): ChartReading {
  const { history, translator } = input
  const { language, t } = translator
  const layout = layOutEvidenceHistory(input, width - historyLeft, historyTop, height - historyUnder)
  return {
    marks: history.points.map((point) => ({
      id: String(point.count),
      x: historyLeft + (layout?.x(point.count) ?? 0),
      y: layout?.y(signedEvidence(point)) ?? 0,
      text: pointText(input, point),
    })),
    table: {
      columns: [
        { title: t(`verdict.evidenceChart.column.${history.unit}`), isFigure: true },
        { title: t('verdict.evidenceChart.column.passed'), isFigure: true },
        { title: t('verdict.evidenceChart.column.meets'), isFigure: true },
        { title: t('verdict.evidenceChart.column.short'), isFigure: true },
      ],
      rows: history.points.map((point) => [
        formatCount(language, point.count),
        formatPercent(language, point.estimate, 1),
        evidenceOdds(translator, point.logEvidenceMeets),
        evidenceOdds(translator, point.logEvidenceShort),
      ]),
    },
  }
}
