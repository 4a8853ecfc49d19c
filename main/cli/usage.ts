import { z } from 'zod'
import type { ExpectedFailure } from '../../shared/domain/failure.ts'

/** What a field of an operation's input is called on the command line. */
const words: Readonly<Record<string, string>> = {
  name: 'NAME',
  task: '--task',
  definition: '--definition',
  levels: '--level',
  target: '--target',
  plannedRepeats: '--repeats',
  plannedCases: '--cases',
  'budget.maxCostUsd': '--max-cost',
  'budget.maxLatencyMs': '--max-latency',
  wrongCost: '--wrong-cost',
  scope: '--scope',
  alpha: '--alpha',
  case: '--case',
  configuration: '--configuration',
  repeat: '--repeat',
  cause: '--cause',
  latencyMs: '--latency',
  costUsd: '--cost',
  note: '--note',
  loggedBy: 'NINES_LOGGED_BY',
  importedBy: 'NINES_LOGGED_BY',
  import: '--undo',
  level: '--level',
  mapping: '--map',
  ignoreColumns: '--ignore-column',
  passMark: '--pass-mark',
  required: '--required',
  assumed: '--assumed',
  repeats: '--repeats',
  costPerTrialUsd: '--cost',
  model: '--model',
  version: '--model-version',
  strategy: '--strategy',
  promptVersion: '--prompt-version',
  'compute.unit': '--compute-unit',
  compute: '--compute',
  moreComputeThan: '--more-compute-than',
  parameters: '--parameter',
}

const problems = z.array(z.object({ path: z.string(), message: z.string() })).min(1)

function wordFor(fullPath: string): string {
  // What is to change of a task or a configuration has the same words.
  const path = fullPath.replace(/^changes\./, '')
  const field = Object.keys(words).find((each) => path === each || path.startsWith(`${each}.`))
  return field === undefined ? path : (words[field] ?? path)
}

/** The message of an input that the core refused, in the words of the command line where it has them. */
export function usageText(failure: ExpectedFailure): string {
  const listed = problems.safeParse(failure.details)
  if (!listed.success) return failure.message
  const texts = listed.data.map(({ path, message }) => `${wordFor(path)}: ${message}`)
  return `${[...new Set(texts)].join('; ')}. Nothing was changed. (see --help)`
}
