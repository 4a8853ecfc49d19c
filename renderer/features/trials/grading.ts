import type { GridCase } from '../../../shared/contract/contract.ts'
import type { Cause } from '../../../shared/domain/cause.ts'
import { isShortcut, type KeyPress, type Shortcut } from '../../commands/shortcut.ts'

/** What is stored in a cell of the grid. */
export type GridTrial = GridCase['trials'][number]

/** A cell: row of the grid from 0, repeat from 1. */
export interface Cell {
  readonly row: number
  readonly repeat: number
}

export interface GridSize {
  readonly rows: number
  readonly repeats: number
}

/** What a key press while grading asks for. */
export type GradingAction =
  | { readonly kind: 'grade'; readonly outcome: 'pass' | 'fail' | 'error' }
  | { readonly kind: 'cause'; readonly index: number }
  | { readonly kind: 'verifier' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }

interface Binding {
  readonly shortcut: Shortcut
  readonly action: GradingAction
}

/** The keys that grade, apart from the digits of the causes. */
export const bindings: readonly Binding[] = [
  { shortcut: { key: 'p' }, action: { kind: 'grade', outcome: 'pass' } },
  { shortcut: { key: 'f' }, action: { kind: 'grade', outcome: 'fail' } },
  { shortcut: { key: 'e' }, action: { kind: 'grade', outcome: 'error' } },
  { shortcut: { key: 'v' }, action: { kind: 'verifier' } },
  { shortcut: { key: 'Delete' }, action: { kind: 'remove' } },
  { shortcut: { key: 'Backspace' }, action: { kind: 'remove' } },
  { shortcut: { key: 'z', mod: true }, action: { kind: 'undo' } },
  { shortcut: { key: 'z', mod: true, shift: true }, action: { kind: 'redo' } },
  { shortcut: { key: 'y', mod: true }, action: { kind: 'redo' } },
]

/** The keys of the first causes of a task's list, in its order: 1 to 9, then 0. */
export function causeKeys(
  causes: readonly Cause[],
): readonly { readonly key: string; readonly cause: Cause }[] {
  return causes.slice(0, 10).map((cause, index) => ({ key: String((index + 1) % 10), cause }))
}

export function actionFor(
  press: KeyPress,
  causes: readonly Cause[],
  apple: boolean,
): GradingAction | undefined {
  const bound = bindings.find(({ shortcut }) => isShortcut(press, shortcut, apple))
  if (bound !== undefined) return bound.action
  const index = causeKeys(causes).findIndex(({ key }) => isShortcut(press, { key }, apple))
  return index < 0 ? undefined : { kind: 'cause', index }
}

/** The steps of the keys that move, in rows and repeats; a page is what the window shows, at least a row. */
export function moveFor(key: string, cell: Cell, size: GridSize, pageRows: number): Cell | undefined {
  const page = Math.max(1, pageRows)
  const moves: Readonly<Record<string, Cell>> = {
    ArrowUp: { row: cell.row - 1, repeat: cell.repeat },
    ArrowDown: { row: cell.row + 1, repeat: cell.repeat },
    ArrowLeft: { row: cell.row, repeat: cell.repeat - 1 },
    ArrowRight: { row: cell.row, repeat: cell.repeat + 1 },
    Home: { row: cell.row, repeat: 1 },
    End: { row: cell.row, repeat: size.repeats },
    PageUp: { row: cell.row - page, repeat: cell.repeat },
    PageDown: { row: cell.row + page, repeat: cell.repeat },
  }
  const wanted = Object.hasOwn(moves, key) ? moves[key] : undefined
  return wanted === undefined ? undefined : within(wanted, size)
}

/** The nearest cell that the grid has. */
export function within(cell: Cell, size: GridSize): Cell {
  return {
    row: Math.max(0, Math.min(cell.row, size.rows - 1)),
    repeat: Math.max(1, Math.min(cell.repeat, size.repeats)),
  }
}

/** The next cell in reading order; the last one stays. */
function following(cell: Cell, size: GridSize): Cell {
  if (cell.repeat < size.repeats) return { row: cell.row, repeat: cell.repeat + 1 }
  return cell.row < size.rows - 1 ? { row: cell.row + 1, repeat: 1 } : cell
}

/**
 * Where grading goes on after a cell: to the next one in reading order that nothing is logged in, or, after a
 * cell that was graded before, simply to the next.
 */
export function nextCell(
  cell: Cell,
  size: GridSize,
  wasLogged: boolean,
  isLogged: (cell: Cell) => boolean,
): Cell {
  const first = following(cell, size)
  if (wasLogged) return first
  let next = first
  while (isLogged(next)) {
    const after = following(next, size)
    // Everything up to the end is logged: there is no gap to go to.
    if (after === next) return first
    next = after
  }
  return next
}

/**
 * Where grading begins: at the first attempt nothing is logged in, among the first `known` rows; at the first of
 * all when they are full.
 */
export function firstOpenCell(known: number, repeats: number, isLogged: (cell: Cell) => boolean): Cell {
  for (let row = 0; row < known; row += 1) {
    for (let repeat = 1; repeat <= repeats; repeat += 1) {
      const cell = { row, repeat }
      if (!isLogged(cell)) return cell
    }
  }
  return { row: 0, repeat: 1 }
}
