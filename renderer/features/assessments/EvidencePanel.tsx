import type { ReactNode } from 'react'
import { Odds } from '../../../shared/charts/index.ts'
import { isMeasured } from '../../../shared/domain/measured.ts'
import { formatRequired } from '../../../shared/text/numbers.ts'
import { casesNeededText, evidenceText, levelVerdictWord } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { Panel } from '../../components/Panel.tsx'
import styles from './FigureTable.module.css'
import type { PanelProps } from './VerdictView.tsx'

/** How strong the evidence for each level's verdict is, as odds, and how many more cases would decide. */
export function EvidencePanel({ assessment }: PanelProps): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const isReached = isMeasured(assessment.reliability.estimate)
  return (
    <Panel
      title={t('screens.verdict.sure')}
      aside={t('screens.verdict.sureAside', { alpha: formatRequired(language, assessment.alpha) })}
    >
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('screens.verdict.level')}</th>
            <th scope="col" data-figures>
              {t('screens.verdict.needs')}
            </th>
            <th scope="col">{t('screens.verdict.word')}</th>
            <th scope="col" data-figures>
              {t('screens.verdict.evidence')}
            </th>
          </tr>
        </thead>
        <tbody>
          {assessment.levels.map((level) => {
            const { sentence } = evidenceText(translator, level)
            const strongest = Math.max(level.logEvidenceMeets, level.logEvidenceShort)
            return (
              <tr key={level.name} title={sentence}>
                <th scope="row">{level.name}</th>
                <td data-figures>{formatRequired(language, level.required)}</td>
                <td data-tone={level.verdict}>{levelVerdictWord(translator, level.verdict)}</td>
                <td data-figures>
                  {isReached ? <Odds translator={translator} logEvidence={strongest} /> : '–'}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {isReached &&
        assessment.levels
          .filter((level) => level.casesNeeded !== null)
          .map((level) => (
            <p key={level.name} className={styles['note']}>
              {level.name}: {casesNeededText(translator, level.casesNeeded)}
            </p>
          ))}
    </Panel>
  )
}
