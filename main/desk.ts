import { randomUUID } from 'node:crypto'
import type { Reply } from '../shared/contract/reply.ts'
import { ExpectedFailure } from '../shared/domain/failure.ts'
import type { Router } from './api/router.ts'
import type { Desk, WorkspaceInfo } from './services/context.ts'
import type { Workspace } from './store/workspace.ts'
import { createTurns } from './turns.ts'

/** A workspace that lies open, with what works in it. */
export interface Laid {
  readonly workspace: Workspace
  readonly router: Router
  readonly info: (id: string) => WorkspaceInfo
  /** Work that the workspace does by itself, such as a backup. */
  readonly atEase: () => Promise<void>
}

/** One stretch in which windows see the same workspace: until another is opened or a backup is restored. */
interface Stretch {
  readonly id: string
  readonly laid: Laid
  /** Aborts what is under way when the stretch ends. */
  readonly over: AbortController
  readonly underWay: Set<Promise<unknown>>
  /** Aborted when the workspace is closed, or will be as soon as nothing is under way in it. */
  readonly left: AbortController
}

/** These end stretches: they are not waited for at the end of their own. */
const enders: ReadonlySet<string> = new Set(['workspace.create', 'workspace.open', 'backup.restore'])

const changedCode = 'workspace-changed'

function changedMessage(present: string): string {
  return `Another workspace, or an earlier state of it, was opened meanwhile: ${present}. Nothing was changed. Ask again.`
}

function changedReply(present: string): Reply {
  return { ok: false, error: { kind: 'expected', code: changedCode, message: changedMessage(present) } }
}

export interface CallableDesk extends Pick<Desk, 'info'> {
  /** @param named the workspace the caller believes it is in; one that is no longer open refuses the call */
  readonly call: (
    operation: string,
    input: unknown,
    signal: AbortSignal | undefined,
    named: string | undefined,
  ) => Promise<Reply>
  /** Runs the work that the workspace does by itself, unless it is closed meanwhile. */
  readonly rest: () => Promise<void>
  readonly close: () => void
}

function begin(laid: Laid, left: AbortController): Stretch {
  return { id: randomUUID(), laid, left, over: new AbortController(), underWay: new Set() }
}

async function track<Result>({ underWay }: Stretch, work: Promise<Result>): Promise<Result> {
  underWay.add(work)
  try {
    return await work
  } finally {
    underWay.delete(work)
  }
}

type Lay = (file: string, desk: Desk, isLeft: () => boolean) => Laid

/**
 * Keeps one workspace open at a time.
 * @param lay opens a workspace, with the desk as its services see it
 * @throws ExpectedFailure when the first workspace cannot be opened
 */
export function createDesk(
  lay: Lay,
  firstFile: string,
  reportError: (message: string, error: unknown) => void,
): CallableDesk {
  const closing = new AbortController()
  const leaving = new Set<Workspace>()
  const inTurn = createTurns(1)
  let current = layAnew(firstFile)
  /** Settles when work that must be alone is done; null when there is none. */
  let alone: Promise<void> | null = null

  function layAnew(file: string): Stretch {
    const left = new AbortController()
    const own: Desk = { info, change, alone: (work) => runAlone(left.signal, work) }
    return begin(
      lay(file, own, () => left.signal.aborted),
      left,
    )
  }

  function info(): WorkspaceInfo {
    return current.laid.info(current.id)
  }

  function change(file: string): void {
    const next = layAnew(file)
    const former = current
    current = next
    void leave(former)
  }

  async function leave({ laid: { workspace }, left, over, underWay }: Stretch): Promise<void> {
    leaving.add(workspace)
    left.abort()
    over.abort()
    await Promise.allSettled(underWay)
    if (!leaving.delete(workspace)) return
    try {
      workspace.close()
    } catch (error) {
      reportError(`${workspace.file} could not be closed as it should`, error)
    }
  }

  /** @param left of the workspace that the work is about */
  async function runAlone<Result>(left: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    return await inTurn(async () => {
      // Another one may have been opened while this waited for its turn.
      if (left.aborted) throw new ExpectedFailure(changedCode, changedMessage(current.laid.workspace.file))
      const { promise, resolve } = Promise.withResolvers<void>()
      alone = promise
      current.over.abort()
      let next: Stretch = { ...current, over: new AbortController(), underWay: new Set() }
      try {
        await Promise.allSettled(current.underWay)
        const result = await work()
        next = begin(current.laid, current.left)
        return result
      } finally {
        // Work that failed has changed nothing: windows need not read anew.
        current = next
        alone = null
        resolve()
      }
    }, closing.signal)
  }

  return {
    info,
    async call(operation, input, signal, named) {
      for (let others = alone; others !== null; others = alone) await others
      const stretch = current
      if (named !== undefined && named !== stretch.id) return changedReply(stretch.laid.workspace.file)
      const signals = [closing.signal, stretch.over.signal, ...(signal === undefined ? [] : [signal])]
      const answer = stretch.laid.router(operation, input, AbortSignal.any(signals))
      const reply = await (enders.has(operation) ? answer : track(stretch, answer))
      const isCut = stretch.over.signal.aborted && !closing.signal.aborted && signal?.aborted !== true
      return isCut && !reply.ok && reply.error.kind === 'cancelled'
        ? changedReply(current.laid.workspace.file)
        : reply
    },
    rest: () => track(current, current.laid.atEase()),
    close() {
      // What still waits must not look at a workspace that is closed.
      closing.abort()
      current.left.abort()
      for (const workspace of [...leaving, current.laid.workspace]) workspace.close()
      leaving.clear()
    },
  }
}
