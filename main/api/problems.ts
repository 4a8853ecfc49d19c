import type { z } from 'zod'

/** What is wrong with an input, and where: `1.outcome` is the field `outcome` of the second item. */
export interface InputProblem {
  readonly path: string
  readonly message: string
}

type Path = readonly PropertyKey[]

/** When several shapes would do, the one that the input comes closest to tells what is wrong. */
function problemsOfChoice(branches: readonly (readonly z.core.$ZodIssue[])[], path: Path): InputProblem[] {
  const closest = branches.find((issues) => issues.some((issue) => issue.path.length > 0))
  if (closest !== undefined) return problemsOf(closest, path)
  const messages = branches.flat().map((issue) => issue.message)
  return messages.length === 0 ? [] : [{ path: path.join('.'), message: messages.join(', or ') }]
}

function problemsOf(issues: readonly z.core.$ZodIssue[], base: Path): InputProblem[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path]
    const inside = issue.code === 'invalid_union' ? problemsOfChoice(issue.errors, path) : []
    return inside.length === 0 ? [{ path: path.join('.'), message: issue.message }] : inside
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
