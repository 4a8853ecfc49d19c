import type { ReactNode } from 'react'
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
import { ScalingPanel, VerifierPanel } from './AnalysisPanels.tsx'
import { CausesPanel } from './CausesPanel.tsx'
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
  readonly assessment: Assessment
  readonly task: Task
}

function Panels(props: PanelProps): ReactNode {
  return (
    <div className={styles['panels']}>
      <div className={styles['main']}>
        <GapPanel {...props} />
        <div className={styles['pair']}>
          <FanPanel {...props} />
          <ProfilePanel {...props} />
        </div>
        <VerifierPanel {...props} />
        <ScalingPanel {...props} />
      </div>
      <div className={styles['side']}>
        <NextPanel {...props} />
        <EvidencePanel {...props} />
        <StrategiesPanel {...props} />
        <CausesPanel {...props} />
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
      <div className={styles['ways']}>
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
          <Panels assessment={found} task={detail.task} />
          <Claim assessment={found} />
        </>
      )}
    </Await>
  )
}
