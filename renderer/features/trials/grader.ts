import type { Client } from '../../../shared/contract/client.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import type { Outcome, Trial } from '../../../shared/domain/trial.ts'
import { type Amendment, amendmentTo } from './amendment.ts'
import type { Cell, GradingAction, GridTrial } from './grading.ts'
import { keyOf, requestsForAll, signatureOf, type Wish } from './leaving.ts'
import { hasCause, verdictAfter } from './wished.ts'

/** What the grader works with; the grid on screen provides it. */
export interface GraderPorts {
  readonly call: Client['call']
  readonly task: string
  readonly configuration: string
  readonly loggedBy: string | null
  /** Keys of the causes, in the order of their digits. */
  readonly causes: readonly string[]
  /** Label of the case in a row that is on screen. */
  readonly caseAt: (row: number) => string | undefined
  readonly trialAt: (cell: Cell) => GridTrial | undefined
  /** Shows what is stored in a cell now. */
  readonly show: (cell: Cell, trial: GridTrial | null) => void
  readonly onWaiting: (waiting: number) => void
  /** Told which grades are on their way to the disk, the oldest first. */
  readonly onComing: (coming: readonly Coming[]) => void
  readonly onFailure: (error: unknown, lost: Lost) => void
  readonly onDone: (done: Done) => void
}

/** A grade that is not stored yet. */
export interface Coming {
  readonly cell: Cell
  readonly outcome: Outcome
}

/** What was done last, for those who hear the screen instead of seeing it. */
export interface Done {
  readonly what: 'logged' | 'undone' | 'redone' | 'nothingToUndo' | 'nothingToRedo'
  readonly cell: Cell | null
}

/** What keys had asked for when one of them failed: nothing of it is stored. */
export interface Lost {
  /** Where grading has to go on; null when only an undo was asked for. */
  readonly first: Cell | null
  /** How many attempts are not as the keys wanted them. */
  readonly attempts: number
}

/** A change that can be taken back: what was stored before and after, null for nothing. */
interface Change {
  readonly cell: Cell
  readonly before: Trial | null
  readonly after: Trial | null
}

export interface Grader {
  /** Does what a key asked for in that cell, after everything asked for earlier is stored. */
  readonly perform: (action: GradingAction, cell: Cell) => void
  /** Works with another screen from now on; what waits and what can be undone stays. */
  readonly connect: (ports: GraderPorts) => void
  /** Sends whatever waits at once, because the page goes and will hear no answer any more. */
  readonly leave: () => void
}

interface Grade {
  readonly outcome: Outcome
  readonly note?: string
  readonly latencyMs?: number
}

function comingOf(wishes: readonly Wish[]): readonly Coming[] {
  return wishes.flatMap(({ action, cell }): readonly Coming[] => {
    if (action.kind === 'grade') return [{ cell, outcome: action.outcome }]
    return action.kind === 'void' ? [{ cell, outcome: 'void' }] : []
  })
}

function lostOf(wishes: readonly Wish[]): Lost {
  const cells = wishes.filter(({ action }) => action.kind !== 'undo' && action.kind !== 'redo')
  const attempts = new Set(cells.map(({ cell }) => `${cell.row}/${cell.repeat}`))
  return { first: cells[0]?.cell ?? null, attempts: attempts.size }
}

/** The workspace waits for a lock by itself, so one attempt more is enough to outlast a longer one. */
async function oncePatiently(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || error.code !== 'workspace-locked') throw error
    await run()
  }
}

function toGridTrial(trial: Trial): GridTrial {
  const { repeat, outcome, cause = null, verifier = null, note = null } = trial
  const { latencyMs = null, loggedBy = null } = trial
  return { repeat, outcome, cause, verifier, note, latencyMs, loggedBy }
}

/** Stores attempts one after the other: each is on the disk before the next key is looked at. */
export function createGrader(firstPorts: GraderPorts): Grader {
  const { call, task, configuration } = firstPorts
  let ports = firstPorts
  const undo: Change[] = []
  const redo: Change[] = []
  /** What keys asked for, the first of them under way. */
  let queue: Wish[] = []

  function note(change: Change): void {
    undo.push(change)
    redo.length = 0
    ports.show(change.cell, change.after === null ? null : toGridTrial(change.after))
    ports.onDone({ what: 'logged', cell: change.cell })
  }

  async function amend(cell: Cell, changes: Amendment): Promise<void> {
    note({
      cell,
      ...(await call('trial.amend', {
        ...keyOf(ports, cell),
        changes: { ...changes, ...signatureOf(ports) },
      })),
    })
  }

  async function grade(cell: Cell, { outcome, note: text, latencyMs }: Grade): Promise<void> {
    const said = { outcome, grader: 'human', ...(text === undefined ? {} : { note: text }) } as const
    if (ports.trialAt(cell) !== undefined) {
      return amend(cell, { ...said, ...(hasCause(outcome) ? {} : { cause: null }) })
    }
    const time = latencyMs === undefined ? {} : { latencyMs }
    const { trials } = await call('trial.log', {
      ...keyOf(ports, cell),
      ...said,
      ...time,
      ...signatureOf(ports),
    })
    const [logged] = trials
    if (logged === undefined) return
    const { task: _task, ...after } = logged
    note({ cell, before: null, after })
  }

  async function remove(cell: Cell): Promise<void> {
    if (ports.trialAt(cell) === undefined) return
    note({ cell, before: await call('trial.withdraw', keyOf(ports, cell)), after: null })
  }

  /** Brings a cell from what is stored in it back to what was; its row need not be on screen any more. */
  async function restore(cell: Cell, wanted: Trial | null, stored: Trial | null): Promise<void> {
    const known = wanted ?? stored
    if (known === null) return
    const key = { task, configuration, case: known.case, repeat: known.repeat }
    // To amend keeps the attempt at its time; to log it again is to say that it was made now.
    const changes = wanted === null || stored === null ? null : amendmentTo(wanted, stored)
    if (changes !== null) await call('trial.amend', { ...key, changes })
    else if (wanted !== null) await call('trial.log', { ...wanted, task, replace: stored !== null })
    else await call('trial.withdraw', key)
    ports.show(cell, wanted === null ? null : toGridTrial(wanted))
  }

  async function stepBack(): Promise<void> {
    const change = undo.at(-1)
    if (change === undefined) return ports.onDone({ what: 'nothingToUndo', cell: null })
    await restore(change.cell, change.before, change.after)
    undo.pop()
    redo.push(change)
    ports.onDone({ what: 'undone', cell: change.cell })
  }

  async function stepForward(): Promise<void> {
    const change = redo.at(-1)
    if (change === undefined) return ports.onDone({ what: 'nothingToRedo', cell: null })
    await restore(change.cell, change.after, change.before)
    redo.pop()
    undo.push(change)
    ports.onDone({ what: 'redone', cell: change.cell })
  }

  async function run(action: GradingAction, cell: Cell): Promise<void> {
    const stored = ports.trialAt(cell)
    switch (action.kind) {
      case 'grade':
        return grade(cell, action)
      case 'void':
        return grade(cell, { outcome: 'void', note: action.reason })
      case 'note':
        return stored === undefined ? undefined : amend(cell, { note: action.text })
      case 'time':
        return stored === undefined ? undefined : amend(cell, { latencyMs: action.latencyMs })
      case 'cause': {
        const cause = ports.causes[action.index]
        const isFailure = stored !== undefined && hasCause(stored.outcome)
        return isFailure && cause !== undefined ? amend(cell, { cause }) : undefined
      }
      case 'verifier':
        return stored === undefined ? undefined : amend(cell, { verifier: verdictAfter(stored.verifier) })
      case 'remove':
        return remove(cell)
      case 'undo':
        return stepBack()
      case 'redo':
        return stepForward()
    }
  }

  function tell(): void {
    ports.onWaiting(queue.length)
    ports.onComing(comingOf(queue))
  }

  async function drain(): Promise<void> {
    for (let first = queue[0]; first !== undefined; first = queue[0]) {
      const { action, cell } = first
      const waiting = queue
      try {
        await oncePatiently(() => run(action, cell))
        waiting.shift()
      } catch (error) {
        // What was sent while the page went has its own requests.
        if (waiting !== queue) return
        // The keys behind it were pressed believing that this one had worked.
        const lost = lostOf(queue.splice(0))
        ports.onFailure(error, lost)
      }
      if (waiting !== queue) return
      tell()
    }
  }

  function leave(): void {
    const waiting = queue
    queue = []
    // Nobody is left to be told that one failed.
    for (const request of requestsForAll(waiting, ports)) request().catch(() => undefined)
    tell()
  }

  return {
    perform(action, cell) {
      queue.push({ action, cell })
      tell()
      if (queue.length === 1) void drain()
    },
    connect(next) {
      ports = next
    },
    leave,
  }
}
