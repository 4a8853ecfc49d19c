import type { CaseFilter } from '../../../shared/domain/case-filter.ts'
import type { TaskPlace } from '../../state/place.ts'
import { replacePlace, useView } from '../../state/view.ts'

/** Changes what is asked for, of the place as it is by then. */
export function changeFilter(changes: Partial<CaseFilter>): void {
  const { place } = useView.getState()
  if (place.screen === 'task') replacePlace({ ...place, filter: { ...place.filter, ...changes } })
}

export function openedCase(place: TaskPlace, label: string): TaskPlace {
  return { ...place, case: label }
}

export function listPlace(place: TaskPlace): TaskPlace {
  return { ...place, case: null }
}
