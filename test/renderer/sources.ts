import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type ESTree, parseSync } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Source {
  /** From the top of the project, with `/`. */
  readonly path: string
  readonly program: ESTree.Program
}

/** Parses a source text; the ending of the path says whether it holds JSX. */
export function parseSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  return { path, program }
}

/** Every TypeScript source in a folder of the project, parsed. */
export function sourcesIn(folder: string): readonly Source[] {
  return globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => parseSource(path, readFileSync(`${root}/${path}`, 'utf8')))
}
