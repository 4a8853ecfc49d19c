import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** What runs in threads is built before the tests. */
const globalSetup = [at('./test/helpers/build-worker.ts')]

/** Only the shell project may see an `electron`, and then the strict fake: see test/electron/fake-electron.ts. */
const noElectron = { alias: { electron: at('./test/helpers/no-electron.ts') } }

export default defineConfig({
  test: {
    testTimeout: 60_000,
    // One core is left idle otherwise: of two, half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        resolve: noElectron,
        test: {
          name: 'unit',
          include: ['test/{shared,main,renderer,build}/**/*.test.{ts,tsx}'],
          exclude: ['test/main/electron/**'],
          environment: 'node',
          globalSetup,
        },
      },
      {
        resolve: { alias: { electron: at('./test/main/electron/fake-electron.ts') } },
        test: { name: 'contract', include: ['test/contract/**/*.test.ts'], environment: 'node', globalSetup },
      },
      {
        resolve: { alias: { electron: at('./test/main/electron/fake-electron.ts') } },
        test: {
          name: 'shell',
          include: ['test/main/electron/**/*.test.ts'],
          environment: 'node',
          globalSetup,
        },
      },
      {
        resolve: noElectron,
        test: { name: 'package', include: ['test/package/**/*.test.ts'], environment: 'node' },
      },
      {
        resolve: noElectron,
        test: {
          name: 'calibration',
          include: ['test/calibration/**/*.test.ts'],
          environment: 'node',
          // Thousands of simulated teams to a test, and machines are slow at times.
          testTimeout: 600_000,
        },
      },
    ],
  },
})
