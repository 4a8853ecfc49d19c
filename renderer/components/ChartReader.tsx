import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { ChartMark } from '../../shared/charts/index.ts'
import { useTranslator } from '../app/language.ts'
import { markAfter, nearestMark, placeTip, ringAround } from './chart-marks.ts'
import styles from './ChartReader.module.css'
import { cx } from './cx.ts'
import { Hidden } from './Hidden.tsx'

interface Shown {
  readonly id: string
  readonly by: 'pointer' | 'keys'
}

/** Which mark is being read, and what pointing and keys do about it. */
function useShownMark(marks: readonly ChartMark[]) {
  const [shown, setShown] = useState<Shown | null>(null)
  const index = marks.findIndex((each) => each.id === shown?.id)
  const show = (mark: ChartMark | null | undefined, by: Shown['by']): void => {
    if (mark !== null && mark !== undefined) setShown({ id: mark.id, by })
  }
  return {
    mark: marks[index] ?? null,
    by: shown?.by ?? null,
    hide: () => setShown(null),
    point: (event: PointerEvent<HTMLElement>): void => {
      const frame = event.currentTarget.getBoundingClientRect()
      const place = { x: event.clientX - frame.left, y: event.clientY - frame.top }
      show(nearestMark(marks, place), 'pointer')
    },
    // A finger that is lifted leaves at once: what it read stays until something else is touched.
    leave: (event: PointerEvent<HTMLElement>): void => {
      if (shown?.by === 'pointer' && event.pointerType !== 'touch') setShown(null)
    },
    press: (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const next = markAfter(event.key, index, marks.length)
      if (next === null) return
      event.preventDefault()
      show(marks[next], 'keys')
    },
  }
}

/** Escape and a touch elsewhere put away what is shown, wherever the focus is. */
function useDismiss(
  isShown: boolean,
  hide: () => void,
  frame: { readonly current: HTMLElement | null },
): void {
  useEffect(() => {
    if (!isShown) return undefined
    const press = (event: globalThis.KeyboardEvent): void => {
      if (event.key === 'Escape') hide()
    }
    const touch = ({ target }: Event): void => {
      if (target instanceof Node && frame.current?.contains(target) === false) hide()
    }
    document.addEventListener('keydown', press)
    document.addEventListener('pointerdown', touch)
    return () => {
      document.removeEventListener('keydown', press)
      document.removeEventListener('pointerdown', touch)
    }
  })
}

function Ring({ mark }: { readonly mark: ChartMark }): ReactNode {
  const { x, y, width, height } = ringAround(mark)
  const isPoint = mark.box === undefined
  return (
    <span
      className={cx(styles['ring'], isPoint && styles['point'])}
      style={{ left: x, top: y, width, height }}
    />
  )
}

/** The words about a mark; their size is known only once they are there, so they are placed before the paint. */
function Tip({ mark }: { readonly mark: ChartMark }): ReactNode {
  const tip = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = tip.current
    const frame = element?.parentElement
    if (element === null || frame === null || frame === undefined) return
    // Both stand at fractions of a pixel: rounded so that the one surely fits in the other.
    const [own, around] = [element.getBoundingClientRect(), frame.getBoundingClientRect()]
    const size = { width: Math.ceil(own.width), height: Math.ceil(own.height) }
    const room = { width: Math.floor(around.width), height: Math.floor(around.height) }
    const place = placeTip(mark, size, room)
    element.style.translate = `${Math.floor(place.x)}px ${Math.floor(place.y)}px`
  }, [mark])
  return (
    <div ref={tip} className={styles['tip']} aria-hidden>
      {mark.text}
    </div>
  )
}

interface Props {
  readonly title: string
  readonly marks: readonly ChartMark[]
  readonly children: ReactNode
}

/** A drawing whose values can be read exactly: by pointing, or by arrow keys with each value said aloud. */
export function ChartReader({ title, marks, children }: Props): ReactNode {
  const { t } = useTranslator()
  const keysId = useId()
  const frame = useRef<HTMLDivElement>(null)
  const { mark, by, hide, point, leave, press } = useShownMark(marks)
  useDismiss(mark !== null, hide, frame)
  if (marks.length === 0) return children
  return (
    <div
      ref={frame}
      className={styles['frame']}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={leave}
    >
      {children}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application is what takes keys */}
      <div
        className={styles['stop']}
        role="application"
        aria-roledescription={t('screens.frame.chart')}
        aria-label={t('screens.frame.values', { title })}
        aria-describedby={keysId}
        tabIndex={0}
        onKeyDown={press}
        onBlur={hide}
      />
      <span id={keysId} hidden>
        {t('screens.frame.keys')}
      </span>
      {mark !== null && (
        <>
          <Ring mark={mark} />
          <Tip mark={mark} />
        </>
      )}
      <span role="status">
        <Hidden>{by === 'keys' ? mark?.text : null}</Hidden>
      </span>
    </div>
  )
}
