import { fileURLToPath } from 'node:url'
import { createComputer } from '../../main/workers/computer.ts'

/** The entry of a computation's thread; Node runs its TypeScript as it is. */
export const workerFile = fileURLToPath(new URL('../../main/workers/worker.ts', import.meta.url))

/** The real one, in threads. */
export const computer = createComputer(workerFile)
