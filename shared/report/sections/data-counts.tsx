import type { ReactElement } from 'react'
import { formatCount } from '../../text/numbers.ts'
import { longTable, type ReportContext, shownText } from '../context.ts'
import { type Facts, Passage, SumTable, Table } from '../table.tsx'

const parts = ['passes', 'failures', 'errors', 'voids', 'ofIncompleteCases', 'extraRepeats'] as const

/** Every logged attempt in one of the rows; they add up. */
export function TrialCounts({ assessment, translator }: ReportContext): ReactElement {
  const { t, language } = translator
  const { counts } = assessment
  return (
    <Passage id="data" title={t('report.parts.data.trials')}>
      <SumTable
        labelledBy="data"
        facts={parts.map((each) => [t(`report.data.${each}`), formatCount(language, counts[each])])}
        sum={[t('report.parts.data.total'), formatCount(language, counts.trials)]}
      />
    </Passage>
  )
}

/** Every case of the task in one of the rows; they add up. */
export function CaseCounts({ assessment, cases, translator }: ReportContext): ReactElement {
  const { t, language } = translator
  const { counts } = assessment
  const rows: Facts = [
    [t('report.parts.data.complete'), formatCount(language, counts.completeCases)],
    [t('report.parts.data.incomplete'), formatCount(language, counts.cases - counts.completeCases)],
    [t('report.parts.data.untried'), formatCount(language, cases - counts.cases)],
  ]
  return (
    <Passage id="case-counts" title={t('report.parts.data.cases')}>
      <SumTable
        labelledBy="case-counts"
        facts={rows}
        sum={[t('report.parts.data.casesOfTask'), formatCount(language, cases)]}
      />
    </Passage>
  )
}

/** Why attempts were excluded as void, as far as somebody noted it; not there without one. */
export function Voids({ voids, translator }: ReportContext): ReactElement | null {
  const { t, language } = translator
  if (voids.length === 0) return null
  return (
    <Passage id="voids" title={t('report.parts.data.excluded')} long={voids.length > longTable}>
      <Table
        labelledBy="voids"
        columns={[
          { head: t('report.parts.data.reason') },
          { head: t('report.parts.data.attempts'), align: 'right' },
        ]}
        rows={voids.map(({ reason, trials }) => ({
          key: reason ?? '',
          cells: [
            reason === null ? t('report.parts.data.noReason') : shownText(reason),
            formatCount(language, trials),
          ],
        }))}
      />
    </Passage>
  )
}
