import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { CaseList, CaseSort } from '../../../shared/domain/case.ts'
import type { Cause } from '../../../shared/domain/cause.ts'
import { useTranslator } from '../../app/language.ts'
import { Failure } from '../../components/Await.tsx'
import { cx } from '../../components/cx.ts'
import { addressOf, type TaskPlace } from '../../state/place.ts'
import { goTo, replacePlace } from '../../state/view.ts'
import { CaseTableRow, rowId } from './CaseTableRow.tsx'
import { type Column, columnsFor, nextSort } from './columns.ts'
import { openedCase } from './go.ts'
import { keepScroll, keptScroll } from './kept-list.ts'
import { type CaseAddress, useCaseRows } from './use-cases.ts'
import { useRestoredScroll } from './use-restored-scroll.ts'
import styles from './CaseTable.module.css'

interface Props {
  readonly address: CaseAddress
  readonly place: TaskPlace
  readonly list: CaseList
  readonly causes: readonly Cause[]
  /** The case one comes back from; undefined: none. */
  readonly start: number | undefined
}

/** Of the head, which stays at the top, and of every row: `--row` in tokens.css. */
const rowHeight = 29

function Head({
  columns,
  sort,
  place,
}: { readonly columns: readonly Column[] } & Pick<Props, 'place'> & { readonly sort: CaseSort }): ReactNode {
  const { t } = useTranslator()
  return (
    <div role="row" aria-rowindex={1} className={cx(styles['row'], styles['head'])}>
      {columns.map(({ id, sort: by, isFigure }) => {
        const isSorted = by !== null && sort.by === by
        const name = t(`screens.cases.table.${id}`)
        return (
          <span
            key={id}
            role="columnheader"
            aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
            className={cx(styles['cell'], isFigure && styles['figure'])}
          >
            {by === null ? (
              name
            ) : (
              <button
                type="button"
                className={styles['sort']}
                onClick={() => replacePlace({ ...place, sort: nextSort(by, sort) })}
              >
                {name}
                {isSorted && (
                  <span aria-hidden className={styles['direction']}>
                    {sort.descending ? '↓' : '↑'}
                  </span>
                )}
              </button>
            )}
          </span>
        )
      })}
    </div>
  )
}

/** The row a key leads to from another; undefined for a key that moves nothing. */
function moved(key: string, row: number, rows: number, page: number): number | undefined {
  const to: Readonly<Record<string, number>> = {
    ArrowUp: row - 1,
    ArrowDown: row + 1,
    PageUp: row - page,
    PageDown: row + page,
    Home: 0,
    End: rows - 1,
  }
  const wanted = Object.hasOwn(to, key) ? to[key] : undefined
  return wanted === undefined ? undefined : Math.max(0, Math.min(wanted, rows - 1))
}

function useCursor(start: number, rows: number) {
  const [cursor, setCursor] = useState({ row: start, isMoved: false })
  return {
    row: Math.min(cursor.row, Math.max(0, rows - 1)),
    isMoved: cursor.isMoved,
    moveTo: (row: number) => setCursor({ row, isMoved: true }),
  }
}

/** The cases in rows, of which only those in view are drawn. Arrow keys move, Enter opens. */
export function CaseTable({ address, place, list, causes, start }: Props): ReactNode {
  const { t } = useTranslator()
  const scroller = useRef<HTMLDivElement>(null)
  const listAddress = addressOf(place)
  const cursor = useCursor(start ?? 0, list.matching)
  const virtual = useVirtualizer({
    count: list.matching,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    // Rows begin under the head.
    scrollMargin: rowHeight,
    initialOffset: keptScroll(listAddress),
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range)
      return inView.includes(cursor.row) || list.matching === 0
        ? inView
        : [...inView, cursor.row].toSorted((a, b) => a - b)
    },
  })
  const shown = virtual.getVirtualItems()
  const rows = useCaseRows(
    address,
    list,
    shown.map(({ index }) => index),
  )
  // The same for every scroll: rows in view are not drawn again.
  const { columns, cell } = useMemo(() => columnsFor(list), [list])
  useLayoutEffect(() => {
    if (cursor.isMoved) document.getElementById(rowId(cursor.row))?.scrollIntoView({ block: 'nearest' })
  }, [cursor.row, cursor.isMoved])
  useRestoredScroll(scroller, listAddress, start === undefined ? null : rowId(start))
  const open = (index: number): void => {
    const row = rows.rowAt(index)
    if (row !== undefined) goTo(openedCase(place, row.case))
  }
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2)
    const to = moved(event.key, cursor.row, list.matching, page)
    if (to === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (to === undefined) open(cursor.row)
    else cursor.moveTo(to)
  }
  const click = (event: MouseEvent): void => {
    const index = rowUnder(event)
    if (index !== null) open(index)
  }
  if (rows.error !== null) return <Failure error={rows.error} />
  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      onScroll={({ currentTarget }) => keepScroll(listAddress, currentTarget.scrollTop)}
    >
      <div
        role="grid"
        tabIndex={0}
        aria-label={t('screens.cases.table.label')}
        aria-rowcount={list.matching + 1}
        aria-activedescendant={list.matching === 0 ? undefined : rowId(cursor.row)}
        className={styles['grid']}
        style={{ '--columns': columns.map(({ width }) => width).join(' ') }}
        onKeyDown={press}
        onClick={click}
      >
        <Head columns={columns} sort={place.sort} place={place} />
        <div role="rowgroup" className={styles['rows']} style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, start: top }) => {
            const row = rows.rowAt(index)
            return (
              <CaseTableRow
                key={index}
                index={index}
                top={top - rowHeight}
                row={row}
                columns={columns}
                causes={causes}
                cell={cell}
                isActive={index === cursor.row}
                href={addressOf(openedCase(place, row?.case ?? ''))}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** The row that was clicked; null where a link opens another place by itself. */
function rowUnder(event: MouseEvent): number | null {
  const { target } = event
  if (!(target instanceof Element) || target.closest('a, button') !== null) return null
  const row = target.closest('[data-index]')
  return row instanceof HTMLElement ? Number(row.dataset['index']) : null
}
