import { z } from 'zod'
import { create } from 'zustand'

export type NoticeTone = 'failure' | 'done'

/** What can be done about what a notice says, such as undoing it. */
export interface NoticeAction {
  readonly label: string
  readonly run: () => void
  /** The key for undo does it too, where nothing else is to be undone. */
  readonly undoes?: true
}

export interface Notice {
  readonly id: number
  readonly tone: NoticeTone
  readonly text: string
  readonly action: NoticeAction | null
}

interface Notices {
  readonly shown: readonly Notice[]
}

/** At most this many stand on the screen; an older one gives way. */
const mostShown = 3

export const useNotices = create<Notices>(() => ({ shown: [] }))

let lastId = 0

/** Shows a line of text until it is closed. The same text never stands there twice. */
export function notify(tone: NoticeTone, text: string, action: NoticeAction | null = null): void {
  lastId += 1
  const notice: Notice = { id: lastId, tone, text, action }
  useNotices.setState(({ shown }) => ({
    shown: [...shown.filter((each) => each.text !== text), notice].slice(-mostShown),
  }))
}

export function closeNotice(id: number): void {
  useNotices.setState(({ shown }) => ({ shown: shown.filter((each) => each.id !== id) }))
}

/** Where what is told outlives a reload; each window has its own. */
const keptKey = 'nines.notices'

/** To be called before the page loads itself anew: what is told now is told again then. */
export function keepNotices(): void {
  const { shown } = useNotices.getState()
  sessionStorage.setItem(keptKey, JSON.stringify(shown.map(({ tone, text }) => [tone, text])))
}

const kept = z.array(z.tuple([z.enum(['failure', 'done']), z.string()]))

/** Tells again what was kept, once. */
export function showKeptNotices(): void {
  const text = sessionStorage.getItem(keptKey)
  if (text === null) return
  sessionStorage.removeItem(keptKey)
  for (const [tone, line] of kept.parse(JSON.parse(text))) notify(tone, line)
}

/** Does what a notice offers, once, and puts it away. */
export function actOn({ id, action }: Notice): void {
  closeNotice(id)
  action?.run()
}

/** The latest notice that offers to undo what it tells of; null when none does. */
export function latestUndo(shown: readonly Notice[]): Notice | null {
  return shown.findLast(({ action }) => action?.undoes === true) ?? null
}
