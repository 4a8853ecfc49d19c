import { Fragment, type ReactElement } from 'react'
import type { ReportContext } from '../context.ts'
import { Passage } from '../table.tsx'

/** A word of a POSIX shell: in single quotes unless it is plain. */
function shellWord(text: string): string {
  return /^[\w.@%+=:,/-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** The command that computes the assessment again. Its options are not broken at their hyphens. */
function Command({ assessment }: Pick<ReportContext, 'assessment'>): ReactElement {
  const { task, configuration, scope, bottleneck, target } = assessment
  const level = bottleneck.level === target ? {} : { level: bottleneck.level }
  return (
    <code>
      nines assess{' '}
      {Object.entries({ task, configuration, ...level, scope }).map(([name, value]) => (
        <Fragment key={name}>
          <span className="option">--{name}</span> {shellWord(value)}{' '}
        </Fragment>
      ))}
      <span className="option">--json</span>
    </code>
  )
}

/** How a reader checks the report against the workspace. */
export function Recompute({ assessment, appVersion, translator }: ReportContext): ReactElement {
  const { t } = translator
  return (
    <Passage id="check" title={t('report.parts.data.check')}>
      <p>
        {t('report.parts.data.checkText')}{' '}
        {t('report.parts.data.versions', { version: appVersion, method: assessment.methodVersion })}
      </p>
      <p>
        {t('report.data.fingerprint')}: <code>{assessment.dataFingerprint}</code>
      </p>
      <p>
        {t('report.data.recompute')} <Command assessment={assessment} />
      </p>
    </Passage>
  )
}
