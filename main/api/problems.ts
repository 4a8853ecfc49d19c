import type { z } from 'zod'

/** What is wrong with an input, and where: `1.outcome` is the field `outcome` of the second item. */
export interface InputProblem {
  readonly path: string
  readonly message: string
}

type Path = readonly PropertyKey[]

/** Bounds in plain words; a schema that says something of its own about them keeps it. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small' && issue.message.startsWith('Too small')) {
    const { minimum, origin, inclusive } = issue
    if (origin === 'string')
      return minimum === 1 ? 'must not be empty' : `needs ${minimum} characters or more`
    if (origin === 'array') return `needs ${minimum} or more items`
    return `must be ${inclusive === false ? 'above' : 'at least'} ${minimum}`
  }
  if (issue.code === 'too_big' && issue.message.startsWith('Too big')) {
    const { maximum, origin, inclusive } = issue
    if (origin === 'string') return `must have at most ${maximum} characters`
    if (origin === 'array') return `must have at most ${maximum} items`
    return `must be ${inclusive === false ? 'below' : 'at most'} ${maximum}`
  }
  return issue.message
}

/** When several shapes would do, the one that the input comes closest to tells what is wrong. */
function problemsOfChoice(branches: readonly (readonly z.core.$ZodIssue[])[], path: Path): InputProblem[] {
  const closest = branches.find((issues) => issues.some((issue) => issue.path.length > 0))
  if (closest !== undefined) return problemsOf(closest, path)
  const messages = branches.flat().map(messageOf)
  return messages.length === 0 ? [] : [{ path: path.join('.'), message: messages.join(', or ') }]
}

function problemsOf(issues: readonly z.core.$ZodIssue[], base: Path): InputProblem[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path]
    const inside = issue.code === 'invalid_union' ? problemsOfChoice(issue.errors, path) : []
    return inside.length === 0 ? [{ path: path.join('.'), message: messageOf(issue) }] : inside
  })
}

/** More of them are no help, and one input can have millions. */
const mostProblems = 100

export function inputProblems(error: z.ZodError): InputProblem[] {
  return problemsOf(error.issues.slice(0, mostProblems), []).slice(0, mostProblems)
}

/** The first few in one line. */
export function describeProblems(problems: readonly InputProblem[]): string {
  const shown = problems
    .slice(0, 5)
    .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
  return `${shown.join('; ')}${problems.length > shown.length ? '; and more' : ''}`
}
