import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import {
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { Task, TaskDetail } from '../../../shared/domain/task.ts'
import { useTranslator } from '../../app/language.ts'
import { Failure, Waiting } from '../../components/Await.tsx'
import { cx } from '../../components/cx.ts'
import { Hidden } from '../../components/Hidden.tsx'
import { useBlind } from '../../state/blind.ts'
import { useKeptNotes } from '../../state/kept-notes.ts'
import type { Coming } from './grader.ts'
import { attemptsWanted, type Cell, firstOpenCell, within } from './grading.ts'
import { type GridRows, useFirstOpen, useGridCache, useGridRows, useRowOf } from './grid-rows.ts'
import { GridHead, GridRow } from './GridRow.tsx'
import { useComing } from './kept-graders.ts'
import { useLoggerName } from './logger.ts'
import { LogKeys } from './LogKeys.tsx'
import { cellId, LogPanels } from './LogPanels.tsx'
import { type Cursor, useCursor } from './use-cursor.ts'
import { useGridKeys } from './use-grid-keys.ts'
import styles from './LogGrid.module.css'

interface Props {
  readonly detail: TaskDetail
  readonly configuration: string
  /** The case to begin at; null: where logging goes on. */
  readonly startCase: string | null
}

/** Of the head, which stays at the top, and of every row: `--row` in tokens.css. */
const rowHeight = 29

/** Without a plan there is always one repeat more to log; a void attempt is made up for by one more. */
function repeatsOf({ plannedRepeats }: Task, { mostRepeats, mostVoids }: GridRows): number {
  return Math.max(plannedRepeats === null ? mostRepeats + 1 : plannedRepeats + mostVoids, mostRepeats)
}

/**
 * The grid of attempts, cases down, repeats across, graded by keys. Keys work from the moment the first rows are
 * on screen: before that nobody can know what they would overwrite.
 */
export function LogGrid(props: Props): ReactNode {
  const { detail, configuration } = props
  const { task, cases } = detail
  const address = { task: task.name, configuration }
  const [hasBegun, setHasBegun] = useState(false)
  const open = useFirstOpen(address)
  const asked = useRowOf(address, props.startCase)
  const first = asked.data ?? open.data?.row ?? 0
  const rows = useGridRows(address, [first])
  const error = open.error ?? asked.error ?? rows.error
  if (error !== null) return <Failure error={error} />
  const isFound = open.data !== undefined && asked.data !== undefined
  // Where to begin is looked for in what is stored now, which may be a case the task is not yet read again with. Once
  // begun, the grid stays while it is read anew, and also when the case it began at goes with an import.
  const canBegin = hasBegun || (isFound && rows.rowAt(first) !== undefined && rows.isCurrent && first < cases)
  if (canBegin && !hasBegun) setHasBegun(true)
  if (!canBegin) return <Waiting />
  let known = first
  while (known < cases && rows.rowAt(known) !== undefined) known += 1
  const isClosed = ({ row, repeat }: Cell): boolean => {
    const trials = rows.rowAt(row)?.trials ?? []
    const wanted = attemptsWanted(task.plannedRepeats, trials)
    return (wanted !== null && repeat > wanted) || trials.some((trial) => trial.repeat === repeat)
  }
  const repeats = repeatsOf(task, rows)
  const next = firstOpenCell(first, asked.data === null ? known : first + 1, repeats, isClosed)
  // A case that was asked for is shown also when there is nothing left to grade in it.
  const start = asked.data === null || next.row === first ? next : { row: first, repeat: 1 }
  return <Grid {...props} start={start} />
}

type Scroller = RefObject<HTMLDivElement | null>

/** The rows to draw: those in view, and wherever that is the row of the cursor, which the grid points at. */
function useRows(cases: number, cursorRow: number, scroller: Scroller): Virtualizer<HTMLDivElement, Element> {
  return useVirtualizer({
    count: cases,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // Rows begin under the head.
    scrollMargin: rowHeight,
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range)
      return inView.includes(cursorRow) ? inView : [...inView, cursorRow].toSorted((a, b) => a - b)
    },
  })
}

function bringIntoView(cell: Cell, scroller: Scroller): void {
  // Clear of what stays at the edges: the style says how far that is.
  document.getElementById(cellId(cell))?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  // The first attempt is seen together with the input of its case.
  if (cell.repeat === 1) scroller.current?.scrollTo({ left: 0 })
}

/** Every move of the cursor shows its cell, and so does every loss of room; the first time, once rows are drawn. */
function useCursorInView({ cell }: Cursor, scroller: Scroller, isDrawn: boolean): void {
  useLayoutEffect(() => {
    if (isDrawn) bringIntoView(cell, scroller)
  }, [cell, scroller, isDrawn])
  const last = useRef(cell)
  useEffect(() => {
    last.current = cell
  }, [cell])
  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    let height = element.clientHeight
    const observer = new ResizeObserver(() => {
      if (element.clientHeight < height) bringIntoView(last.current, scroller)
      height = element.clientHeight
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
}

const nobody: readonly Coming[] = []
const none: readonly number[] = []

/** Of the rows on screen: what is on its way to the disk, and which notes wait for a grade. */
function useUnderWay(address: { readonly task: string; readonly configuration: string }) {
  const coming = Map.groupBy(useComing(address), ({ cell }) => cell.row)
  const isKept = useKeptNotes()
  return {
    comingIn: (row: number) => coming.get(row) ?? nobody,
    notesIn: (label: string | undefined, repeats: number): readonly number[] => {
      if (label === undefined || isKept === null) return none
      const kept = Array.from({ length: repeats }, (_, index) => index + 1).filter((repeat) =>
        isKept({ ...address, case: label, repeat }),
      )
      return kept.length === 0 ? none : kept
    },
  }
}

function Grid(props: Props & { readonly start: Cell }): ReactNode {
  const { t } = useTranslator()
  const { detail, configuration } = props
  const { task, cases } = detail
  const address = { task: task.name, configuration }
  const scroller = useRef<HTMLDivElement>(null)
  const cursor = useCursor(props.start)
  // Cases may have gone since, with an import that was undone; keys mean what is seen.
  const virtual = useRows(cases, Math.min(cursor.cell.row, cases - 1), scroller)
  const shown = virtual.getVirtualItems()
  const rows = useGridRows(
    address,
    shown.map(({ index }) => index),
  )
  const cache = useGridCache(address)
  const repeats = repeatsOf(task, rows)
  const size = { rows: cases, repeats }
  const pageRows = (): number => Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2
  const keys = useGridKeys({ task, configuration, cache, cursor, size, pageRows })
  const loggerName = useLoggerName()
  const showsPasses = useBlind(task.name) === null
  const { comingIn, notesIn } = useUnderWay(address)
  useCursorInView(cursor, scroller, shown.length > 0)
  const active = within(cursor.cell, size)
  if (rows.error !== null) return <Failure error={rows.error} />
  return (
    <>
      <div ref={scroller} className={styles['scroller']}>
        <div
          role="grid"
          tabIndex={0}
          aria-label={t('screens.log.gridLabel')}
          aria-rowcount={cases + 1}
          aria-colcount={repeats + (showsPasses ? 3 : 2)}
          aria-activedescendant={cellId(active)}
          className={cx(
            styles['grid'],
            showsPasses && styles['withPasses'],
            !rows.hasInputs && styles['withoutInputs'],
          )}
          style={{ '--repeats': repeats, '--longest': rows.longestLabel }}
          onKeyDown={keys.press}
          onClick={(event) => selectClicked(event, keys.select)}
          ref={focusOnce}
        >
          <GridHead repeats={repeats} showsPasses={showsPasses} />
          <div role="rowgroup" className={styles['rows']} style={{ height: virtual.getTotalSize() }}>
            {shown.map(({ index, start }) => (
              <GridRow
                key={index}
                index={index}
                top={start - rowHeight}
                row={rows.rowAt(index)}
                repeats={repeats}
                plannedRepeats={task.plannedRepeats}
                showsPasses={showsPasses}
                active={active.row === index ? active.repeat : null}
                causes={task.causes}
                loggerName={loggerName}
                coming={comingIn(index)}
                keptNotes={notesIn(rows.rowAt(index)?.case, repeats)}
              />
            ))}
          </div>
        </div>
      </div>
      <Hidden>
        <span role="status">{keys.said}</span>
      </Hidden>
      <LogKeys causes={task.causes} />
      <LogPanels detail={detail} configuration={configuration} cache={cache} keys={keys} />
    </>
  )
}

function selectClicked({ target }: MouseEvent, select: (cell: Cell) => void): void {
  const cell = target instanceof Element ? target.closest('[data-repeat]') : null
  if (!(cell instanceof HTMLElement)) return
  select({ row: Number(cell.dataset['row']), repeat: Number(cell.dataset['repeat']) })
}

/**
 * Keys work at once: nobody should have to click into the grid first. Only who is choosing something in the bar at
 * the top, or in a list that hangs from it, goes on choosing.
 */
function focusOnce(element: HTMLElement | null): void {
  const isChoosing = document.activeElement?.closest('header, [role=listbox]') ?? null
  if (isChoosing === null) element?.focus({ preventScroll: true })
}
