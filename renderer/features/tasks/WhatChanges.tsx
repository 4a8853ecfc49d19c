import { type ReactNode, useState } from 'react'
import { planDifference } from '../../../shared/domain/plan-change.ts'
import type { Task, TaskDetail } from '../../../shared/domain/task.ts'
import { planChangeTexts } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { Panel } from '../../components/Panel.tsx'
import styles from './WhatChanges.module.css'

interface Props {
  readonly detail: TaskDetail
  /** The task as it would be; null while the form cannot be saved. */
  readonly next: Task | null
}

function Words({ detail, next }: Props): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const { task, trials } = detail
  const [changedAt] = useState(() => new Date().toISOString())
  if (next === null) return <p>{t('screens.setup.unsound')}</p>
  if (JSON.stringify(next) === JSON.stringify(task)) return <p>{t('screens.setup.nothing')}</p>
  if (trials === 0) return <p>{t('screens.setup.free')}</p>
  const difference = planDifference(task, next)
  if (difference === null) return <p>{t('screens.setup.notPlan')}</p>
  const texts = planChangeTexts(translator, [{ changedAt, trials, ...difference }])
  const repeats = difference.after.plannedRepeats !== undefined
  return (
    <>
      <p>{t('screens.setup.recorded')}</p>
      {texts.map((text) => (
        <blockquote key={text} className={styles['quote']}>
          {text}
        </blockquote>
      ))}
      {repeats && <p>{t('screens.setup.repeatsChange')}</p>}
    </>
  )
}

/** What saving would do to what is claimed, before it is done. */
export function WhatChanges(props: Props): ReactNode {
  const { t } = useTranslator()
  return (
    <Panel title={t('screens.setup.effect')}>
      <div aria-live="polite">
        <Words {...props} />
      </div>
    </Panel>
  )
}
