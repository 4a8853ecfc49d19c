import type { GradingAction, GridTrial } from './grading.ts'

/** What a person grades and says, of an attempt that may not be stored yet. */
export type WishedTrial = Omit<GridTrial, 'repeat' | 'loggedBy'>

const nextVerdict = { none: 'accept', accept: 'reject', reject: null } as const

const ungraded = { cause: null, verifier: null, note: null, latencyMs: null } as const

/** Neither a pass nor a void has a cause; another failure keeps the one it has. */
export function hasCause(outcome: GridTrial['outcome']): boolean {
  return outcome === 'fail' || outcome === 'error'
}

/** What the verifier is said to have answered after the key was pressed once more. */
export function verdictAfter(verdict: GridTrial['verifier']): GridTrial['verifier'] {
  return nextVerdict[verdict ?? 'none']
}

function graded(
  before: WishedTrial | null,
  outcome: GridTrial['outcome'],
  said: { readonly note?: string | undefined; readonly latencyMs?: number | undefined },
): WishedTrial {
  const kept = before ?? ungraded
  return {
    outcome,
    cause: hasCause(outcome) ? kept.cause : null,
    verifier: kept.verifier,
    note: said.note ?? kept.note,
    // Only an attempt that was not graded before takes what the stopwatch measured.
    latencyMs: before === null ? (said.latencyMs ?? null) : kept.latencyMs,
  }
}

/**
 * How an attempt is to be after a key, given how it was to be before it; null for one that is not logged. An undo says
 * nothing of one attempt, so it changes nothing here.
 * @param causes keys of the causes, in the order of their digits
 */
export function wishedAfter(
  before: WishedTrial | null,
  action: GradingAction,
  causes: readonly string[],
): WishedTrial | null {
  switch (action.kind) {
    case 'grade':
      return graded(before, action.outcome, action)
    case 'void':
      return graded(before, 'void', { note: action.reason })
    case 'remove':
      return null
    case 'note':
      return before && { ...before, note: action.text }
    case 'time':
      return before && { ...before, latencyMs: action.latencyMs }
    case 'verifier':
      return before && { ...before, verifier: verdictAfter(before.verifier) }
    case 'cause': {
      const cause = causes[action.index]
      return before === null || cause === undefined || !hasCause(before.outcome)
        ? before
        : { ...before, cause }
    }
    case 'undo':
    case 'redo':
      return before
  }
}
