import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { extractText, getDocumentProxy } from 'unpdf'
import { findBrowser, howToGetBrowser } from '../../../../main/hosting/chromium/find.ts'
import { unpackedText } from '../unpacked-pdf.ts'

/** The browser of this computer, which these tests need. */
export function realBrowser(): string {
  const browser = findBrowser()
  if (browser === null) throw new Error(howToGetBrowser())
  return browser
}

/** A folder for temporary files that only the tests of one file use, so that what is left in it is theirs. */
export interface OwnTemporaryFolder {
  readonly folder: string
  /** The names of what is in it. */
  left(): readonly string[]
  /** The processes of browsers whose profile is in it. */
  processes(): readonly Process[]
  /**
   * A process that was killed is gone a little later on a busy machine: what is left after that stays.
   * @throws Error when a profile or a process is left
   */
  assertNothingLeft(): Promise<void>
  empty(): void
  remove(): void
}

export interface Process {
  readonly id: number
  /** The command line. */
  readonly words: string
}

/** Processes that ended and wait to be collected have no words. */
function listProcesses(): readonly Process[] {
  if (!existsSync('/proc/self/cmdline')) {
    const lines = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' }).split('\n')
    return lines.map((line) => ({ id: Number.parseInt(line, 10), words: line }))
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ id: Number(name), words: wordsOf(`/proc/${name}/cmdline`) }))
}

function wordsOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // It ended between being listed and being read.
    return ''
  }
}

const longestDyingMs = 5000

export function ownTemporaryFolder(): OwnTemporaryFolder {
  const before = process.env['TMPDIR']
  const folder = mkdtempSync(join(tmpdir(), 'nines-test-'))
  process.env['TMPDIR'] = folder
  const left = (): readonly string[] => readdirSync(folder)
  const processes = (): readonly Process[] =>
    listProcesses().filter(({ words }) => words.includes(`user-data-dir=${folder}`))
  const remains = (): readonly string[] => [...left(), ...processes().map(({ words }) => words)]
  return {
    folder,
    left,
    processes,
    assertNothingLeft: async () => {
      const until = Date.now() + longestDyingMs
      while (remains().length > 0 && Date.now() < until) await wait(50)
      const stays = remains()
      if (stays.length > 0) throw new Error(`A print left this behind: ${stays.join('\n')}`)
    },
    empty: () => {
      for (const name of left()) rmSync(join(folder, name), { recursive: true })
    },
    remove: () => {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Writes a program for Node that is started in a browser's place. */
export function fakeBrowser(folder: string, program: string): string {
  const file = join(folder, 'browser.cjs')
  writeFileSync(file, `#!${process.execPath}\n${program}\n`)
  chmodSync(file, 0o755)
  return file
}

interface Extras {
  /** A file for the messages that came, one in a line. */
  readonly note?: string
  /** What the page asks for once it is shown. */
  readonly requests?: readonly string[]
}

/** Answers every method as `answers` says, a list one by one, and every other with an empty result. */
export function answeringProgram(answers: Readonly<Record<string, unknown>>, extras: Extras = {}): string {
  return `
    const { appendFileSync, createReadStream, rmSync, writeSync } = require('node:fs')
    const answers = ${JSON.stringify(answers)}
    const { note, requests = [] } = ${JSON.stringify(extras)}
    if (note !== undefined) rmSync(note, { force: true })
    const send = (message) => writeSync(4, JSON.stringify(message) + '\\0')
    const show = () => {
      requests.forEach((url, index) =>
        send({ method: 'Fetch.requestPaused', params: { requestId: String(index), request: { url } } }))
      send({ method: 'Page.lifecycleEvent', params: { name: 'load', loaderId: 'L' } })
    }
    let text = ''
    createReadStream('', { fd: 3, encoding: 'utf8' }).on('data', (more) => {
      const messages = (text + more).split('\\0')
      text = messages.pop()
      for (const { id, method, params } of messages.map((message) => JSON.parse(message))) {
        if (note !== undefined) appendFileSync(note, JSON.stringify({ method, params }) + '\\n')
        const answer = answers[method] ?? {}
        send({ id, result: Array.isArray(answer) ? answer.shift() : answer })
        if (method === 'Page.navigate') show()
      }
    })`
}

/** What a browser answers on the way to a PDF, up to the stream that holds it. */
export const usualAnswers = {
  'Target.createTarget': { targetId: 'T' },
  'Target.attachToTarget': { sessionId: 'S' },
  'Page.navigate': { frameId: 'F', loaderId: 'L' },
  'Page.createIsolatedWorld': { executionContextId: 1 },
  'Runtime.evaluate': { result: { value: true } },
  'Page.printToPDF': { stream: 'stream' },
} as const

export async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(Uint8Array.from(pdf))
  const { text } = await extractText(document, { mergePages: true })
  return text
}

/** The names of the fonts in a PDF, without the six letters that mark a subset. */
export function fontsOf(pdf: Uint8Array): readonly string[] {
  const names = unpackedText(pdf).matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([^\s/]+)/g)
  return [...new Set([...names].map(([, name]) => name ?? ''))]
}
