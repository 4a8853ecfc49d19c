import type { GridCase } from '../../../shared/domain/grid-case.ts'
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

/** What is asked for while grading. */
export type GradingAction =
  | {
      readonly kind: 'grade'
      readonly outcome: 'pass' | 'fail' | 'error'
      /** Written before the attempt was graded. */
      readonly note?: string
      /** Measured by the stopwatch; only an attempt that was not graded before takes it. */
      readonly latencyMs?: number
    }
  /** Not a fair attempt, and why not. */
  | { readonly kind: 'void'; readonly reason: string }
  | { readonly kind: 'note'; readonly text: string | null }
  | { readonly kind: 'time'; readonly latencyMs: number | null }
  | { readonly kind: 'cause'; readonly index: number }
  | { readonly kind: 'verifier' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }

/** What a key does by itself; the others carry what somebody wrote or a watch measured. */
export type KeyAction = Exclude<GradingAction, { readonly kind: 'void' | 'note' | 'time' }>

interface Binding {
  readonly shortcut: Shortcut
  readonly action: KeyAction
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

/** What other keys of the grid do: they open something, or belong to how one grades. */
export type GridCommand = 'note' | 'void' | 'causes' | 'logger' | 'blind' | 'stopwatch' | 'pause' | 'time'

/** The keys of the commands; of several, the first is the one that is shown. */
export const commandKeys: Readonly<Record<GridCommand, readonly [Shortcut, ...Shortcut[]]>> = {
  note: [{ key: 'n' }],
  void: [{ key: 'x' }],
  causes: [{ key: 'c' }, { key: '/' }],
  logger: [{ key: 'l' }],
  blind: [{ key: 'b' }],
  stopwatch: [{ key: 't' }],
  pause: [{ key: ' ' }],
  time: [{ key: 'k' }],
}

const commands: readonly GridCommand[] = [
  'note',
  'void',
  'causes',
  'logger',
  'blind',
  'stopwatch',
  'pause',
  'time',
]

export function commandFor(press: KeyPress, apple: boolean): GridCommand | undefined {
  return commands.find((each) => commandKeys[each].some((shortcut) => isShortcut(press, shortcut, apple)))
}

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
 * How many attempts a case is to get: a void one has to be made up for. Null without a plan.
 * @param trials all that is logged of the case
 */
export function attemptsWanted(
  plannedRepeats: number | null,
  trials: readonly Pick<GridTrial, 'outcome'>[],
): number | null {
  return plannedRepeats === null
    ? null
    : plannedRepeats + trials.filter(({ outcome }) => outcome === 'void').length
}

/**
 * Where grading goes on after a cell: to the next one in reading order that nothing is logged in, or, after a
 * cell that was graded before, simply to the next.
 * @param isLogged also true of a cell that no attempt is wanted for
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
 * Where grading begins: at the first attempt nothing is logged in, from row `from` on up to row `end`; at the first
 * of all when they are full.
 */
export function firstOpenCell(
  from: number,
  end: number,
  repeats: number,
  isLogged: (cell: Cell) => boolean,
): Cell {
  for (let row = from; row < end; row += 1) {
    for (let repeat = 1; repeat <= repeats; repeat += 1) {
      const cell = { row, repeat }
      if (!isLogged(cell)) return cell
    }
  }
  return { row: 0, repeat: 1 }
}
