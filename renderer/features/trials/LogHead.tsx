import { type ReactNode, useEffect, useState } from 'react'
import { formatCount, formatLatency } from '../../../shared/text/numbers.ts'
import { counted } from '../../../shared/text/words.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import { cx } from '../../components/cx.ts'
import { Keys } from '../../components/Keys.tsx'
import { PopoverForm } from '../../components/PopoverForm.tsx'
import { useBlind } from '../../state/blind.ts'
import type { TaskViewProps } from '../tasks/task-view.ts'
import { CasesForm } from './CasesForm.tsx'
import { ConfigurationForm } from './ConfigurationForm.tsx'
import { commandKeys } from './grading.ts'
import styles from './LogHead.module.css'
import { openPanel, setTiming, useLogState } from './log-state.ts'
import { useLoggerName } from './logger.ts'
import { elapsedMs, type Lap } from './stopwatch.ts'

/** Id of the button that begins and ends blind mode: its form stands beside it. */
export const blindButton = 'log-blind'

/** The beginning of today, where the person is; another one each day. */
function useToday(): string {
  const [today, setToday] = useState(() => new Date().setHours(0, 0, 0, 0))
  useEffect(() => {
    const timer = setInterval(() => setToday(new Date().setHours(0, 0, 0, 0)), 60_000)
    return () => clearInterval(timer)
  }, [])
  return new Date(today).toISOString()
}

/** How far the plan has come for the configuration on screen, and how much of it is the work of today. */
function Progress({ detail, configuration }: TaskViewProps): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const loggedBy = useLoggerName()
  const since = useToday()
  const task = detail.task.name
  const input = { task, configuration: configuration ?? '', since, loggedBy }
  const { toGo = null, logged = 0 } = useRead('trial.progress', input, { keepPrevious: true }).data ?? {}
  const summary = detail.configurations.find((each) => each.name === configuration)
  return (
    <>
      <strong>
        {t('screens.log.progress', {
          complete: formatCount(language, summary?.completeCases ?? 0),
          cases: formatCount(language, detail.cases),
        })}
      </strong>
      {logged > 0 && (
        <span>
          {counted(translator, loggedBy === null ? 'screens.log.today' : 'screens.log.yours', logged)}
        </span>
      )}
      {toGo !== null && (
        <span>{toGo === 0 ? t('screens.log.allDone') : counted(translator, 'screens.log.toGo', toGo)}</span>
      )}
    </>
  )
}

/** Minutes and seconds, as a stopwatch shows them. */
function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Shown anew each second, so that it disturbs nobody, and never announced by itself. */
function RunningTime({ lap }: { readonly lap: Lap }): ReactNode {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return <span className={styles['time']}>{clockText(Math.max(0, elapsedMs(lap, now)))}</span>
}

/** What became of the time of the attempt graded last. */
function LastTime(): ReactNode {
  const { t, language } = useTranslator()
  const last = useLogState((state) => state.last)
  if (last === null) return <span>{t('screens.log.watch.measures')}</span>
  const time = formatLatency(language, last.latencyMs)
  if (last.isStored) return <span>{t('screens.log.watch.stored', { time })}</span>
  if (last.hiddenMs === 0) return <span>{t('screens.log.watch.notStored', { time })}</span>
  return (
    <span className={styles['warning']} role="status">
      {t('screens.log.watch.hidden', { time, hidden: formatLatency(language, last.hiddenMs) })}
    </span>
  )
}

function Stopwatch(): ReactNode {
  const { t } = useTranslator()
  const { isTiming, lap } = useLogState()
  return (
    <span className={styles['mode']}>
      <Button look="quiet" aria-pressed={isTiming} onPress={() => setTiming(!isTiming)}>
        {t(isTiming ? 'screens.log.watch.on' : 'screens.log.watch.off')}
        <Keys shortcut={commandKeys.stopwatch[0]} />
      </Button>
      {lap !== null && (
        <span role="timer">
          <RunningTime key={`${lap.cell.row}/${lap.cell.repeat}/${lap.since}`} lap={lap} />
          {lap.since === null && <> {t('screens.log.watch.paused')}</>}
          {lap.isLeftOut && <> {t('screens.log.watch.leftOut')}</>}
        </span>
      )}
      {isTiming && <LastTime />}
    </span>
  )
}

function BlindMode({ isBlind }: { readonly isBlind: boolean }): ReactNode {
  const { t } = useTranslator()
  return (
    <span className={styles['mode']}>
      <Button
        look="quiet"
        id={blindButton}
        aria-pressed={isBlind}
        onPress={() => openPanel({ kind: 'blind' })}
      >
        {t(isBlind ? 'screens.log.blind.on' : 'screens.log.blind.off')}
        <Keys shortcut={commandKeys.blind[0]} />
      </Button>
      {isBlind && <span>{t('screens.log.blind.hidden')}</span>}
    </span>
  )
}

interface Props extends TaskViewProps {
  readonly onChoose: (configuration: string) => void
  /** @param first the first of the cases that were added */
  readonly onAdded: (first: string) => void
}

interface ActionsProps {
  readonly task: string
  readonly isBlind: boolean
  readonly onChoose: (configuration: string) => void
  /** @param first the first of the cases that were added */
  readonly onAdded: (first: string) => void
}

/** What logging may still need. While it is blind, no configuration is named. */
function Actions({ task, isBlind, onChoose, onAdded }: ActionsProps): ReactNode {
  const { t } = useTranslator()
  return (
    <div className={styles['actions']}>
      {!isBlind && (
        <PopoverForm look="quiet" label={t('screens.log.newConfiguration')}>
          {(close) => (
            <ConfigurationForm
              onChoose={(name) => {
                onChoose(name)
                close()
              }}
            />
          )}
        </PopoverForm>
      )}
      <PopoverForm look="quiet" label={t('screens.log.addCases')}>
        {(close) => (
          <CasesForm
            task={task}
            onAdded={(first) => {
              close()
              onAdded(first)
            }}
          />
        )}
      </PopoverForm>
    </div>
  )
}

/** How far logging has come, how it is done, and what it may still need. */
export function LogHead({ onChoose, onAdded, ...props }: Props): ReactNode {
  const task = props.detail.task.name
  const isBlind = useBlind(task) !== null
  const isTiming = useLogState((state) => state.isTiming)
  return (
    <div className={styles['head']}>
      <p className={styles['progress']}>
        <Progress {...props} />
      </p>
      <div className={cx(styles['modes'], (isBlind || isTiming) && styles['telling'])}>
        <Stopwatch />
        <BlindMode isBlind={isBlind} />
      </div>
      <Actions task={task} isBlind={isBlind} onChoose={onChoose} onAdded={onAdded} />
    </div>
  )
}
