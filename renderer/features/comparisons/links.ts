import type { CaseFilter } from '../../../shared/domain/case-filter.ts'
import { addressOf, taskPlace, type TaskPlace } from '../../state/place.ts'

/** Where the cases of a configuration are, all of them or some. */
export function casesAddress(
  place: TaskPlace,
  configuration: string,
  filter: Partial<CaseFilter> = {},
): string {
  return addressOf(taskPlace(place.task, 'cases', { ...place, configuration }, filter))
}
