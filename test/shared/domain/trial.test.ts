import { describe, expect, it } from 'vitest'
import { trial, trialRow } from '../../../shared/domain/trial.ts'

const given = { configuration: 'm', case: 'a', repeat: 1, outcome: 'fail' } as const

describe('a trial', () => {
  it('never holds half of a surrogate pair, which no UTF-8 file can keep', () => {
    const half = '\uD83D'
    const parsed = trialRow.parse({
      ...given,
      configuration: `m${half}`,
      case: `a${half}`,
      cause: `c${half}`,
      loggedBy: `b${half}`,
      segment: `s${half}`,
      answer: `x${half}`,
      note: `n${half}`,
      input: `i${half}`,
      actions: [`t${half}`],
    })
    expect(parsed).toMatchObject({
      configuration: 'm\uFFFD',
      case: 'a\uFFFD',
      cause: 'c\uFFFD',
      loggedBy: 'b\uFFFD',
      segment: 's\uFFFD',
      answer: 'x\uFFFD',
      note: 'n\uFFFD',
      input: 'i\uFFFD',
      actions: ['t\uFFFD'],
    })
    expect(trial.parse({ ...given, note: '😀 whole' }).note).toBe('😀 whole')
  })

  it('never holds a NUL, which no text file can keep', () => {
    expect(trial.parse({ ...given, case: 'a\u0000', answer: '\u0000' })).toMatchObject({
      case: 'a\uFFFD',
      answer: '\uFFFD',
    })
  })

  it.each([
    ['latencyMs', 1e12, 1e12 + 1],
    ['costUsd', 1e9, 1e9 + 1],
  ])('bounds %s, so that sums stay finite', (field, largest, tooLarge) => {
    expect(trial.safeParse({ ...given, [field]: largest }).success).toBe(true)
    expect(trial.safeParse({ ...given, [field]: tooLarge }).success).toBe(false)
    expect(trial.safeParse({ ...given, [field]: -1 }).success).toBe(false)
  })

  it.each(['2025-03-01T10:00Z', '2025-03-01T10:00+09:00', '2025-03-01T10:00:00.5-03:30'])(
    'may have started at %s',
    (startedAt) => {
      expect(trial.parse({ ...given, startedAt }).startedAt).toBe(startedAt)
    },
  )

  it('trims names and refuses those with nothing in them', () => {
    expect(trial.parse({ ...given, case: '  a b ' }).case).toBe('a b')
    expect(trial.safeParse({ ...given, case: ' \n ' }).success).toBe(false)
  })
})
