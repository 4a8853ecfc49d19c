import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Cancelled } from '../../../shared/domain/failure.ts'
import { countTrials } from '../../store/trials.ts'
import { listTasks, unreadableTasks } from '../../store/tasks.ts'
import type { Backups } from '../backups/index.ts'
import type { Context, StoreContext, WorkspaceInfo } from '../context.ts'

/** @param id what windows call the workspace as it lies open */
export function workspaceInfo(
  context: Context,
  id: string,
  backups: Pick<Backups, 'summary'>,
): WorkspaceInfo {
  const { workspace, appVersion } = context
  return {
    id,
    path: workspace.file,
    name: basename(workspace.file),
    schemaVersion: workspace.schemaVersion,
    appVersion,
    tasks: listTasks(workspace.queries).length,
    trials: countTrials(workspace.queries),
    backup: backups.summary(),
  }
}

/** Reads the whole file. */
export function checkWorkspace(context: Context): { sound: boolean; problems: string[] } {
  const { workspace } = context
  const problems = [...workspace.check(), ...unreadableTasks(workspace.queries)]
  return { sound: problems.length === 0, problems }
}

/** How long a window waits for a change, and how often the file is looked at meanwhile. */
export interface Timing {
  readonly longestWaitMs: number
  readonly pollMs: number
}

const usualTiming: Timing = { longestWaitMs: 25_000, pollMs: 200 }

/** Numbers the states of a workspace, so that a window can ask for the next one. */
export interface Changes {
  /** @throws Cancelled at once when the signal says so; the workspace is not looked at any more then */
  next(after: number, signal?: AbortSignal): Promise<{ change: number }>
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await wait(ms, undefined, signal === undefined ? {} : { signal })
  } catch (error) {
    if (signal?.aborted !== true) throw error
    throw new Cancelled()
  }
}

/**
 * Other processes write to the file too: their changes show only when one looks.
 * @param otherNews differs whenever there is news that the file does not tell
 */
export function watchChanges(
  context: StoreContext,
  { longestWaitMs, pollMs }: Timing = usualTiming,
  otherNews: () => string = () => '',
): Changes {
  let mark = ''
  let change = -1

  function look(): number {
    const present = `${context.workspace.changeMark()} ${otherNews()}`
    if (present !== mark) {
      mark = present
      change += 1
    }
    return change
  }

  return {
    async next(after, signal) {
      if (signal?.aborted === true) throw new Cancelled()
      const until = Date.now() + longestWaitMs
      while (look() <= after && Date.now() < until) await pause(pollMs, signal)
      return { change }
    },
  }
}
