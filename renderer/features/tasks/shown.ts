import type { TaskDetail } from '../../../shared/domain/task.ts'
import type { TaskPlace } from '../../state/place.ts'

/** The configuration on screen: the one asked for, though nothing is logged with it yet, else the first. */
export function shownConfiguration(detail: TaskDetail, place: TaskPlace): string | null {
  return place.configuration ?? detail.configurations[0]?.name ?? null
}

/** Whether there is anything to judge the configuration by. */
export function hasTrials(detail: TaskDetail, configuration: string | null): boolean {
  return detail.configurations.some((each) => each.name === configuration && each.trials > 0)
}
