import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Cancelled } from '../../../shared/domain/failure.ts'
import { countTrials } from '../../store/trials.ts'
import { listTasks } from '../../store/tasks.ts'
import type { Context } from '../context.ts'

export function workspaceInfo(context: Context) {
  const { workspace, appVersion } = context
  return {
    path: workspace.file,
    name: basename(workspace.file),
    schemaVersion: workspace.schemaVersion,
    appVersion,
    tasks: listTasks(workspace.queries).length,
    trials: countTrials(workspace.queries),
  }
}

/** Reads the whole file. */
export function checkWorkspace(context: Context): { sound: boolean; problems: string[] } {
  const problems = [...context.workspace.check()]
  return { sound: problems.length === 0, problems }
}

const longestWaitMs = 25_000
const pollMs = 200

/** Numbers the states of a workspace, so that a window can ask for the next one. */
export interface Changes {
  next(after: number, signal?: AbortSignal): Promise<{ change: number }>
}

/** Other processes write to the file too: their changes show only when one looks. */
export function watchChanges(context: Context): Changes {
  let mark = ''
  let change = -1

  function look(): number {
    const present = context.workspace.changeMark()
    if (present !== mark) {
      mark = present
      change += 1
    }
    return change
  }

  return {
    async next(after, signal) {
      const until = Date.now() + longestWaitMs
      while (look() <= after && Date.now() < until) {
        if (signal?.aborted === true) throw new Cancelled()
        await wait(pollMs)
      }
      return { change }
    },
  }
}
