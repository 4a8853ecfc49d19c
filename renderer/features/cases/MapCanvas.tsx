import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import {
  type CaseMapCell,
  type CaseMapLayout,
  cellAt,
  cellText,
  cornerOf,
  layOutCaseMap,
} from '../../../shared/charts/index.ts'
import type { CaseMap } from '../../../shared/domain/case.ts'
import { useTranslator } from '../../app/language.ts'
import { Hidden } from '../../components/Hidden.tsx'
import { movedCell } from './map-keys.ts'
import { paintMap } from './paint-map.ts'
import styles from './MapPanel.module.css'

interface Props {
  readonly map: CaseMap
  /** There is so much room, in pixels. */
  readonly width: number
  readonly height: number
  readonly onOpen: (label: string) => void
}

/** Painted anew with every change of the cases, the room and the theme. */
function usePainted(map: CaseMap, layout: CaseMapLayout) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const paint = (): void => {
      if (canvas.current !== null) paintMap(canvas.current, layout, map.outcomes)
    }
    paint()
    const observer = new MutationObserver(paint)
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => observer.disconnect()
  })
  return canvas
}

function Mark({
  layout,
  cell,
  text,
}: {
  readonly layout: CaseMapLayout
  readonly cell: CaseMapCell
  readonly text: string
}): ReactNode {
  const { x, y } = cornerOf(layout, cell)
  const isRight = x > layout.width / 2
  const isLow = y > layout.height / 2
  const tip = {
    translate: `${isRight ? x : x + layout.cellWidth}px ${isLow ? y - 4 : y + layout.cellHeight + 4}px`,
    transform: `translate(${isRight ? '-100%' : '0'}, ${isLow ? '-100%' : '0'})`,
  }
  return (
    <>
      <span
        className={styles['ring']}
        style={{
          translate: `${x - 3}px ${y - 3}px`,
          width: layout.cellWidth + 6,
          height: layout.cellHeight + 6,
        }}
      />
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

/** The picture as one image, for more cases than shapes can be drawn of; read by pointing and by arrow keys. */
export function MapCanvas({ map, width, height, onOpen }: Props): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const keysId = useId()
  const layout = layOutCaseMap(map, width, height)
  const canvas = usePainted(map, layout)
  const [shown, setShown] = useState<Shown | null>(null)
  const cell = shown !== null && shown.cell.index < layout.cases ? shown.cell : null
  const text = cell === null ? '' : cellText(translator, map, cell)
  const open = (at: CaseMapCell | null): void => {
    const label = at === null ? undefined : map.labels[at.index]
    if (label !== undefined) onOpen(label)
  }
  const point = (event: PointerEvent<HTMLElement>): CaseMapCell | null => {
    const frame = event.currentTarget.getBoundingClientRect()
    return cellAt(layout, event.clientX - frame.left, event.clientY - frame.top)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return setShown(null)
    if (event.key === 'Enter') return open(cell)
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = movedCell(event.key, cell, layout)
    if (next === null) return
    event.preventDefault()
    setShown({ cell: next, by: 'keys' })
  }
  return (
    <div className={styles['view']}>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- keys are taken below */}
      <div
        className={styles['frame']}
        onPointerMove={(event) => {
          const at = point(event)
          setShown(at === null ? null : { cell: at, by: 'pointer' })
        }}
        onPointerLeave={() => setShown((now) => (now?.by === 'pointer' ? null : now))}
        onClick={() => open(cell)}
      >
        <canvas
          ref={canvas}
          className={styles['canvas']}
          style={{ width: layout.width, height: layout.height }}
        />
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
        {cell !== null && <Mark layout={layout} cell={cell} text={text} />}
      </div>
      <span id={keysId} hidden>
        {t('screens.cases.map.keys')}
      </span>
      <span role="status">
        <Hidden>{shown?.by === 'keys' ? text : null}</Hidden>
      </span>
    </div>
  )
}
