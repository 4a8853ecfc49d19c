import type { ReactNode } from 'react'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import type { Job } from '../api/use-job.ts'
import { useTranslator } from '../app/language.ts'
import { Failure } from './Await.tsx'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import styles from './JobAwait.module.css'

interface BarProps {
  readonly label: string
  /** In [0, 1]; null while nothing tells how far it is. */
  readonly progress: number | null
  /** What is done at the moment, where the work goes in steps; a screen reader hears of each. */
  readonly step?: string | undefined
  readonly onCancel: () => void
}

/** How far long work is, and a way to give it up; appears once the work has taken 300 ms. */
export function Progress({ label, progress, step, onCancel }: BarProps): ReactNode {
  const { t, language } = useTranslator()
  const percent = Math.round((progress ?? 0) * 100)
  return (
    <div className={styles['progress']}>
      {step === undefined ? (
        <span className={styles['label']} aria-hidden>
          {label}
        </span>
      ) : (
        <span className={styles['label']} role="status">
          {step}
        </span>
      )}
      <ProgressBar
        className={cx(styles['bar'])}
        aria-label={label}
        isIndeterminate={progress === null}
        value={percent}
        valueLabel={new Intl.NumberFormat(language, { style: 'percent' }).format(percent / 100)}
      >
        {({ valueText, isIndeterminate }) => (
          <>
            {isIndeterminate ? (
              <span className={styles['moving']} aria-hidden />
            ) : (
              <progress className={styles['track']} value={percent} max={100} aria-hidden tabIndex={-1} />
            )}
            <span className={styles['value']}>{valueText}</span>
          </>
        )}
      </ProgressBar>
      <Button look="quiet" onPress={onCancel}>
        {t('screens.app.cancel')}
      </Button>
    </div>
  )
}

interface Props<T> {
  readonly job: Job<T>
  /** What is under way: "Computing the plan". */
  readonly label: string
  readonly children: (data: T) => ReactNode
}

/** Shows what a job answered; while it runs how far it is, with the former answer greyed below. */
export function JobAwait<T>({ job, label, children }: Props<T>): ReactNode {
  const { t } = useTranslator()
  const { query, isRunning, isCancelled } = job
  return (
    <>
      {isRunning && <Progress label={label} progress={job.progress} onCancel={job.cancel} />}
      {isCancelled && (
        <div className={styles['progress']} role="status">
          <span className={styles['label']}>{t('screens.app.cancelled')}</span>
          <Button onPress={job.restart}>{t('screens.app.compute')}</Button>
        </div>
      )}
      {query.isError && !isRunning && <Failure error={query.error} onRetry={job.restart} />}
      {query.data !== undefined && !query.isError && (
        <div className={cx(query.isPlaceholderData && styles['former'])} aria-busy={isRunning}>
          {children(query.data)}
        </div>
      )}
    </>
  )
}
