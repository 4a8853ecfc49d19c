import { create } from 'zustand'

/** How many graded attempts are on their way to the disk. */
export const useLogging = create<{ readonly waiting: number }>(() => ({ waiting: 0 }))

export function setWaiting(waiting: number): void {
  useLogging.setState({ waiting })
}
