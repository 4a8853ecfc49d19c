import { describe, expect, it } from 'vitest'
import { addressOfStep } from '../../../../renderer/features/assessments/next-place.ts'
import { taskPlace } from '../../../../renderer/state/place.ts'
import type { NextStep } from '../../../../shared/domain/assessment.ts'

const place = taskPlace('Refunds', 'verdict', { configuration: 'base', level: 'Alone' })
const look = 'configuration=base&level=Alone'

describe('where a step leads', () => {
  it.each<[NextStep, string]>([
    [{ step: 'study-never-solved', cases: 14, k: 4, ceiling: 0.72 }, `cases?${look}&group=never`],
    [{ step: 'complete-cases', incompleteCases: 2, plannedRepeats: 4 }, `cases?${look}&group=incomplete`],
    [{ step: 'label-causes', labelled: 0, failures: 9 }, `cases?${look}&cause=`],
    [
      { step: 'fix-top-cause', cause: 'tool-error', failures: 4, labelled: 9 },
      `cases?${look}&cause=tool-error`,
    ],
    [{ step: 'resolve-conflict', causesLever: 'inference-scaling' }, `cases?${look}&outcome=fail`],
    [{ step: 'log-first-trials', plannedRepeats: 4 }, `log?${look}`],
    [{ step: 'log-more-cases', cases: 40, level: 'Alone' }, `log?${look}`],
    [{ step: 'log-verdicts' }, `log?${look}`],
    [{ step: 'keep-watch', level: 'Alone' }, `log?${look}`],
    [{ step: 'try-next-level', level: 'Next', required: 0.99 }, 'verdict?configuration=base&level=Next'],
  ])('%o', (step, address) => {
    expect(addressOfStep(place, step)).toBe(`#/task/Refunds/${address}`)
  })

  it('is nowhere for what is done outside', () => {
    expect(addressOfStep(place, { step: 'build-verifier', estimate: 0.4, ceiling: 0.7, k: 4 })).toBeNull()
  })
})
