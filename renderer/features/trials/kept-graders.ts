import { setWaiting } from '../../state/logging.ts'
import { createGrader, type Grader, type GraderPorts } from './grader.ts'

const graders = new Map<string, Grader>()
const waiting = new Map<string, number>()

/**
 * The grader of a task's configuration, the same one for as long as the window lives: what waits for the disk and
 * what can be undone outlive the screen they came from.
 */
export function graderFor(key: Pick<GraderPorts, 'task' | 'configuration'>, make: () => GraderPorts): Grader {
  const id = JSON.stringify([key.task, key.configuration])
  const known = graders.get(id)
  if (known !== undefined) return known
  const grader = createGrader(make())
  graders.set(id, grader)
  return grader
}

/** Tells the window how many attempts wait, of this grader and of those whose screens are away. */
export function tellWaiting(key: Pick<GraderPorts, 'task' | 'configuration'>, count: number): void {
  waiting.set(JSON.stringify([key.task, key.configuration]), count)
  setWaiting([...waiting.values()].reduce((sum, each) => sum + each, 0))
}
