import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslator } from '../../app/language.ts'
import { isApple } from '../../commands/command.ts'
import { keepNote, keptNote, type NoteAddress } from '../../state/kept-notes.ts'
import type { Done, Grader } from './grader.ts'
import {
  actionFor,
  attemptsWanted,
  type Cell,
  commandFor,
  type GradingAction,
  type GridCommand,
  type GridSize,
  moveFor,
  nextCell,
  within,
} from './grading.ts'
import type { GridCache } from './grid-rows.ts'
import { comingOf } from './kept-graders.ts'
import {
  arriveAt,
  followSight,
  forgetLastTime,
  isSameCell,
  leaveGrid,
  leaveTimeOut,
  openPanel,
  pauseOrGoOn,
  setTiming,
  takeTime,
  turnLastTime,
  useLogState,
} from './log-state.ts'
import { noteGraded } from './logger.ts'
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
  /** Stores the note of an attempt, or keeps it until the attempt is graded; null: without one. */
  readonly writeNote: (cell: Cell, text: string | null) => void
  /** Marks an attempt as not a fair one. */
  readonly declareVoid: (cell: Cell, reason: string) => void
  readonly chooseCause: (cell: Cell, index: number) => void
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

interface Desk {
  readonly screen: GridScreen
  readonly grader: Grader
  readonly memory: RefObject<Memory>
}

/** Whether nothing is to be graded in a cell: it is logged, or no attempt is wanted there. */
function isClosedIn({ task, cache }: GridScreen, more = 0): (cell: Cell) => boolean {
  return (cell) => {
    const trials = cache.rowAt(cell.row)?.trials
    if (trials === undefined) return false
    if (trials.some(({ repeat }) => repeat === cell.repeat)) return true
    const wanted = attemptsWanted(task.plannedRepeats, trials)
    return wanted !== null && cell.repeat > wanted + more
  }
}

export function noteAddress(
  { task, configuration, cache }: Pick<GridScreen, 'task' | 'configuration' | 'cache'>,
  cell: Cell,
): NoteAddress | null {
  const label = cache.rowAt(cell.row)?.case
  return label === undefined ? null : { task: task.name, configuration, case: label, repeat: cell.repeat }
}

/** Grades a cell and goes on from there. What was written of it before, and how long it took, goes with the grade. */
function grade({ screen, grader, memory }: Desk, cell: Cell, action: GradingAction): void {
  const { cache, cursor, size } = screen
  // The row was jumped to and has not come yet: the key is pressed again when it can be seen.
  if (cache.rowAt(cell.row) === undefined) return
  const wasLogged = cache.trialAt(cell) !== undefined
  const address = noteAddress(screen, cell)
  const note = wasLogged || address === null ? null : keptNote(address)
  const time = wasLogged ? null : takeTime(cell)
  if (wasLogged) forgetLastTime()
  const full =
    action.kind === 'grade'
      ? {
          ...action,
          ...(note === null ? {} : { note }),
          ...(time?.isStored === true ? { latencyMs: time.latencyMs } : {}),
        }
      : action
  grader.perform(full, cell)
  memory.current = { gradedLast: cell, followsUndo: false }
  noteGraded()
  // One more attempt makes up for a void one, in the same case.
  const more = action.kind === 'void' && !wasLogged ? 1 : 0
  const isClosed = isClosedIn(screen)
  const isClosedHere = isClosedIn(screen, more)
  const repeats = Math.max(size.repeats, cell.repeat + more)
  cursor.moveTo(
    nextCell(cell, { ...size, repeats }, wasLogged, (each) =>
      each.row === cell.row ? isClosedHere(each) : isClosed(each),
    ),
  )
}

/** Grades a new attempt, or acts on a logged one; where to go on from there. */
function act(desk: Desk, action: GradingAction): void {
  const { screen, grader, memory } = desk
  const { cell } = screen.cursor
  if (action.kind === 'grade') return grade(desk, cell, action)
  if (action.kind === 'cause' || action.kind === 'verifier') {
    return grader.perform(action, memory.current.gradedLast ?? cell)
  }
  forgetLastTime()
  if (action.kind !== 'remove') memory.current = { ...nothing, followsUndo: true }
  grader.perform(action, cell)
}

/** Keeps the time of the attempt graded last or leaves it out after all; before it is graded, that of this one. */
function turnTime({ grader, memory }: Desk): void {
  const { gradedLast } = memory.current
  const turned = gradedLast === null ? null : turnLastTime(gradedLast)
  if (turned === null) return leaveTimeOut()
  grader.perform({ kind: 'time', latencyMs: turned.isStored ? turned.latencyMs : null }, turned.cell)
}

function obey(desk: Desk, command: GridCommand): void {
  const { cell } = desk.screen.cursor
  const { gradedLast } = desk.memory.current
  switch (command) {
    case 'note':
    case 'causes':
      return openPanel({ kind: command, cell: gradedLast ?? cell })
    case 'void':
      return openPanel({ kind: command, cell })
    case 'logger':
    case 'blind':
      return openPanel({ kind: command })
    case 'stopwatch': {
      const { isTiming } = useLogState.getState()
      setTiming(!isTiming)
      return arriveAt(cell, isOpenNow(desk.screen, cell))
    }
    case 'pause':
      return pauseOrGoOn()
    case 'time':
      return turnTime(desk)
  }
}

function isOpenNow(screen: GridScreen, cell: Cell): boolean {
  const isComing = comingOf({ task: screen.task.name, configuration: screen.configuration }).some((each) =>
    isSameCell(each.cell, cell),
  )
  return !isComing && screen.cache.rowAt(cell.row) !== undefined && screen.cache.trialAt(cell) === undefined
}

/** Times what the cursor is at, as long as the grid is on screen. */
function useTiming(screen: GridScreen): void {
  const last = useRef(screen)
  useEffect(() => {
    last.current = screen
  })
  const { cell } = screen.cursor
  useEffect(() => arriveAt(cell, isOpenNow(last.current, cell)), [cell])
  useEffect(() => followSight(document), [])
  useEffect(() => leaveGrid, [])
}

function keepNoteOf(screen: GridScreen, cell: Cell, text: string | null): void {
  const address = noteAddress(screen, cell)
  if (address !== null) keepNote(address, text)
}

/** What has been written of an attempt is stored with it now, and need not be kept any longer. */
function forgetNote(screen: GridScreen, cell: Cell): void {
  const address = noteAddress(screen, cell)
  if (address === null) return
  const kept = keptNote(address)
  if (kept !== null && kept === screen.cache.trialAt(cell)?.note) keepNote(address, null)
}

/** Keys on the grid: they move the cursor, or grade where it is. */
export function useGridKeys(screen: GridScreen): GridKeys {
  const { task, configuration, cache, cursor, size, pageRows } = screen
  const [said, announce] = useAnnouncement(cache)
  const memory = useRef<Memory>(nothing)
  const select = (cell: Cell): void => {
    memory.current = nothing
    cursor.moveTo(within(cell, size))
  }
  const follow = ({ what, cell }: Done): void => {
    if (cell === null || what === 'logged' || !memory.current.followsUndo) return
    const goesOn = what === 'redone' && cache.trialAt(cell) !== undefined
    cursor.moveTo(within(goesOn ? nextCell(cell, size, false, isClosedIn(screen)) : cell, size))
  }
  const grader = useGrader({
    task,
    configuration,
    cache,
    onDone: (done) => {
      announce(done)
      if (done.what === 'logged' && done.cell !== null) forgetNote(screen, done.cell)
      follow(done)
    },
    onLost: ({ first }) => {
      if (first !== null) select(first)
    },
  })
  useTiming(screen)
  const desk: Desk = { screen, grader, memory }
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return
    // What is typed is for the form that has just opened.
    if (useLogState.getState().panel !== null) return event.preventDefault()
    const moved =
      event.ctrlKey || event.metaKey ? undefined : moveFor(event.key, cursor.cell, size, pageRows())
    const action = actionFor(event, task.causes, isApple())
    const command = commandFor(event, isApple())
    if (moved === undefined && (event.repeat || (action === undefined && command === undefined))) return
    event.preventDefault()
    if (moved !== undefined) return select(moved)
    // Whatever the key means, it is seen: the wheel may have left the cell behind, and the last rows or repeats may have
    // gone with an import that was undone.
    const cell = within(cursor.cell, size)
    cursor.moveTo(cell)
    const seen: Desk = { ...desk, screen: { ...screen, cursor: { ...cursor, cell } } }
    if (action !== undefined) act(seen, action)
    else if (command !== undefined) obey(seen, command)
  }
  return {
    press,
    select,
    said,
    writeNote: (cell, text) => {
      const isGraded = !isOpenNow(screen, cell)
      const isStored = isGraded && (cache.trialAt(cell)?.note ?? null) === text
      keepNoteOf(screen, cell, isStored ? null : text)
      if (isGraded && !isStored) grader.perform({ kind: 'note', text }, cell)
    },
    declareVoid: (cell, reason) => {
      keepNoteOf(screen, cell, reason)
      grade(desk, cell, { kind: 'void', reason })
    },
    chooseCause: (cell, index) => grader.perform({ kind: 'cause', index }, cell),
  }
}
