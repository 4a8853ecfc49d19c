import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Task } from '../../../shared/domain/task.ts'
import { useTranslator } from '../../app/language.ts'
import { Failure, Waiting } from '../../components/Await.tsx'
import { Hidden } from '../../components/Hidden.tsx'
import { type Cell, firstOpenCell, within } from './grading.ts'
import { useGridCache, useGridRows } from './grid-rows.ts'
import { GridHead, GridRow } from './GridRow.tsx'
import { LogKeys } from './LogKeys.tsx'
import { type Cursor, useCursor } from './use-cursor.ts'
import { useGridKeys } from './use-grid-keys.ts'
import styles from './LogGrid.module.css'

interface Props {
  readonly task: Task
  /** How many cases the task has: rows of the grid. */
  readonly cases: number
  readonly configuration: string
}

/** Of the head, which stays at the top, and of every row: `--row` in tokens.css. */
const rowHeight = 29

/** Without a plan there is always one repeat more to log. */
function repeatsOf({ plannedRepeats }: Task, most: number): number {
  return Math.max(plannedRepeats ?? most + 1, most)
}

/**
 * The grid of attempts, cases down, repeats across, graded by keys. Keys work from the moment the first rows are
 * on screen: before that nobody can know what they would overwrite.
 */
export function LogGrid(props: Props): ReactNode {
  const { task, cases, configuration } = props
  const address = { task: task.name, configuration }
  const { rowAt, mostRepeats, error } = useGridRows(address, [0])
  if (error !== null) return <Failure error={error} />
  if (rowAt(0) === undefined) return <Waiting />
  let known = 0
  while (known < cases && rowAt(known) !== undefined) known += 1
  const isLogged = ({ row, repeat }: Cell): boolean =>
    rowAt(row)?.trials.some((trial) => trial.repeat === repeat) === true
  return <Grid {...props} start={firstOpenCell(known, repeatsOf(task, mostRepeats), isLogged)} />
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

/** Every move of the cursor shows its cell, and so does every loss of room. */
function useCursorInView({ cell }: Cursor, scroller: Scroller): void {
  useLayoutEffect(() => bringIntoView(cell, scroller), [cell, scroller])
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

const cellId = ({ row, repeat }: Cell): string => `cell-${row}-${repeat}`

function Grid(props: Props & { readonly start: Cell }): ReactNode {
  const { t } = useTranslator()
  const { task, cases, configuration } = props
  const address = { task: task.name, configuration }
  const scroller = useRef<HTMLDivElement>(null)
  const cursor = useCursor(props.start)
  const virtual = useRows(cases, cursor.cell.row, scroller)
  const shown = virtual.getVirtualItems()
  const rows = useGridRows(
    address,
    shown.map(({ index }) => index),
  )
  const cache = useGridCache(address)
  const repeats = repeatsOf(task, rows.mostRepeats)
  const size = { rows: cases, repeats }
  const pageRows = (): number => Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2
  const { press, select, said } = useGridKeys({ task, configuration, cache, cursor, size, pageRows })
  useCursorInView(cursor, scroller)
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
          aria-colcount={repeats + 3}
          aria-activedescendant={cellId(active)}
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
                top={start - rowHeight}
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
        <span role="status">{said}</span>
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

/**
 * Keys work at once: nobody should have to click into the grid first. Only who is choosing something in the bar at
 * the top, or in a list that hangs from it, goes on choosing.
 */
function focusOnce(element: HTMLElement | null): void {
  const isChoosing = document.activeElement?.closest('header, [role=listbox]') ?? null
  if (isChoosing === null) element?.focus({ preventScroll: true })
}
