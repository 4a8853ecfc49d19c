import type { ReactNode } from 'react'
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
        const outcome = outcomeLetters[letter] ?? 'open'
        return (
          <span key={letter} className={styles['kind']}>
            <svg className={styles[outcome]} width={11} height={11} aria-hidden>
              <rect x={0.5} y={0.5} width={10} height={10} />
              {(outcome === 'error' || outcome === 'void') && <path d="M3 5.5h5" />}
            </svg>
            {t(`screens.cases.map.${outcome}`)}
          </span>
        )
      })}
    </span>
  )
}
