import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useState } from 'react'
import {
  type CaseMapCell,
  type CaseMapLayout,
  cellAt,
  cellText,
  cornerOf,
} from '../../../shared/charts/index.ts'
import type { CaseMap } from '../../../shared/domain/case.ts'
import { useTranslator } from '../../app/language.ts'
import { Hidden } from '../../components/Hidden.tsx'
import { movedCell } from './map-keys.ts'
import styles from './MapPanel.module.css'

interface Props {
  readonly map: CaseMap
  readonly layout: CaseMapLayout
  /** Where the cells begin in the drawing, in pixels. */
  readonly left: number
  readonly top: number
  readonly onOpen: (label: string) => void
  /** The drawing. */
  readonly children: ReactNode
}

interface MarkProps {
  readonly layout: CaseMapLayout
  readonly cell: CaseMapCell
  readonly text: string
}

/** A ring around a cell, and its words on the side where there is more room. */
function Mark({ layout, cell, text }: MarkProps): ReactNode {
  const { x, y } = cornerOf(layout, cell)
  const { cellWidth, cellHeight, hairline } = layout
  const isRight = x > layout.width / 2
  const isLow = y > layout.height / 2
  const tip = {
    translate: `${isRight ? x : x + cellWidth}px ${isLow ? y - 6 : y + cellHeight + 6}px`,
    transform: `translate(${isRight ? '-100%' : '0'}, ${isLow ? '-100%' : '0'})`,
  }
  const ring = {
    translate: `${x - 3}px ${y - 3}px`,
    width: cellWidth - hairline + 6,
    height: cellHeight - hairline + 6,
  }
  return (
    <>
      <span className={styles['ring']} style={ring} />
      <div className={styles['tip']} style={tip} aria-hidden>
        {text}
      </div>
    </>
  )
}

interface Shown {
  readonly cell: CaseMapCell
  readonly by: 'pointer' | 'keys'
}

/** A picture of cases whose cells are read by pointing and by arrow keys, and opened by a click and by Enter. */
export function MapFrame({ map, layout, left, top, onOpen, children }: Props): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const keysId = useId()
  const [shown, setShown] = useState<Shown | null>(null)
  const cell = shown !== null && shown.cell.index < layout.cases ? shown.cell : null
  const text = cell === null ? '' : cellText(translator, map, cell)
  const label = cell === null ? undefined : map.labels[cell.index]
  const open = (): void => {
    if (label !== undefined) onOpen(label)
  }
  const point = (event: PointerEvent<HTMLElement>): void => {
    const frame = event.currentTarget.getBoundingClientRect()
    const at = cellAt(layout, event.clientX - frame.left - left, event.clientY - frame.top - top)
    setShown(at === null ? null : { cell: at, by: 'pointer' })
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return setShown(null)
    if (event.key === 'Enter') return open()
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = movedCell(event.key, cell, layout)
    if (next === null) return
    event.preventDefault()
    setShown({ cell: next, by: 'keys' })
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- keys are taken below
    <div
      className={styles['frame']}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => setShown((now) => (now?.by === 'pointer' ? null : now))}
      onClick={open}
    >
      {children}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application is what takes keys */}
      <div
        className={styles['stop']}
        role="application"
        aria-roledescription={t('screens.cases.map.role')}
        aria-label={t('screens.cases.map.values')}
        aria-describedby={keysId}
        tabIndex={0}
        onKeyDown={press}
        onBlur={() => setShown(null)}
      />
      <span id={keysId} hidden>
        {t('screens.cases.map.keys')}
      </span>
      {cell !== null && (
        <div className={styles['marks']} style={{ translate: `${left}px ${top}px` }}>
          <Mark layout={layout} cell={cell} text={text} />
        </div>
      )}
      <span role="status">
        <Hidden>{shown?.by === 'keys' ? text : null}</Hidden>
      </span>
    </div>
  )
}
