import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'rolldown/experimental'

/** Node takes the types out of .ts files by itself; for .tsx this does what the build does. */
registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    const file = fileURLToPath(url)
    const { code, errors } = transformSync(file, readFileSync(file, 'utf8'), {
      lang: 'tsx',
      jsx: { runtime: 'automatic' },
    })
    const [error] = errors
    if (error !== undefined) throw new Error(error.message)
    return { format: 'module', source: code, shortCircuit: true }
  },
})
