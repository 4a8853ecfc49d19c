import { useRead } from '../../api/hooks.ts'
import type { KnownNames } from './draft.ts'

/** The names of the other tasks, in use and removed. */
export function useKnownNames(own: string | null): KnownNames {
  const tasks = useRead('task.list', {})
  const removed = useRead('task.listRemoved', {})
  const taken = tasks.data?.map((each) => each.name) ?? []
  return {
    taken: taken.filter((name) => name !== own),
    removed: removed.data?.map((each) => each.name) ?? [],
  }
}
