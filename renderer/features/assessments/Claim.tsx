import type { ReactNode } from 'react'
import { isMeasured } from '../../../shared/domain/measured.ts'
import { shortFingerprint } from '../../../shared/text/fingerprint.ts'
import {
  notCountedRuleText,
  planChangeTexts,
  scopeText,
  voidsRuleText,
} from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { CaseLink } from './CaseLink.tsx'
import styles from './Claim.module.css'
import { Method } from './Method.tsx'
import type { PanelProps } from './VerdictView.tsx'

/** What the claim does not count, and where it can be seen. */
function Excluded({ assessment, place }: PanelProps): ReactNode {
  const translator = useTranslator()
  const { voids, notCounted, ofIncompleteCases } = assessment.counts
  const uncounted = notCountedRuleText(translator, notCounted)
  return (
    <>
      {voids > 0 && (
        <CaseLink place={place} filter={{ outcome: 'void' }}>
          {voidsRuleText(translator, voids)}
        </CaseLink>
      )}
      {notCounted > 0 &&
        (ofIncompleteCases > 0 ? (
          <CaseLink place={place} filter={{ group: 'incomplete' }}>
            {uncounted}
          </CaseLink>
        ) : (
          <span>{uncounted}</span>
        ))}
    </>
  )
}

/** What the claim is about, how it was computed, and from which data: one quiet line. */
export function Claim(props: PanelProps): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const { assessment } = props
  const { dataFingerprint, planChanges, reliability } = assessment
  return (
    <footer className={styles['claim']}>
      {isMeasured(reliability.estimate) && (
        <span>{t('screens.verdict.claim', { scope: scopeText(translator, assessment) })}</span>
      )}
      <Method assessment={assessment} />
      <span title={dataFingerprint}>
        {t('screens.verdict.data', { fingerprint: shortFingerprint(dataFingerprint) })}
      </span>
      <Excluded {...props} />
      {planChangeTexts(translator, planChanges).map((text) => (
        <span key={text}>{text}</span>
      ))}
    </footer>
  )
}
