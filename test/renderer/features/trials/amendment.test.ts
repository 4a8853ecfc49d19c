import { describe, expect, it } from 'vitest'
import { amendmentTo } from '../../../../renderer/features/trials/amendment.ts'
import type { Trial } from '../../../../shared/domain/trial.ts'

const key = { configuration: 'model-x', case: 'case-1', repeat: 1 } as const
const bare: Trial = { ...key, outcome: 'fail' }
const full: Trial = {
  ...bare,
  cause: 'tool-error',
  verifier: 'accept',
  grader: 'judge',
  loggedBy: 'Mina',
  note: 'slow',
  latencyMs: 900,
}

describe('the amendment from one trial to another', () => {
  it('names every field that can be amended: one that was not there is taken away', () => {
    expect(amendmentTo(bare, { ...bare, outcome: 'pass', cause: 'other', note: 'x' })).toEqual({
      outcome: 'fail',
      cause: null,
      verifier: null,
      note: null,
      latencyMs: null,
    })
    expect(amendmentTo(full, bare)).toEqual({
      outcome: 'fail',
      cause: 'tool-error',
      verifier: 'accept',
      note: 'slow',
      latencyMs: 900,
      grader: 'judge',
      loggedBy: 'Mina',
    })
  })

  it.each([{ loggedBy: 'Mina' }, { grader: 'human' as const }])(
    'is none when %j would have to go',
    (said) => {
      expect(amendmentTo(bare, { ...bare, ...said })).toBeNull()
      expect(amendmentTo({ ...bare, ...said }, bare)).not.toBeNull()
    },
  )

  it.each([{ costUsd: 5 }, { answer: 'x' }, { score: 0.5 }, { severity: 'low' as const }])(
    'is none when they differ in %j',
    (other) => {
      expect(amendmentTo({ ...bare, ...other }, bare)).toBeNull()
      expect(amendmentTo(bare, { ...bare, ...other })).toBeNull()
    },
  )
})
