import type { ReactNode } from 'react'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import type { Task } from '../../../shared/domain/task.ts'
import { scalingSentence } from '../../../shared/text/sentences.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Await } from '../../components/Await.tsx'
import { ButtonLink } from '../../components/Button.tsx'
import { Unbroken } from '../../components/Unbroken.tsx'
import { addressOf, tabPlace, type TaskPlace } from '../../state/place.ts'
import { Claim } from '../assessments/Claim.tsx'
import { hasTrials } from '../tasks/shown.ts'
import type { TaskViewProps } from '../tasks/task-view.ts'
import { AttemptsPanel } from './AttemptsPanel.tsx'
import { ComputePanel } from './ComputePanel.tsx'
import { DeliveryPanel } from './DeliveryPanel.tsx'
import styles from './ScalingView.module.css'

/** What every panel of the screen shows its part of. */
export interface ScalingPanelProps {
  readonly assessment: Assessment
  readonly task: Task
  readonly place: TaskPlace
}

function Sentences({ assessment }: Pick<ScalingPanelProps, 'assessment'>): ReactNode {
  const { parts, rest } = scalingSentence(useTranslator(), assessment)
  return (
    <div className={styles['sentences']}>
      <h2 className={styles['answer']}>
        {parts.map(({ text, tone }) =>
          tone === undefined ? (
            <Unbroken key={text} text={text} />
          ) : (
            <span key={text} data-tone={tone}>
              {text}
            </span>
          ),
        )}
      </h2>
      {rest !== '' && (
        <p className={styles['rest']}>
          <Unbroken text={rest} />
        </p>
      )}
    </div>
  )
}

function Empty({ place }: Pick<ScalingPanelProps, 'place'>): ReactNode {
  const { t } = useTranslator()
  return (
    <div className={styles['empty']}>
      <h2 className={styles['answer']}>{t('screens.scaling.emptyTitle')}</h2>
      <p>{t('screens.scaling.emptyText')}</p>
      <div className={styles['links']}>
        <ButtonLink look="primary" href={addressOf(tabPlace(place, 'log'))}>
          {t('screens.task.logTrials')}
        </ButtonLink>
        <ButtonLink href={addressOf({ screen: 'import', task: place.task })}>
          {t('screens.command.import')}
        </ButtonLink>
      </div>
    </div>
  )
}

/** Whether more compute helps, and whether it is enough: in words, then against attempts, price and compute. */
export function ScalingView({ detail, place, configuration }: TaskViewProps): ReactNode {
  const { language } = useTranslator()
  const known = hasTrials(detail, configuration)
  const assessment = useRead(
    'assessment.get',
    {
      task: place.task,
      language,
      ...(configuration === null ? {} : { configuration }),
      ...(place.level === null ? {} : { level: place.level }),
      ...(place.scope === null ? {} : { scope: place.scope }),
    },
    { enabled: known, keepPrevious: true },
  )
  if (!known) return <Empty place={place} />
  return (
    <Await query={assessment}>
      {(found) => {
        const props = { assessment: found, task: detail.task, place }
        return (
          <>
            <Sentences assessment={found} />
            <div className={styles['panels']}>
              <div className={styles['wide']}>
                <AttemptsPanel {...props} />
              </div>
              <DeliveryPanel {...props} />
              <ComputePanel {...props} />
            </div>
            <div className={styles['claim']}>
              <Claim {...props} />
            </div>
          </>
        )
      }}
    </Await>
  )
}
