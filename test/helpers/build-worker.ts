import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/**
 * Builds the entry of threads before the first test: Node runs TypeScript as it is, but not the TSX that reports are
 * drawn with, and a compiler inside each thread would be native code in threads that are cut off.
 */
export async function setup(): Promise<void> {
  await build({
    configFile: false,
    root: at('.'),
    logLevel: 'error',
    // As the product is built; a test run would have React's own checks in.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    ssr: { noExternal: true },
    build: {
      ssr: at('main/worker.ts'),
      target: 'node24.18',
      outDir: at('.cache/test-worker'),
      emptyOutDir: true,
      minify: false,
      copyPublicDir: false,
      rolldownOptions: {
        external: ['better-sqlite3', /^node:/],
        output: { format: 'es', entryFileNames: 'worker.js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
}
