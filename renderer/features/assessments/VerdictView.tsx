import { type ReactNode, Suspense } from 'react'
import { later } from '../../app/later.ts'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import type { Task } from '../../../shared/domain/task.ts'
import { bottleneckSentence, verdictSentence } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { Unbroken } from '../../components/Unbroken.tsx'
import type { TaskPlace } from '../../state/place.ts'
import type { TaskViewProps } from '../tasks/task-view.ts'
import { Claim } from './Claim.tsx'
import { FanPanel, GapPanel, ProfilePanel } from './ChartPanels.tsx'
import { EvidencePanel } from './EvidencePanel.tsx'
import { NextPanel } from './NextPanel.tsx'
import { StrategiesPanel } from './StrategiesPanel.tsx'
import { WithAssessment } from './WithAssessment.tsx'
import styles from './VerdictView.module.css'

function Sentences({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const translator = useTranslator()
  const { parts } = verdictSentence(translator, assessment, assessment.bottleneck.level)
  const { lead, rest } = bottleneckSentence(translator, assessment)
  return (
    <div className={styles['sentences']}>
      <h2 className={styles['verdict']}>
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
      <p className={styles['bottleneck']}>
        <strong>{lead}</strong> <Unbroken text={rest} />
      </p>
    </div>
  )
}

/** What every panel of the verdict shows its part of. */
export interface PanelProps {
  /** Where one is: the cases a number counts are shown in the same look. */
  readonly place: TaskPlace
  readonly assessment: Assessment
  readonly task: Task
}

/** Below the first screen, and not needed for it: loaded apart. */
const LowerMain = later(async () => (await import('./MorePanels.tsx')).LowerMain)
const LowerSide = later(async () => (await import('./MorePanels.tsx')).LowerSide)

function Panels(props: PanelProps): ReactNode {
  return (
    <div className={styles['panels']}>
      <div className={styles['main']}>
        <div className={styles['gap']}>
          <GapPanel {...props} />
        </div>
        <div className={styles['attempts']}>
          <FanPanel {...props} />
          <ProfilePanel {...props} />
        </div>
        <div className={styles['claim']}>
          <Claim {...props} />
        </div>
        <div className={styles['lower']}>
          <Suspense fallback={null}>
            <LowerMain {...props} />
          </Suspense>
        </div>
      </div>
      <div className={styles['side']}>
        <div className={styles['decides']}>
          <NextPanel {...props} />
          <EvidencePanel {...props} />
        </div>
        <div className={styles['ways']}>
          <StrategiesPanel {...props} />
          <Suspense fallback={null}>
            <LowerSide {...props} />
          </Suspense>
        </div>
      </div>
    </div>
  )
}

/** The verdict in words, then the pictures and tables it rests on. */
export function VerdictView(props: TaskViewProps): ReactNode {
  const { detail, place } = props
  return (
    <WithAssessment {...props} emptyTitle="screens.verdict.emptyTitle" emptyText="screens.verdict.emptyText">
      {(found) => (
        <>
          <Sentences assessment={found} />
          <Panels assessment={found} task={detail.task} place={place} />
        </>
      )}
    </WithAssessment>
  )
}
