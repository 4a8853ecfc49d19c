import { lazy, type ReactNode, Suspense } from 'react'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import type { Task } from '../../../shared/domain/task.ts'
import { bottleneckSentence, verdictSentence } from '../../../shared/text/sentences.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Await } from '../../components/Await.tsx'
import { ButtonLink } from '../../components/Button.tsx'
import { Unbroken } from '../../components/Unbroken.tsx'
import { addressOf, tabPlace, type TaskPlace } from '../../state/place.ts'
import { hasTrials } from '../tasks/shown.ts'
import type { TaskViewProps } from '../tasks/task-view.ts'
import { Claim } from './Claim.tsx'
import { FanPanel, GapPanel, ProfilePanel } from './ChartPanels.tsx'
import { EvidencePanel } from './EvidencePanel.tsx'
import { NextPanel } from './NextPanel.tsx'
import { StrategiesPanel } from './StrategiesPanel.tsx'
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
const LowerMain = lazy(async () => ({ default: (await import('./MorePanels.tsx')).LowerMain }))
const LowerSide = lazy(async () => ({ default: (await import('./MorePanels.tsx')).LowerSide }))

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

function Empty({ place }: { readonly place: TaskPlace }): ReactNode {
  const { t } = useTranslator()
  return (
    <div className={styles['empty']}>
      <h2 className={styles['verdict']}>{t('screens.verdict.emptyTitle')}</h2>
      <p>{t('screens.verdict.emptyText')}</p>
      <div className={styles['buttons']}>
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

/** The verdict in words, then the pictures and tables it rests on. */
export function VerdictView({ detail, place, configuration }: TaskViewProps): ReactNode {
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
      {(found) => (
        <>
          <Sentences assessment={found} />
          <Panels assessment={found} task={detail.task} place={place} />
        </>
      )}
    </Await>
  )
}
