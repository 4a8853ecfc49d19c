import { Fragment, type ReactElement } from 'react'
import { formatCount } from '../../text/numbers.ts'
import type { ReportContext } from '../context.ts'
import { FactTable, Section } from '../table.tsx'

/** A word of a POSIX shell: in single quotes unless it is plain. */
function shellWord(text: string): string {
  return /^[\w.@%+=:,/-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** The command that computes the assessment again. Its options are not broken at their hyphens. */
function Command({ assessment }: Pick<ReportContext, 'assessment'>): ReactElement {
  const { task, configuration, scope } = assessment
  return (
    <code>
      nines assess{' '}
      {Object.entries({ task, configuration, scope }).map(([name, value]) => (
        <Fragment key={name}>
          <span className="option">--{name}</span> {shellWord(value)}{' '}
        </Fragment>
      ))}
      <span className="option">--json</span>
    </code>
  )
}

/** From which data it was computed, and how to do so again. */
export function Data({ assessment, translator }: ReportContext): ReactElement {
  const { t, language } = translator
  const { counts } = assessment
  const names = [
    'trials',
    'passes',
    'failures',
    'errors',
    'voids',
    'ofIncompleteCases',
    'extraRepeats',
  ] as const
  return (
    <Section id="data" title={t('report.data.title')}>
      <FactTable
        labelledBy="data"
        facts={names.map((each) => [t(`report.data.${each}`), formatCount(language, counts[each])])}
      />
      <p>
        {t('report.data.fingerprint')}: <code>{assessment.dataFingerprint}</code>
      </p>
      <p>
        {t('report.data.recompute')} <Command assessment={assessment} />
      </p>
    </Section>
  )
}
