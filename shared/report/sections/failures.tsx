import type { ReactElement } from 'react'
import { formatCount, formatPercent } from '../../text/numbers.ts'
import { causeName, intervalText } from '../../text/sentences.ts'
import { leverWord } from '../../text/words.ts'
import { longTable, type ReportContext, shortEstimate } from '../context.ts'
import { Section, Table } from '../table.tsx'

function Causes({ assessment, translator }: ReportContext): ReactElement {
  const { t, language } = translator
  return (
    <Section id="causes" title={t('report.causes.title')} long={assessment.causes.length > longTable}>
      {assessment.causes.length === 0 ? (
        <p className="note">{t('report.causes.none')}</p>
      ) : (
        <Table
          labelledBy="causes"
          columns={[
            { head: t('report.causes.cause') },
            { head: t('report.causes.failures'), align: 'right' },
            { head: t('report.causes.share'), align: 'right' },
            { head: t('report.causes.lever') },
          ]}
          rows={assessment.causes.map((each) => ({
            key: each.cause ?? '',
            cells: [
              causeName(translator, each.cause, each.name),
              formatCount(language, each.failures),
              formatPercent(language, each.share),
              each.cause === null ? '–' : leverWord(translator, each.lever),
            ],
          }))}
        />
      )}
    </Section>
  )
}

function Segments({ assessment, translator }: ReportContext): ReactElement | null {
  const { t, language } = translator
  if (assessment.segments.length === 0) return null
  return (
    <Section id="segments" title={t('report.segments.title')} long={assessment.segments.length > longTable}>
      <p className="note">{t('report.segments.note')}</p>
      <Table
        labelledBy="segments"
        columns={[
          { head: t('report.segments.segment') },
          { head: t('report.segments.cases'), align: 'right' },
          { head: t('report.segments.estimate'), align: 'right' },
          { head: t('report.strategies.interval'), align: 'right' },
        ]}
        rows={assessment.segments.map((each) => ({
          key: each.segment,
          cells: [
            each.segment,
            formatCount(language, each.cases),
            shortEstimate(translator, each),
            intervalText(translator, each),
          ],
        }))}
      />
    </Section>
  )
}

/** Why attempts failed, and where. */
export function Failures(report: ReportContext): ReactElement {
  return (
    <>
      <Causes {...report} />
      <Segments {...report} />
    </>
  )
}
