import { create } from 'zustand'

interface Logging {
  /** How many graded attempts are on their way to the disk. */
  readonly waiting: number
  /** When that last changed, of the page's own clock, ms. */
  readonly changedAt: number
}

export const useLogging = create<Logging>(() => ({ waiting: 0, changedAt: Number.NEGATIVE_INFINITY }))

export function setWaiting(waiting: number): void {
  useLogging.setState({ waiting, changedAt: performance.now() })
}

/** Makes the browser, or the shell, ask before the page goes. */
function askFirst(event: Event): void {
  event.preventDefault()
}

/**
 * Has the page ask before it is reloaded or closed while attempts wait for the disk, and only then: a page that
 * listens all the time cannot be kept for going back to. Returns how to stop.
 */
export function guardLeaving(
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
): () => void {
  const follow = ({ waiting }: { readonly waiting: number }): void => {
    if (waiting > 0) page.addEventListener('beforeunload', askFirst)
    else page.removeEventListener('beforeunload', askFirst)
  }
  follow(useLogging.getState())
  const stop = useLogging.subscribe(follow)
  return () => {
    stop()
    page.removeEventListener('beforeunload', askFirst)
  }
}
