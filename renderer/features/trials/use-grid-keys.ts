import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { useTranslator } from '../../app/language.ts'
import { isApple } from '../../commands/command.ts'
import type { Done, Grader } from './grader.ts'
import { actionFor, type Cell, type GridSize, moveFor, nextCell, within } from './grading.ts'
import type { GridCache } from './grid-rows.ts'
import type { Cursor } from './use-cursor.ts'
import { type GraderScreen, useGrader } from './use-grader.ts'

export interface GridScreen extends Pick<GraderScreen, 'task' | 'configuration' | 'cache'> {
  readonly size: GridSize
  readonly cursor: Cursor
  /** How many rows a page is now. */
  readonly pageRows: () => number
}

export interface GridKeys {
  readonly press: (event: KeyboardEvent) => void
  readonly select: (cell: Cell) => void
  /** What was done last, in words for screen readers. */
  readonly said: string
}

function useAnnouncement(cache: GridCache): readonly [string, (done: Done) => void] {
  const { t } = useTranslator()
  const [text, setText] = useState('')
  const announce = ({ what, cell }: Done): void => {
    if (cell === null) return setText(t(`screens.log.done.${what}`))
    const outcome = cache.trialAt(cell)?.outcome
    setText(
      t(`screens.log.done.${what}`, {
        case: cache.rowAt(cell.row)?.case ?? '',
        repeat: cell.repeat,
        outcome: outcome === undefined ? t('screens.log.unlogged') : t(`screens.log.${outcome}`),
      }),
    )
  }
  return [text, announce]
}

interface Memory {
  /** What a digit or V means: F and then the cause are two presses, though the cursor has gone on. */
  readonly gradedLast: Cell | null
  /** The cursor goes along with what is undone, as long as no other key was pressed since. */
  readonly followsUndo: boolean
}

const nothing: Memory = { gradedLast: null, followsUndo: false }

function isLoggedIn(cache: GridCache): (cell: Cell) => boolean {
  return (cell) => cache.trialAt(cell) !== undefined
}

/** Grades a new attempt, or acts on a logged one; where to go on from there. */
function act(screen: GridScreen, grader: Grader, event: KeyboardEvent, memory: RefObject<Memory>): void {
  const { task, cache, cursor, size } = screen
  const { cell } = cursor
  const isLogged = isLoggedIn(cache)
  const action = actionFor(event, task.causes, isApple())
  if (action === undefined || event.repeat) return
  event.preventDefault()
  // Whatever the key means, it is seen: the wheel may have left the cell behind.
  cursor.moveTo(cell)
  if (action.kind === 'grade') {
    // The row was jumped to and has not come yet: the key is pressed again when it can be seen.
    if (cache.rowAt(cell.row) === undefined) return
    grader.perform(action, cell)
    memory.current = { gradedLast: cell, followsUndo: false }
    cursor.moveTo(nextCell(cell, size, isLogged(cell), isLogged))
  } else if (action.kind === 'cause' || action.kind === 'verifier') {
    grader.perform(action, memory.current.gradedLast ?? cell)
  } else {
    if (action.kind !== 'remove') memory.current = { ...nothing, followsUndo: true }
    grader.perform(action, cell)
  }
}

/** Keys on the grid: they move the cursor, or grade where it is. */
export function useGridKeys(screen: GridScreen): GridKeys {
  const { task, configuration, cache, cursor, size, pageRows } = screen
  const [said, announce] = useAnnouncement(cache)
  const memory = useRef<Memory>(nothing)
  const isLogged = isLoggedIn(cache)
  const select = (cell: Cell): void => {
    memory.current = nothing
    cursor.moveTo(within(cell, size))
  }
  const follow = ({ what, cell }: Done): void => {
    if (cell === null || what === 'logged' || !memory.current.followsUndo) return
    const goesOn = what === 'redone' && isLogged(cell)
    cursor.moveTo(within(goesOn ? nextCell(cell, size, false, isLogged) : cell, size))
  }
  const grader = useGrader({
    task,
    configuration,
    cache,
    onDone: (done) => {
      announce(done)
      follow(done)
    },
    onLost: ({ first }) => {
      if (first !== null) select(first)
    },
  })
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return
    const moved =
      event.ctrlKey || event.metaKey ? undefined : moveFor(event.key, cursor.cell, size, pageRows())
    if (moved === undefined) return act(screen, grader, event, memory)
    event.preventDefault()
    select(moved)
  }
  return { press, select, said }
}
