import type { ReactNode } from 'react'
import type { ImportSummary } from '../../../shared/domain/import.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { casesText } from '../../../shared/text/sentences.ts'
import { counted } from '../../../shared/text/words.ts'
import { useTranslator } from '../../app/language.ts'
import styles from './ImportScreen.module.css'

/** What was found, and what importing it would do. */
export function SummaryLine({ summary }: { readonly summary: ImportSummary }): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const count = (value: number): string => formatCount(language, value)
  const { added, alreadyThere, outcomes, problemCount, plannedRepeats } = summary
  return (
    <div className={styles['summary']}>
      <p>
        <strong>{counted(translator, 'screens.import.willAdd', added)}</strong>
        {alreadyThere > 0 && `, ${counted(translator, 'screens.import.alreadyThere', alreadyThere)}`}
        {', '}
        <span data-tone={problemCount > 0 ? 'short' : undefined}>
          {problemCount > 0
            ? counted(translator, 'screens.import.problems', problemCount)
            : t('screens.import.noProblems')}
        </span>
        .
      </p>
      <p className={styles['quiet']}>
        {[
          counted(translator, 'screens.import.rows', summary.rows),
          casesText(translator, summary.cases),
          ...(summary.untriedCases > 0
            ? [counted(translator, 'screens.import.untried', summary.untriedCases)]
            : []),
          counted(translator, 'screens.import.configurations', summary.configurations.length),
        ].join(', ')}
        {' · '}
        {t('screens.import.outcomes', {
          pass: count(outcomes.pass),
          fail: count(outcomes.fail),
          error: count(outcomes.error),
          void: count(outcomes.void),
        })}
        {plannedRepeats !== null && ` · ${counted(translator, 'screens.import.repeats', plannedRepeats)}`}
      </p>
      {summary.setsUp && <p>{t('screens.import.setsUp')}</p>}
    </div>
  )
}
