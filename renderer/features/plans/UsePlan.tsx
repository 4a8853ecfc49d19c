import type { ReactNode } from 'react'
import type { TaskDetail } from '../../../shared/domain/task.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { counted } from '../../../shared/text/words.ts'
import { useWrite } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import { PopoverForm } from '../../components/PopoverForm.tsx'
import { notify } from '../../state/notices.ts'
import styles from './PlanView.module.css'

interface Props {
  readonly detail: TaskDetail
  readonly cases: number
  readonly repeats: number
}

/** Makes so many cases and repeats the plan of the task; with results in sight it first says what that means. */
export function UsePlan({ detail, cases, repeats }: Props): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const { task, trials } = detail
  const values = { cases: formatCount(language, cases), repeats: formatCount(language, repeats) }
  const change = useWrite('task.change', {
    onDone: () => notify('done', t('screens.plan.used', values)),
  })
  const use = (): void =>
    change.mutate({ task: task.name, changes: { plannedCases: cases, plannedRepeats: repeats } })
  if (task.plannedCases === cases && task.plannedRepeats === repeats) {
    return <span className={styles['quiet']}>{t('screens.plan.isPlan')}</span>
  }
  const label = t('screens.plan.useThis', values)
  if (trials === 0) {
    return (
      <Button look="link" aria-label={label} isPending={change.isPending} onPress={use}>
        {t('screens.plan.use')}
      </Button>
    )
  }
  return (
    <PopoverForm label={t('screens.plan.use')} ariaLabel={label} look="link">
      {(close) => (
        <div className={styles['confirm']}>
          <p>
            <strong>{counted(translator, 'screens.plan.afterTrials', trials)}</strong>{' '}
            {t('screens.plan.afterTrialsText')}
          </p>
          <div className={styles['ways']}>
            <Button
              look="primary"
              isPending={change.isPending}
              onPress={() => {
                use()
                close()
              }}
            >
              {t('screens.plan.change', values)}
            </Button>
            <Button onPress={close}>{t('screens.app.cancel')}</Button>
          </div>
        </div>
      )}
    </PopoverForm>
  )
}
