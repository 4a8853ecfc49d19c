import type { ReactElement } from 'react'
import { EvidenceMeter, EvidenceOverCases } from '../../charts/index.ts'
import type { LevelAssessment } from '../../domain/assessment.ts'
import type { Verdict } from '../../domain/level.ts'
import { isMeasured } from '../../domain/measured.ts'
import { decidingOddsText } from '../../text/method.ts'
import { formatRequired } from '../../text/numbers.ts'
import {
  estimateText,
  evidenceOdds,
  evidenceText,
  intervalText,
  verdictFigures,
} from '../../text/sentences.ts'
import { longTable, moreCasesText, type ReportContext, textWidthPx } from '../context.ts'
import { Exponents } from '../exponents.tsx'
import { partIds } from '../links.tsx'
import { Part, Passage, type Row, Table, VerdictWord } from '../table.tsx'
import { EveryCase } from './evidence-cases.tsx'

const order: readonly Verdict[] = ['meets', 'more-evidence', 'short']

/** Which levels are met, fallen short of, or open. */
function answer({ assessment, translator }: ReportContext): string {
  const { t, language } = translator
  const { reliability, levels, bottleneck } = assessment
  if (!isMeasured(reliability.estimate)) return verdictFigures(translator, assessment, bottleneck.level)
  const clauses = order.flatMap((verdict) => {
    const names = levels
      .filter((each) => each.verdict === verdict)
      .map((each) =>
        t('report.parts.evidence.level', {
          level: each.name,
          required: formatRequired(language, each.required),
        }),
      )
    return names.length === 0 ? [] : [t(`report.parts.evidence.${verdict}`, { levels: names.join(', ') })]
  })
  return t('report.parts.evidence.answer', {
    estimate: estimateText(translator, reliability),
    interval: intervalText(translator, reliability),
    clauses: clauses.join(' '),
  })
}

const meterWidth = 104

function levelRow(report: ReportContext, level: LevelAssessment): Row {
  const { assessment, translator } = report
  const isReached = isMeasured(assessment.reliability.estimate)
  const { sentence } = evidenceText(translator, level)
  return {
    key: level.name,
    cells: [
      level.name,
      formatRequired(translator.language, level.required),
      isReached ? <EvidenceMeter key="meter" {...level} width={meterWidth} label={sentence} /> : '–',
      isReached ? <Exponents key="meets" text={evidenceOdds(translator, level.logEvidenceMeets)} /> : '–',
      isReached ? <Exponents key="short" text={evidenceOdds(translator, level.logEvidenceShort)} /> : '–',
      <VerdictWord key="verdict" translator={translator} verdict={level.verdict} />,
      moreCasesText(translator, level.casesNeeded),
    ],
  }
}

function Levels(report: ReportContext): ReactElement {
  const { assessment, translator } = report
  const { t } = translator
  const odds = decidingOddsText(translator, assessment)
  const rows = assessment.levels.map((level) => levelRow(report, level))
  return (
    <Passage id="evidence" title={t('report.evidence.title')} long={rows.length > longTable}>
      <p className="note">{t('report.evidence.lead', { odds })}</p>
      <Table
        labelledBy="evidence"
        columns={[
          { head: t('report.levels.level') },
          { head: t('report.levels.needs'), align: 'right' },
          { head: t('report.parts.evidence.scale') },
          { head: t('report.evidence.meets'), align: 'right' },
          { head: t('report.evidence.short'), align: 'right' },
          { head: t('report.levels.verdict') },
          { head: t('report.levels.moreCases'), align: 'right' },
        ]}
        rows={rows}
      />
    </Passage>
  )
}

function History({ history, translator }: ReportContext): ReactElement {
  return (
    <Passage id="history" title={translator.t('verdict.evidenceChart.title')}>
      <p className="note">{translator.t('screens.verdict.historyAside', { level: history.level })}</p>
      <EvidenceOverCases
        history={history}
        translator={translator}
        width={textWidthPx}
        height={216}
        prefix="evidence-history"
        powers="characters"
      />
    </Passage>
  )
}

/** How sure each verdict is, how the evidence grew, and what it consists of. */
export function Evidence(report: ReportContext): ReactElement {
  const isReached = isMeasured(report.assessment.reliability.estimate)
  return (
    <Part
      id={partIds.evidence}
      title={report.translator.t('report.parts.evidence.title')}
      answer={answer(report)}
    >
      <Levels {...report} />
      {isReached && <History {...report} />}
      <EveryCase {...report} />
    </Part>
  )
}
