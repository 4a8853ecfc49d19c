import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite'
import { copyResources } from './build/resources.mjs'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The main and the preload bundle run on Node: no public folder, no minification, production React. */
function nodeEnvironment(
  outDir: string,
  rolldownOptions: NonNullable<EnvironmentOptions['build']>['rolldownOptions'],
): EnvironmentOptions {
  return {
    consumer: 'server',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { noExternal: true },
    build: {
      target: 'node24.18',
      outDir: at(outDir),
      emptyOutDir: true,
      ssr: true,
      minify: false,
      copyPublicDir: false,
      ...(rolldownOptions === undefined ? {} : { rolldownOptions }),
    },
  }
}

/** Puts the sample data and the report fonts beside the main bundle, which reads them at run time. */
function resources(): Plugin {
  return {
    name: 'nines-resources',
    applyToEnvironment: (environment) => environment.name === 'main',
    writeBundle: ({ dir }) => {
      if (dir !== undefined) copyResources(resolve(dir, '../resources'))
    },
  }
}

/** Every browser that runs Nines reads woff2: the older copy of each font file would double the package. */
function woff2Only(): Plugin {
  return {
    name: 'nines-woff2-only',
    enforce: 'pre',
    transform: {
      filter: { id: /@fontsource.*\.css/ },
      handler: (code) => code.replaceAll(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, ''),
    },
  }
}

export default defineConfig({
  root: at('./renderer'),
  base: './',
  plugins: [react(), resources(), woff2Only()],
  build: {
    target: 'chrome152',
    outDir: at('./dist/renderer'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // One page, loaded from this computer: splitting it would only delay the second screen.
    chunkSizeWarningLimit: 1200,
    // Fonts and icons stay files: the content policy admits no data: fonts on screen.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Modules of shared/ do nothing by being loaded: a chart that only a later screen draws is loaded with it.
      treeshake: { moduleSideEffects: [{ test: /\/shared\//, sideEffects: false }] },
      output: {
        // Views that are loaded later share schemas with the first chunk. Whatever chunk these come to lie in, zod is
        // told not to probe for eval before any of them is made: see renderer/app/no-eval.ts.
        codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|app\/no-eval\.ts/ }] },
      },
    },
  },
  environments: {
    main: nodeEnvironment('./dist/main', {
      external: ['electron', /^electron\//, 'better-sqlite3', /^node:/, ...builtinModules],
      input: {
        electron: at('./main/electron/index.ts'),
        nines: at('./main/nines.ts'),
        worker: at('./main/worker.ts'),
      },
      output: { format: 'es', chunkFileNames: 'chunks/[name]-[hash].js' },
    }),
    preload: nodeEnvironment('./dist/preload', {
      external: ['electron'],
      input: { preload: at('./main/electron/preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    }),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['main', 'preload', 'client']) {
        const environment = builder.environments[name]
        if (environment === undefined) throw new Error(`vite has no environment "${name}"`)
        await builder.build(environment)
      }
    },
  },
})
