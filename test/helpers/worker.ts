import { fileURLToPath } from 'node:url'
import { createExporter } from '../../main/services/exports/exporter.ts'
import { createImporter } from '../../main/services/imports/importer.ts'
import { createTypesetter } from '../../main/services/reports/typesetter.ts'
import { createComputer } from '../../main/workers/computer.ts'

/** The entry of a thread, as build-worker.ts has made it. */
export const workerFile = fileURLToPath(new URL('../../.cache/test-worker/worker.js', import.meta.url))

/** The real ones, in threads. */
export const computer = createComputer(workerFile)
export const importer = createImporter(workerFile)
export const typesetter = createTypesetter(workerFile)
export const exporter = createExporter(workerFile)
