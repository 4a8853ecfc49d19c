import type { NextStep } from '../../../shared/domain/assessment.ts'
import { addressOf, tabPlace, taskPlace, type TaskPlace } from '../../state/place.ts'
import { casesAddress } from './CaseLink.tsx'

/** Where one goes to take a step: the cases it speaks of, the log, or the verdict of another level; null: outside. */
export function addressOfStep(place: TaskPlace, step: NextStep): string | null {
  switch (step.step) {
    case 'study-never-solved':
      return casesAddress(place, { group: 'never' })
    case 'complete-cases':
      return casesAddress(place, { group: 'incomplete' })
    case 'label-causes':
      return casesAddress(place, { cause: '' })
    case 'fix-top-cause':
      return casesAddress(place, { cause: step.cause })
    case 'resolve-conflict':
      return casesAddress(place, { outcome: 'fail' })
    case 'log-first-trials':
    case 'log-more-cases':
    case 'log-verdicts':
    case 'log-answers':
    case 'keep-watch':
      return addressOf(tabPlace(place, 'log'))
    case 'measure-configuration':
      return addressOf({ ...tabPlace(place, 'log'), configuration: step.configuration })
    case 'try-next-level':
      return addressOf(taskPlace(place.task, 'verdict', { ...place, level: step.level }))
    case 'log-more-repeats':
    case 'build-verifier':
    case 'improve-verifier':
    case 'measure-more-compute':
    case 'raise-budget':
    case 'meet-budget':
    case 'adopt-strategy':
      return null
  }
}
