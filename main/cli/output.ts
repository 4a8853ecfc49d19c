import type { CliHost } from './host.ts'
import { printable } from './terminal.ts'

/** Options that every command takes. */
export interface GlobalOptions {
  readonly workspace?: string
  readonly json?: true
  readonly quiet?: true
}

/** Where a command writes: what a script reads, what a person reads, and what only shows that work goes on. */
export interface Output {
  readonly json: boolean
  /** One JSON document on standard output; with --json there is exactly one. */
  readonly document: (value: unknown) => void
  /** What was asked for: one JSON document with --json, else text. */
  readonly answer: (value: unknown, text: () => string) => void
  /** As `answer`, of what a command did: the text is left out with --quiet. */
  readonly done: (value: unknown, text: () => string) => void
  /** Text for people alone, which may hold colours: the caller answers for its being printable. */
  readonly show: (text: string) => void
  /** For people who want to know more: nothing of it with --json or --quiet. */
  readonly say: (text: string) => void
  /** As `say`, on standard error. */
  readonly progress: (text: string) => void
  /**
   * The last line of a terminal, on standard error, written anew each time; null takes it away. Null itself where there
   * is no terminal, and with --json or --quiet.
   */
  readonly status: ((text: string | null) => void) | null
  /** What went wrong, on standard error, whatever the options. */
  readonly warn: (text: string) => void
}

/** To the start of the line, and nothing on it any more. */
const clearLine = '\r\u001B[K'

export function createOutput(host: CliHost, options: GlobalOptions): Output {
  const json = options.json === true
  const talks = !json && options.quiet !== true
  const document = (value: unknown): void => host.write(`${JSON.stringify(value, null, 2)}\n`)
  const warn = (text: string): void => host.writeError(`${printable(text)}\n`)
  const writeText = (text: string): void => host.write(`${printable(text)}\n`)
  return {
    json,
    document,
    answer: (value, text) => (json ? document(value) : writeText(text())),
    done: (value, text) => {
      if (json) document(value)
      else if (talks) writeText(text())
    },
    show: (text) => {
      if (!json) host.write(`${text}\n`)
    },
    say: (text) => {
      if (talks) writeText(text)
    },
    progress: (text) => {
      if (talks) warn(text)
    },
    status: talks && host.rewrites ? (text) => host.writeError(clearLine + printable(text ?? '')) : null,
    warn,
  }
}
