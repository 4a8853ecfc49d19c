import type { ReactNode } from 'react'
import type { TaskSummary } from '../../../shared/domain/task.ts'
import { levelVerdictWord } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { cx } from '../../components/cx.ts'
import { Hidden } from '../../components/Hidden.tsx'
import styles from './VerdictMark.module.css'

interface Props {
  readonly verdict: TaskSummary['verdict']
  /** The word beside the mark; otherwise it is there for screen readers alone. */
  readonly withWord?: boolean
}

/** A verdict as a small mark: told by its shape as well as by its colour. */
export function VerdictMark({ verdict, withWord = false }: Props): ReactNode {
  const translator = useTranslator()
  const word =
    verdict === 'no-trials' ? translator.t('screens.sidebar.noTrials') : levelVerdictWord(translator, verdict)
  return (
    <span className={styles['verdict']} title={withWord ? undefined : word}>
      <span className={cx(styles['mark'], styles[verdict])} aria-hidden />
      {withWord ? word : <Hidden>{word}</Hidden>}
    </span>
  )
}
