import type { ReactNode } from 'react'
import { type CellOutcome, OutcomeSample } from '../../../shared/charts/index.ts'
import { outcomeLetters } from '../../../shared/domain/case.ts'
import { useTranslator } from '../../app/language.ts'
import styles from './MapPanel.module.css'

const letters = ['P', 'F', 'E', 'V', '.'] as const

/** What the cells of the picture look like, of the kinds that occur in it. */
export function MapKey({ outcomes }: { readonly outcomes: readonly string[] }): ReactNode {
  const { t } = useTranslator()
  const shown = letters.filter((letter) => outcomes.some((each) => each.includes(letter)))
  return (
    <span className={styles['key']}>
      {shown.map((letter) => {
        const outcome: CellOutcome = outcomeLetters[letter] ?? 'open'
        return (
          <span key={letter} className={styles['kind']}>
            <OutcomeSample outcome={outcome} />
            {t(`screens.cases.map.${outcome}`)}
          </span>
        )
      })}
    </span>
  )
}
