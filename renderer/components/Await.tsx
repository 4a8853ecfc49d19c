import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslator } from '../app/language.ts'
import { failureText } from '../api/failure-text.ts'
import { Button } from './Button.tsx'
import styles from './Await.module.css'

interface Props<T> {
  readonly query: UseQueryResult<T>
  readonly children: (data: T) => ReactNode
}

/** Shows what a query answered; until then that it is under way, or why it failed. */
export function Await<T>({ query, children }: Props<T>) {
  if (query.data !== undefined && !query.isError) return children(query.data)
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  return <Waiting />
}

/** Appears only when something takes long enough to wonder about (300 ms). */
export function Waiting() {
  const { t } = useTranslator()
  return (
    <p className={styles['waiting']} role="status">
      {t('screens.app.reading')}
    </p>
  )
}

interface FailureProps {
  readonly error: Error
  readonly onRetry?: () => void
}

export function Failure({ error, onRetry }: FailureProps) {
  const { t } = useTranslator()
  return (
    <div className={styles['failure']} role="alert">
      <p>{failureText(error, t)}</p>
      {onRetry !== undefined && <Button onPress={onRetry}>{t('screens.failure.retry')}</Button>}
    </div>
  )
}
