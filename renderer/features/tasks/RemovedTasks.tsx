import type { ReactNode } from 'react'
import { formatDate } from '../../../shared/text/numbers.ts'
import { trialsText } from '../../../shared/text/sentences.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import { useRestoreTask } from './use-task-writes.ts'
import styles from './RemovedTasks.module.css'

/** Tasks that were put out of sight, each with a way to bring it back; nothing where there are none. */
export function RemovedTasks(): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const removed = useRead('task.listRemoved', {})
  const restore = useRestoreTask()
  if (removed.data === undefined || removed.data.length === 0) return null
  return (
    <section className={styles['removed']} aria-labelledby="removed-tasks">
      <h2 id="removed-tasks">{t('screens.setup.removedTasks')}</h2>
      <ul>
        {removed.data.map(({ name, removedAt, trials }) => (
          <li key={name} className={styles['task']}>
            <span className={styles['name']} title={name}>
              {name}
            </span>
            <span className={styles['facts']}>
              {trialsText(translator, trials)} ·{' '}
              {t('screens.setup.removedAt', { date: formatDate(language, removedAt) })}
            </span>
            <Button
              isPending={restore.isPending}
              onPress={() => restore.mutate({ task: name })}
              aria-label={t('screens.setup.restoreTask', { task: name })}
            >
              {t('screens.setup.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
