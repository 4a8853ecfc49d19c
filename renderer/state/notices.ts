import { create } from 'zustand'

export type NoticeTone = 'failure' | 'done'

export interface Notice {
  readonly id: number
  readonly tone: NoticeTone
  readonly text: string
}

interface Notices {
  readonly shown: readonly Notice[]
}

/** At most this many stand on the screen; an older one gives way. */
const mostShown = 3

export const useNotices = create<Notices>(() => ({ shown: [] }))

let lastId = 0

/** Shows a line of text until it is closed. The same text never stands there twice. */
export function notify(tone: NoticeTone, text: string): void {
  lastId += 1
  const notice: Notice = { id: lastId, tone, text }
  useNotices.setState(({ shown }) => ({
    shown: [...shown.filter((each) => each.text !== text), notice].slice(-mostShown),
  }))
}

export function closeNotice(id: number): void {
  useNotices.setState(({ shown }) => ({ shown: shown.filter((each) => each.id !== id) }))
}
