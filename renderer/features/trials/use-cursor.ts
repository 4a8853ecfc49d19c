import { useState } from 'react'
import type { Cell } from './grading.ts'

export interface Cursor {
  /** Another object after every move, also one to where it was: each brings the cell into view. */
  readonly cell: Cell
  readonly moveTo: (cell: Cell) => void
}

/** The cell that the next key means. */
export function useCursor(start: Cell): Cursor {
  const [cell, setCell] = useState(start)
  return { cell, moveTo: (to) => setCell({ ...to }) }
}
