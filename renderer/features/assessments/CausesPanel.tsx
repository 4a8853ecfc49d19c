import type { ReactNode } from 'react'
import { formatCount } from '../../../shared/text/numbers.ts'
import { causeName } from '../../../shared/text/sentences.ts'
import { counted, leverWord } from '../../../shared/text/words.ts'
import { useTranslator } from '../../app/language.ts'
import { Panel } from '../../components/Panel.tsx'
import styles from './FigureTable.module.css'
import type { PanelProps } from './VerdictView.tsx'

function sum(causes: PanelProps['assessment']['causes']): number {
  return causes.reduce((total, each) => total + each.failures, 0)
}

/** Failures by cause, most first; not there as long as nobody labelled one. */
export function CausesPanel({ assessment }: PanelProps): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const labelled = assessment.causes.filter((each) => each.cause !== null)
  if (labelled.length === 0) return null
  return (
    <Panel
      title={t('screens.verdict.causes')}
      aside={counted(translator, 'screens.verdict.causesAside', sum(assessment.causes), {
        labelled: formatCount(language, sum(labelled)),
      })}
    >
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('screens.verdict.cause')}</th>
            <th scope="col" data-figures>
              {t('screens.verdict.failures')}
            </th>
            <th scope="col">{t('screens.verdict.lever')}</th>
          </tr>
        </thead>
        <tbody>
          {labelled.map((each) => (
            <tr key={each.cause}>
              <th scope="row">{causeName(translator, each.cause, each.name)}</th>
              <td data-figures>{formatCount(language, each.failures)}</td>
              <td>{leverWord(translator, each.lever)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
