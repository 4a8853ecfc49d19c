import type { ReactNode } from 'react'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import { methodParagraphs } from '../../../shared/text/method.ts'
import { shortFingerprint } from '../../../shared/text/fingerprint.ts'
import {
  notCountedRuleText,
  planChangeTexts,
  scopeText,
  voidsRuleText,
} from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { Explain } from '../../components/Explain.tsx'
import styles from './Claim.module.css'

/** What the claim is about, how it was computed, and from which data: one quiet line. */
export function Claim({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const { counts, dataFingerprint, methodVersion } = assessment
  return (
    <footer className={styles['claim']}>
      <span>{t('screens.verdict.claim', { scope: scopeText(translator, assessment) })}</span>
      {counts.voids > 0 && <span>{voidsRuleText(translator, counts.voids)}</span>}
      {counts.notCounted > 0 && <span>{notCountedRuleText(translator, counts.notCounted)}</span>}
      {planChangeTexts(translator, assessment.planChanges).map((text) => (
        <span key={text}>{text}</span>
      ))}
      <Explain
        label={t('screens.verdict.method', { version: methodVersion })}
        title={t('screens.verdict.methodTitle')}
        paragraphs={methodParagraphs(translator, assessment)}
      />
      <span title={dataFingerprint}>
        {t('screens.verdict.data', { fingerprint: shortFingerprint(dataFingerprint) })}
      </span>
    </footer>
  )
}
