import type { ReactNode } from 'react'
import { outcomeLetters } from '../../../shared/domain/case.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { useTranslator } from '../../app/language.ts'
import { Hidden } from '../../components/Hidden.tsx'
import styles from './Strip.module.css'

const height = 13

function path(outcomes: string, letter: string, cell: number, inset: number): string {
  const hairline = cell >= 5 ? 2 : 0
  const [width, tall] = [cell - hairline - 2 * inset, height - 2 * inset]
  return Array.from(outcomes, (each, index) =>
    each === letter ? `M${index * cell + inset} ${inset}h${width}v${tall}h${-width}z` : '',
  ).join('')
}

function bars(outcomes: string, letter: string, cell: number): string {
  const length = Math.max(1, Math.min(6, cell - 5))
  return Array.from(outcomes, (each, index) =>
    each === letter ? `M${index * cell + (cell - 2 - length) / 2} ${height / 2}h${length}` : '',
  ).join('')
}

/** "2 pass, 1 error, 1 not logged". */
function useWords(outcomes: string): string {
  const { t, language } = useTranslator()
  return ['P', 'F', 'E', '.']
    .flatMap((letter) => {
      const times = outcomes.split(letter).length - 1
      const outcome = outcomeLetters[letter] ?? 'open'
      return times === 0 ? [] : [`${formatCount(language, times)} ${t(`screens.cases.map.${outcome}`)}`]
    })
    .join(', ')
}

/**
 * The attempts of one case side by side, as in the picture of all cases.
 * @param cell width of one attempt
 */
export function Strip({ outcomes, cell }: { readonly outcomes: string; readonly cell: number }): ReactNode {
  const words = useWords(outcomes)
  return (
    <>
      <svg className={styles['strip']} width={outcomes.length * cell} height={height} aria-hidden>
        <path className={styles['fail']} d={path(outcomes, 'F', cell, 0)} />
        <path className={styles['pass']} d={path(outcomes, 'P', cell, 0)} />
        <path className={styles['error']} d={path(outcomes, 'E', cell, 0)} />
        <path className={styles['bar']} d={bars(outcomes, 'E', cell)} />
        <path className={styles['open']} d={path(outcomes, '.', cell, 0.5)} />
      </svg>
      <Hidden>{words}</Hidden>
    </>
  )
}
