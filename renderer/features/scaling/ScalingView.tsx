import type { ReactNode } from 'react'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import type { Task } from '../../../shared/domain/task.ts'
import { scalingSentence } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { Unbroken } from '../../components/Unbroken.tsx'
import type { TaskPlace } from '../../state/place.ts'
import { Claim } from '../assessments/Claim.tsx'
import type { TaskViewProps } from '../tasks/task-view.ts'
import { AttemptsPanel } from './AttemptsPanel.tsx'
import { ComputePanel } from './ComputePanel.tsx'
import { DeliveryPanel } from './DeliveryPanel.tsx'
import { WithAssessment } from '../assessments/WithAssessment.tsx'
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

/** Whether more compute helps, and whether it is enough: in words, then against attempts, price and compute. */
export function ScalingView(view: TaskViewProps): ReactNode {
  const { detail, place } = view
  return (
    <WithAssessment {...view} emptyTitle="screens.scaling.emptyTitle" emptyText="screens.scaling.emptyText">
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
    </WithAssessment>
  )
}
