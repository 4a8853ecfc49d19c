import { fileURLToPath } from 'node:url'
import { createImporter } from '../../main/services/imports/importer.ts'
import { createComputer } from '../../main/workers/computer.ts'

/** The entry of a thread; Node runs its TypeScript as it is. */
export const workerFile = fileURLToPath(new URL('../../main/worker.ts', import.meta.url))

/** The real ones, in threads. */
export const computer = createComputer(workerFile)
export const importer = createImporter(workerFile)
