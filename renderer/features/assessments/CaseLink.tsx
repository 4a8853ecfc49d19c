import type { ReactNode } from 'react'
import type { CaseFilter } from '../../../shared/domain/case-filter.ts'
import { Hidden } from '../../components/Hidden.tsx'
import { addressOf, taskPlace, type TaskPlace } from '../../state/place.ts'
import styles from './CaseLink.module.css'

/** The address of the cases that a number counts, in the same look at the task. */
export function casesAddress(place: TaskPlace, filter: Partial<CaseFilter>): string {
  return addressOf(taskPlace(place.task, 'cases', place, filter))
}

interface Props {
  readonly place: TaskPlace
  readonly filter: Partial<CaseFilter>
  /** What opens, for those who do not see where the words stand. */
  readonly opens?: string
  readonly children: ReactNode
}

/** A number that opens the cases behind it. */
export function CaseLink({ place, filter, opens, children }: Props): ReactNode {
  return (
    <a href={casesAddress(place, filter)} className={styles['link']}>
      {children}
      {opens !== undefined && <Hidden> {opens}</Hidden>}
    </a>
  )
}
