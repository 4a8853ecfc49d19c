import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Task } from '../../../shared/domain/task.ts'
import { client } from '../../api/client.ts'
import { failureText } from '../../api/failure-text.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { isApple } from '../../commands/command.ts'
import { Failure, Waiting } from '../../components/Await.tsx'
import { Hidden } from '../../components/Hidden.tsx'
import { setWaiting } from '../../state/logging.ts'
import { notify } from '../../state/notices.ts'
import { createGrader, type Done, type Grader } from './grader.ts'
import { actionFor, type Cell, type GridSize, moveFor, nextCell, within } from './grading.ts'
import { type GridCache, useGridCache, useGridRows } from './grid-rows.ts'
import { GridHead, GridRow } from './GridRow.tsx'
import { LogKeys } from './LogKeys.tsx'
import styles from './LogGrid.module.css'

interface Props {
  readonly task: Task
  /** How many cases the task has: rows of the grid. */
  readonly cases: number
  readonly configuration: string
}

const rowHeight = 29

function useGrader(props: Props, cache: GridCache, onDone: (done: Done) => void): Grader {
  const { t } = useTranslator()
  const loggedBy = useRead('settings.get', {}).data?.loggerName ?? null
  const { task, configuration } = props
  return useMemo(
    () =>
      createGrader({
        call: client.call,
        task: task.name,
        configuration,
        loggedBy,
        causes: task.causes.map((each) => each.key),
        caseAt: (row) => cache.rowAt(row)?.case,
        trialAt: cache.trialAt,
        show: cache.show,
        onWaiting: setWaiting,
        onFailure: (error) => {
          notify('failure', failureText(error instanceof Error ? error : new Error(String(error)), t))
        },
        onDone,
      }),
    [task, configuration, loggedBy, cache, onDone, t],
  )
}

/** What was done last, in words for screen readers. */
function useAnnouncement(cache: GridCache): {
  readonly text: string
  readonly announce: (done: Done) => void
} {
  const { t } = useTranslator()
  const [text, setText] = useState('')
  const announce = useMemo(
    () =>
      ({ what, cell }: Done): void => {
        if (cell === null) return setText(t(`screens.log.done.${what}`))
        const outcome = cache.trialAt(cell)?.outcome
        setText(
          t(`screens.log.done.${what}`, {
            case: cache.rowAt(cell.row)?.case ?? '',
            repeat: cell.repeat,
            outcome: outcome === undefined ? t('screens.log.unlogged') : t(`screens.log.${outcome}`),
          }),
        )
      },
    [cache, t],
  )
  return { text, announce }
}

/**
 * Keys on the grid. A digit or V means the attempt graded last, as long as nobody has moved since: F and then the
 * cause are two presses, though the cell has gone on.
 */
function useGridKeys(
  props: Props,
  size: GridSize,
  cache: GridCache,
  grader: Grader,
  pageRows: () => number,
): {
  readonly active: Cell
  readonly select: (cell: Cell) => void
  readonly press: (event: KeyboardEvent) => void
} {
  const [active, setActive] = useState<Cell>({ row: 0, repeat: 1 })
  const gradedLast = useRef<Cell | null>(null)
  const select = (cell: Cell): void => {
    gradedLast.current = null
    setActive(within(cell, size))
  }
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return
    const moved = event.ctrlKey || event.metaKey ? undefined : moveFor(event.key, active, size, pageRows())
    if (moved !== undefined) {
      event.preventDefault()
      return select(moved)
    }
    const action = actionFor(event, props.task.causes, isApple())
    if (action === undefined || event.repeat) return
    event.preventDefault()
    if (action.kind === 'grade') {
      // The row was jumped to and has not come yet: the key is pressed again when it can be seen.
      if (cache.rowAt(active.row) === undefined) return
      grader.perform(action, active)
      gradedLast.current = active
      const isLogged = (cell: Cell): boolean => cache.trialAt(cell) !== undefined
      setActive(nextCell(active, size, isLogged(active), isLogged))
    } else {
      const isFollowUp = action.kind === 'cause' || action.kind === 'verifier'
      grader.perform(action, isFollowUp ? (gradedLast.current ?? active) : active)
    }
  }
  return { active, select, press }
}

/**
 * The grid of attempts, cases down, repeats across, graded by keys. Keys work from the moment the first rows are
 * on screen: before that nobody can know what they would overwrite.
 */
export function LogGrid(props: Props): ReactNode {
  const rows = useGridRows({ task: props.task.name, configuration: props.configuration }, 0, 0)
  if (rows.error !== null) return <Failure error={rows.error} />
  return rows.rowAt(0) === undefined ? <Waiting /> : <Grid {...props} />
}

function Grid(props: Props): ReactNode {
  const { t } = useTranslator()
  const { task, cases, configuration } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: cases,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const shown = virtual.getVirtualItems()
  const address = { task: task.name, configuration }
  const rows = useGridRows(address, shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0)
  const cache = useGridCache(address)
  const { text, announce } = useAnnouncement(cache)
  const grader = useGrader(props, cache, announce)
  // Without a plan there is always one repeat more to log.
  const repeats = Math.max(task.plannedRepeats ?? rows.mostRepeats + 1, rows.mostRepeats)
  const pageRows = (): number => Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2
  const { active, select, press } = useGridKeys(props, { rows: cases, repeats }, cache, grader, pageRows)
  useEffect(() => virtual.scrollToIndex(active.row), [virtual, active.row])
  if (rows.error !== null) return <Failure error={rows.error} />
  return (
    <>
      <div ref={scroller} className={styles['scroller']}>
        <div
          role="grid"
          tabIndex={0}
          aria-label={t('screens.log.gridLabel')}
          aria-rowcount={cases + 1}
          aria-colcount={repeats + 3}
          aria-activedescendant={`cell-${active.row}-${active.repeat}`}
          className={styles['grid']}
          style={{ '--repeats': repeats }}
          onKeyDown={press}
          onClick={(event) => selectClicked(event, select)}
          ref={focusOnce}
        >
          <GridHead repeats={repeats} />
          <div role="rowgroup" className={styles['rows']} style={{ height: virtual.getTotalSize() }}>
            {shown.map(({ index, start }) => (
              <GridRow
                key={index}
                index={index}
                top={start}
                row={rows.rowAt(index)}
                repeats={repeats}
                active={active.row === index ? active.repeat : null}
                causes={task.causes}
              />
            ))}
          </div>
        </div>
      </div>
      <Hidden>
        <span role="status">{text}</span>
      </Hidden>
      <LogKeys causes={task.causes} />
    </>
  )
}

function selectClicked({ target }: MouseEvent, select: (cell: Cell) => void): void {
  const cell = target instanceof Element ? target.closest('[data-repeat]') : null
  if (!(cell instanceof HTMLElement)) return
  select({ row: Number(cell.dataset['row']), repeat: Number(cell.dataset['repeat']) })
}

/** Keys work at once: nobody should have to click into the grid first. */
function focusOnce(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true })
}
