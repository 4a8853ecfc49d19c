import type { ReactNode } from 'react'
import type { ImportSummary } from '../../../shared/domain/import.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { counted } from '../../../shared/text/words.ts'
import { useTranslator } from '../../app/language.ts'
import { Panel } from '../../components/Panel.tsx'
import styles from './ImportTables.module.css'

/** Every problem with its line and reason, as far as they are kept. */
export function ProblemsTable({ summary }: { readonly summary: ImportSummary }): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const { problems, problemCount } = summary
  const aside =
    problems.length < problemCount
      ? t('screens.import.shownProblems', {
          number: formatCount(language, problems.length),
          total: formatCount(language, problemCount),
        })
      : undefined
  return (
    <Panel title={counted(translator, 'screens.import.problems', problemCount)} aside={aside}>
      <div className={styles['scroll']}>
        <table>
          <thead>
            <tr>
              <th scope="col" data-figures>
                {t('screens.import.line')}
              </th>
              <th scope="col">{t('screens.import.problemColumn')}</th>
              <th scope="col">{t('screens.import.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ line, column, reason }) => (
              <tr key={`${line} ${column} ${reason}`}>
                <td data-figures>{formatCount(language, line)}</td>
                <td>{column}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
