import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { type CliHost, runCommand } from '../../../main/cli/index.ts'
import { createCore, type Printer } from '../../../main/core.ts'
import { resourcesFolder } from '../../helpers/resources.ts'
import { workerFile } from '../../helpers/worker.ts'

/** Stands in for a browser: its "PDF" is the page itself. */
const pagePrinter: Printer = { print: async (html) => Buffer.from(`%PDF-1.7\n${html}`) }

export interface Place {
  readonly folder: string
  /** The workspace that commands use when none is named. */
  readonly workspace: string
  /** Writes a file into the folder. @returns its path */
  file(name: string, ...lines: readonly string[]): string
}

/** A folder for the files of one test, removed when it is done. */
export function newPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'nines-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return {
    folder,
    workspace: join(folder, 'team.nines'),
    file(name, ...lines) {
      const path = join(folder, name)
      writeFileSync(path, lines.map((line) => `${line}\n`).join(''))
      return path
    },
  }
}

export interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface RunOptions extends Partial<CliHost> {
  readonly printer?: Printer
}

/** Runs one command line in this process and records what it writes; no byte of it may steer a terminal. */
export async function run(place: Place, words: readonly string[], options: RunOptions = {}): Promise<Run> {
  let out = ''
  let err = ''
  const { printer = pagePrinter, ...given } = options
  const host: CliHost = {
    version: '1.2.3',
    environment: {},
    colour: false,
    rewrites: false,
    write: (text) => {
      out += text
    },
    writeError: (text) => {
      err += text
    },
    defaultWorkspace: () => place.workspace,
    lastWorkspace: () => null,
    openCore: (workspaceFile) =>
      createCore({
        workspaceFile,
        settingsFile: join(place.folder, 'settings.json'),
        workerFile,
        resourcesFolder: resourcesFolder(),
        printer,
        log: {
          info: () => undefined,
          error: (message, error) => expect.fail(`${message}: ${String(error)}`),
        },
        appVersion: '1.2.3',
        clock: () => new Date('2026-03-01T09:00:00.000Z'),
      }),
    findBrowser: () => '/opt/browser',
    warmPrinter: () => undefined,
    startHost: () => Promise.reject(new Error('no host in this test')),
    openAddress: () => false,
    untilInterrupted: () => Promise.resolve(),
    ...given,
  }
  const code = await runCommand(words, host)
  // Line feeds alone end lines, and without colour no escape sequence is written, but for the line of progress.
  const told = host.rewrites ? withoutStatus(err) : err
  const steering = host.colour ? ['\r'] : ['\r', '\u001B', '\u009B']
  expect(steering.filter((each) => (out + told).includes(each))).toEqual([])
  expect(out === '' || out.endsWith('\n')).toBe(true)
  expect(told === '' || told.endsWith('\n')).toBe(true)
  return { code, out, err }
}

const clearLine = '\r\u001B[K'

/** Standard error without the line that a terminal shows while work goes on. */
function withoutStatus(err: string): string {
  const [before = '', ...rest] = err.split(clearLine)
  return before + rest.map((each) => each.replace(/^[^\n]+ … (?:\d+%|\d+ s so far)/u, '')).join('')
}

/** What that line said, one after the other; the empty text where it was taken away. */
export function statusOf(err: string): readonly string[] {
  return err.split(clearLine).slice(1)
}

/** Runs a command that must succeed without a word on standard error. @returns what it printed */
export async function succeed(
  place: Place,
  words: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, out, err } = await run(place, words, options)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}

/** The one JSON document that a command with --json prints; anything beside it fails to parse. */
export async function answer(
  place: Place,
  words: readonly string[],
  options: RunOptions = {},
): Promise<unknown> {
  return JSON.parse(await succeed(place, [...words, '--json'], options))
}

export const header = 'case,configuration,repeat,outcome'
