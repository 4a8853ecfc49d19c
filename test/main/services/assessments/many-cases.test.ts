import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { header, passes, request } from '../imports/request.ts'
import { openCore } from '../open-core.ts'

/** Takes every trial out of the file behind the program's back, so that only the roll-ups are left. */
function removeTrials(file: string): number {
  const database = new Database(file)
  try {
    return database.prepare('DELETE FROM trial').run().changes
  } finally {
    database.close()
  }
}

describe('a task of 10,000 cases', () => {
  it('is assessed from the roll-ups alone: nothing changes when the trials are out of reach', async () => {
    const { client, file } = openCore()
    const failures = ['x', 'y'].flatMap((label) => [`${label},base,1,fail`, `${label},base,2,error`])
    await client.call(
      'import.commit',
      request([header, ...passes(9998, 2), ...failures], { createTask: true }),
    )
    const before = await client.call('assessment.get', { task: 'refunds' })
    expect(before.counts).toEqual({
      cases: 10_000,
      completeCases: 10_000,
      plannedRepeats: 2,
      completeRounds: null,
      trials: 20_000,
      passes: 19_996,
      failures: 2,
      errors: 2,
      voids: 0,
      notCounted: 0,
      ofIncompleteCases: 0,
      extraRepeats: 0,
    })
    expect(before.reliability.estimate).toBeCloseTo(0.9998, 12)
    expect(before.levels.map((each) => each.verdict)).toEqual(['meets', 'meets', 'meets'])
    const list = await client.call('task.list', {})
    expect(removeTrials(file)).toBe(20_000)
    expect(await client.call('assessment.get', { task: 'refunds' })).toEqual(before)
    expect(await client.call('task.list', {})).toEqual(list)
  })
})
