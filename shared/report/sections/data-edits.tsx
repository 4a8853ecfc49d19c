import type { ReactElement } from 'react'
import type { ReportEdits } from '../../domain/report-data.ts'
import { formatCount, formatDate } from '../../text/numbers.ts'
import { planChangeTexts } from '../../text/sentences.ts'
import { longTable, type ReportContext } from '../context.ts'
import { Passage, Table } from '../table.tsx'

function editsTexts({ edits, translator }: ReportContext): readonly string[] {
  const { t, language } = translator
  const { replaced, withdrawn, firstAt, lastAt, outcomes } = edits
  if (firstAt === null || lastAt === null) return [t('report.parts.data.noEdits')]
  const [first, last] = [formatDate(language, firstAt), formatDate(language, lastAt)]
  const list = outcomes.map(({ before, after, edits: number }) =>
    t('report.parts.data.outcomeChange', {
      before: t(`report.parts.data.outcome.${before}`),
      after: t(`report.parts.data.outcome.${after}`),
      number: formatCount(language, number),
    }),
  )
  return [
    t(`report.parts.data.${first === last ? 'editsDay' : 'editsText'}`, {
      first,
      last,
      replaced: formatCount(language, replaced),
      withdrawn: formatCount(language, withdrawn),
    }),
    list.length === 0
      ? t('report.parts.data.editsSame')
      : t('report.parts.data.editsOutcomes', { list: list.join(', ') }),
  ]
}

function NewestEdits({
  report: { translator },
  newest,
}: {
  readonly report: ReportContext
  readonly newest: ReportEdits['newest']
}): ReactElement {
  const { t, language } = translator
  return (
    <>
      <p className="note">{t('report.parts.data.newest')}</p>
      <Table
        labelledBy="edits"
        columns={[
          { head: t('report.parts.failures.case') },
          { head: t('report.parts.failures.attempt'), align: 'right' },
          { head: t('report.parts.data.editBefore') },
          { head: t('report.parts.data.editAfter') },
          { head: t('report.parts.data.editWhen'), align: 'right' },
        ]}
        rows={newest.map(({ case: label, repeat, before, after, changedAt }, index) => ({
          key: `${index} ${label}`,
          cells: [
            label,
            formatCount(language, repeat),
            t(`report.parts.data.outcome.${before}`),
            after === null ? t('report.parts.data.takenBack') : t(`report.parts.data.outcome.${after}`),
            formatDate(language, changedAt),
          ],
        }))}
      />
    </>
  )
}

/** What was changed of stored attempts. */
export function Edits(report: ReportContext): ReactElement {
  const { newest } = report.edits
  return (
    <Passage
      id="edits"
      title={report.translator.t('report.parts.data.edits')}
      long={newest.length > longTable}
    >
      {editsTexts(report).map((text) => (
        <p key={text}>{text}</p>
      ))}
      {newest.length > 0 && <NewestEdits report={report} newest={newest} />}
    </Passage>
  )
}

/** What was changed of the plan once attempts were there. */
export function PlanChanges({ assessment, translator }: ReportContext): ReactElement {
  const texts = planChangeTexts(translator, assessment.planChanges)
  return (
    <Passage id="plan-changes" title={translator.t('report.parts.data.plan')}>
      {(texts.length === 0 ? [translator.t('report.parts.data.noPlan')] : texts).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Passage>
  )
}
