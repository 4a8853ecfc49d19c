import type { CaseFilter } from '../../../shared/domain/case-filter.ts'
import { addressOf, taskPlace, type TaskPlace, taskTabs } from '../../state/place.ts'

/** Where cases are looked at: a view of their own, or the log in a window without one. */
const casesView: string = 'cases'
const casesTab = taskTabs.find((tab) => tab === casesView) ?? 'log'

/** Where the cases of a configuration are, all of them or some. */
export function casesAddress(
  place: TaskPlace,
  configuration: string,
  filter: Partial<CaseFilter> = {},
): string {
  return addressOf(taskPlace(place.task, casesTab, { ...place, configuration }, filter))
}
