import { type RefObject, useLayoutEffect, useRef } from 'react'
import { keptScroll } from './kept-list.ts'

/**
 * Goes on where the list was left, with the case one comes back from in view. The room for it changes while what stands
 * above appears: until somebody scrolls or presses a key, it is found again each time.
 * @param start id of the row of that case
 */
export function useRestoredScroll(
  scroller: RefObject<HTMLElement | null>,
  address: string,
  start: string | null,
): void {
  const first = useRef(start)
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const top = keptScroll(address)
    const row = first.current
    first.current = null
    const restore = (): void => {
      element.scrollTo({ top })
      if (row !== null) document.getElementById(row)?.scrollIntoView({ block: 'nearest' })
    }
    restore()
    const observer = new ResizeObserver(restore)
    observer.observe(element)
    const stop = (): void => observer.disconnect()
    const acts = ['wheel', 'keydown', 'pointerdown', 'touchmove'] as const
    for (const act of acts) element.addEventListener(act, stop, { passive: true })
    return () => {
      stop()
      for (const act of acts) element.removeEventListener(act, stop)
    }
  }, [scroller, address])
}
