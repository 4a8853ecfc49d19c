import type { ReactElement } from 'react'
import { Odds } from '../../charts/index.ts'
import { decidingOddsText } from '../../text/method.ts'
import { formatRequired } from '../../text/numbers.ts'
import type { ReportContext } from '../context.ts'
import { Section, Table, VerdictWord } from '../table.tsx'

/** How sure each verdict is. */
export function Evidence({ assessment, translator }: ReportContext): ReactElement {
  const { t, language } = translator
  const odds = decidingOddsText(translator, assessment)
  return (
    <Section id="evidence" title={t('report.evidence.title')}>
      <p className="note">{t('report.evidence.lead', { odds })}</p>
      <Table
        labelledBy="evidence"
        columns={[
          { head: t('report.levels.level') },
          { head: t('report.levels.needs'), align: 'right' },
          { head: t('report.evidence.meets'), align: 'right' },
          { head: t('report.evidence.short'), align: 'right' },
          { head: t('report.levels.verdict') },
        ]}
        rows={assessment.levels.map((level) => ({
          key: level.name,
          cells: [
            level.name,
            formatRequired(language, level.required),
            <Odds key="meets" translator={translator} logEvidence={level.logEvidenceMeets} />,
            <Odds key="short" translator={translator} logEvidence={level.logEvidenceShort} />,
            <VerdictWord key="verdict" translator={translator} verdict={level.verdict} />,
          ],
        }))}
      />
    </Section>
  )
}
