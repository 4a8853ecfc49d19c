import type { ReactElement } from 'react'
import { Delivery } from '../../charts/index.ts'
import type { RetryAtK } from '../../domain/assessment.ts'
import { isMeasured } from '../../domain/measured.ts'
import { formatCount, formatNumber } from '../../text/numbers.ts'
import { estimateText, notMeasuredText, verifierTexts } from '../../text/sentences.ts'
import { levelOf, type ReportContext, textWidthPx } from '../context.ts'
import { Notes, Passage, Table } from '../table.tsx'
import { firstAndLast } from './scaling-repeats.tsx'

interface Props {
  readonly report: ReportContext
  readonly rows: readonly RetryAtK[]
}

function RetryTable({ report: { translator }, rows }: Props): ReactElement {
  const { t, language } = translator
  return (
    <Table
      labelledBy="retry"
      columns={[
        { head: t('report.repeats.k') },
        { head: t('report.retry.right'), align: 'right' },
        { head: t('report.retry.wrong'), align: 'right' },
        { head: t('report.retry.handedOff'), align: 'right' },
        { head: t('report.retry.attempts'), align: 'right' },
      ]}
      rows={firstAndLast(rows).map((row) => ({
        key: String(row.k),
        cells: [
          formatCount(language, row.k),
          estimateText(translator, row.right),
          estimateText(translator, row.wrong),
          estimateText(translator, row.handedOff),
          isMeasured(row.expectedAttempts) ? formatNumber(language, row.expectedAttempts, 2) : '–',
        ],
      }))}
    />
  )
}

function Drawing({ report, rows }: Props): ReactElement {
  const { assessment, translator } = report
  const { verifier } = assessment
  const known = 'notMeasured' in verifier ? null : verifier.utility
  const utility = known === null || 'notMeasured' in known ? null : known
  return (
    <Delivery
      rows={rows}
      utility={utility}
      level={levelOf(report)}
      translator={translator}
      width={textWidthPx}
      height={250}
      prefix="delivery"
    />
  )
}

/** How a task ends when it is retried until the verifier accepts: right, wrong or handed off, and where k* is. */
export function Retrying(report: ReportContext): ReactElement {
  const { assessment, translator } = report
  const { t } = translator
  const { retry } = assessment.repeats
  if ('notMeasured' in retry) {
    return (
      <Passage id="retry" title={t('report.parts.scaling.delivery')}>
        <p className="note">{notMeasuredText(translator, retry.notMeasured)}</p>
      </Passage>
    )
  }
  const rows = retry
  return (
    <Passage id="retry" title={t('report.parts.scaling.delivery')}>
      <p className="note">{t('report.parts.scaling.deliveryNote')}</p>
      {isMeasured(assessment.reliability.estimate) && <Drawing report={report} rows={rows} />}
      <RetryTable report={report} rows={rows} />
    </Passage>
  )
}

/** How good the verifier is; not there where none was logged, which the passage before says. */
export function Verifier({ assessment, translator }: ReportContext): ReactElement | null {
  const { verifier } = assessment
  if ('notMeasured' in verifier) return null
  const noCost =
    'notMeasured' in verifier.utility ? [translator.t('screens.scaling.delivery.noWrongCost')] : []
  return (
    <Passage id="verifier" title={translator.t('report.parts.scaling.verifier')}>
      {verifierTexts(translator, assessment).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Notes texts={noCost} />
    </Passage>
  )
}
