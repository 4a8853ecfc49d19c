import type { TaskDetail } from '../../../shared/domain/task.ts'
import type { TaskPlace } from '../../state/place.ts'

/** What every view of a task is given. */
export interface TaskViewProps {
  readonly detail: TaskDetail
  readonly place: TaskPlace
  /** The configuration on screen; null while the task has none. */
  readonly configuration: string | null
}
