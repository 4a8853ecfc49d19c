import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export interface Child {
  /** The next line the child says; rejects with what it said on standard error when there is none. */
  line(): Promise<string>
  /** Reads lines until one equals `text`, and answers how many came before it. */
  linesUntil(text: string): Promise<number>
  /** Says a line to it, and answers the line it says back. */
  ask(text: string): Promise<string>
  /** Ends its standard input and waits until it has gone. */
  end(): Promise<void>
  /** As a crash or the power switch would. */
  kill(): Promise<void>
}

export interface ChildOptions {
  /** The size no file of the child may grow beyond, in units of 512 bytes. */
  readonly fileSizeLimit?: number
}

/** Starts another program on a workspace: one of the scripts in `children/`. */
export function startChild(script: string, given: readonly string[], options: ChildOptions = {}): Child {
  const command = [process.execPath, at(`children/${script}.ts`), ...given]
  const [program = '', ...rest] =
    options.fileSizeLimit === undefined
      ? command
      : ['/bin/sh', '-c', `ulimit -f ${options.fileSizeLimit} && exec "$@"`, 'sh', ...command]
  const child = spawn(program, rest, { stdio: ['pipe', 'pipe', 'pipe'] })
  const gone = once(child, 'close')
  let complaints = ''
  child.stderr.on('data', (text: Buffer) => {
    complaints += text.toString()
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()

  async function line(): Promise<string> {
    const next = await lines.next()
    if (next.done === true) throw new Error(`${script} said nothing more. ${complaints}`)
    return next.value
  }
  return {
    line,
    async linesUntil(text) {
      for (let before = 0; ; before += 1) if ((await line()) === text) return before
    },
    async ask(text) {
      child.stdin.write(`${text}\n`)
      return await line()
    },
    async end() {
      child.stdin.end()
      await gone
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** What `children/open.ts` says: the schema version and the backups made, or how it failed. */
export const opened = z.union([
  z.strictObject({ version: z.number(), backups: z.array(z.string()) }),
  z.strictObject({ code: z.string(), message: z.string() }),
])
export type Opened = z.infer<typeof opened>

/** Runs `children/open.ts` and answers what it says. */
export async function openElsewhere(
  file: string,
  flags: readonly string[] = [],
  options: ChildOptions = {},
): Promise<Opened> {
  const child = startChild('open', [file, ...flags], options)
  const said = opened.parse(JSON.parse(await child.line()))
  await child.end()
  return said
}
