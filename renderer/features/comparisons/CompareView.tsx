import type { ReactNode } from 'react'
import { byReliability } from '../../../shared/assessment/index.ts'
import type { Comparison } from '../../../shared/domain/comparison.ts'
import type { Task, TaskDetail } from '../../../shared/domain/task.ts'
import { comparisonHeadline, leaderSentence } from '../../../shared/text/sentences.ts'
import { counted } from '../../../shared/text/words.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Await } from '../../components/Await.tsx'
import { ButtonLink } from '../../components/Button.tsx'
import { Unbroken } from '../../components/Unbroken.tsx'
import { addressOf, tabPlace, type TaskPlace } from '../../state/place.ts'
import type { TaskViewProps } from '../tasks/task-view.ts'
import { ForestPanel, FrontierPanel } from './ComparePanels.tsx'
import { ConfigurationsPanel } from './ConfigurationsPanel.tsx'
import { PairPanel } from './PairPanel.tsx'
import styles from './CompareView.module.css'

/** What every panel of the comparison shows its part of. */
export interface ComparePanelProps {
  readonly comparison: Comparison
  readonly task: Task
  /** The level the first line is about. */
  readonly level: { readonly name: string; readonly required: number }
  readonly place: TaskPlace
}

function Sentences({ comparison, level }: ComparePanelProps): ReactNode {
  const translator = useTranslator()
  const headline = comparisonHeadline(translator, comparison, level)
  const leader = leaderSentence(translator, comparison)
  return (
    <div className={styles['sentences']}>
      <h2 className={styles['headline']}>
        {headline?.parts.map(({ text, tone }) =>
          tone === undefined ? (
            <Unbroken key={text} text={text} />
          ) : (
            <span key={text} data-tone={tone}>
              {text}
            </span>
          ),
        )}
      </h2>
      {leader !== null && (
        <p className={styles['leader']}>
          <strong>
            <Unbroken text={leader.lead} />
          </strong>{' '}
          <Unbroken text={leader.rest} />
        </p>
      )}
    </div>
  )
}

interface MissingProps {
  readonly title: string
  readonly text: string
  readonly log: string
  readonly place: TaskPlace
}

/** What is missing for a comparison, and the ways to get it. */
function Missing({ title, text, log, place }: MissingProps): ReactNode {
  const { t } = useTranslator()
  return (
    <div className={styles['missing']}>
      <h2 className={styles['headline']}>{title}</h2>
      <p>{text}</p>
      <div className={styles['ways']}>
        <ButtonLink look="primary" href={addressOf(tabPlace(place, 'log'))}>
          {log}
        </ButtonLink>
        <ButtonLink href={addressOf({ screen: 'import', task: place.task })}>
          {t('screens.command.import')}
        </ButtonLink>
      </div>
    </div>
  )
}

function Nothing({ place }: { readonly place: TaskPlace }): ReactNode {
  const { t } = useTranslator()
  return (
    <Missing
      title={t('screens.compare.emptyTitle')}
      text={t('screens.compare.emptyText')}
      log={t('screens.task.logTrials')}
      place={place}
    />
  )
}

/** With fewer than two configurations to hold against each other. */
function TooFew({ comparison, task, place }: ComparePanelProps): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const [measured] = byReliability(comparison.configurations)
  const [only, ...others] = comparison.configurations
  if (only !== undefined && others.length === 0) {
    return (
      <Missing
        title={t('screens.compare.singleTitle', {
          name: t('screens.compare.named', { name: only.configuration }),
        })}
        text={t('screens.compare.singleText')}
        log={t('screens.compare.logAnother')}
        place={place}
      />
    )
  }
  return (
    <Missing
      title={
        measured === undefined
          ? t('screens.compare.noCompleteTitle')
          : t('screens.compare.unfinishedTitle', {
              name: t('screens.compare.named', { name: measured.configuration }),
            })
      }
      text={counted(translator, 'screens.compare.unfinishedText', task.plannedRepeats ?? 1)}
      log={t('screens.compare.goOnLogging')}
      place={place}
    />
  )
}

function Panels(props: ComparePanelProps): ReactNode {
  return (
    <div className={styles['panels']}>
      <div className={styles['charts']}>
        <ForestPanel {...props} />
        <FrontierPanel {...props} />
      </div>
      <ConfigurationsPanel {...props} />
      <PairPanel {...props} />
    </div>
  )
}

function levelOf({ levels, target }: Task, name: string | null): ComparePanelProps['level'] {
  return (
    levels.find((each) => each.name === name) ??
    levels.find((each) => each.name === target) ?? { name: target, required: 0.5 }
  )
}

function hasTrials(detail: TaskDetail): boolean {
  return detail.trials > 0
}

/** Which configuration to take and whether that is sure; then all of them side by side, and any two case by case. */
export function CompareView({ detail, place }: TaskViewProps): ReactNode {
  const isLogged = hasTrials(detail)
  const comparison = useRead(
    'comparison.get',
    { task: place.task },
    { enabled: isLogged, keepPrevious: true },
  )
  if (!isLogged) return <Nothing place={place} />
  return (
    <Await query={comparison}>
      {(found) => {
        const props = {
          comparison: found,
          task: detail.task,
          level: levelOf(detail.task, place.level),
          place,
        }
        if (byReliability(found.configurations).length < 2) return <TooFew {...props} />
        return (
          <>
            <Sentences {...props} />
            <Panels {...props} />
          </>
        )
      }}
    </Await>
  )
}
