/** The Electron runtime, which npm does not install: where it is, and how to get it without waiting for ever. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectNode, readStamp, root, say, writeStamp } from './prepare.mjs'

const packageFolder = join(root, 'node_modules', 'electron')

const dayMs = 24 * 60 * 60 * 1000

/** How long a download may take. @typedef {{ longestMs: number, longestStallMs: number }} Patience */

/** @type {Patience} */
const usualPatience = { longestMs: 5 * 60 * 1000, longestStallMs: 15_000 }

/**
 * The executable of the runtime, or null when it is not installed, or not whole. Never imports the package: its
 * entry would start a download.
 */
export function findElectron() {
  const ownFolder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  // The installer writes this last.
  const nameFile = join(packageFolder, 'path.txt')
  if (ownFolder === undefined && !existsSync(nameFile)) return null
  const name = existsSync(nameFile) ? readFileSync(nameFile, 'utf8').trim() : 'electron'
  const executable = join(ownFolder ?? join(packageFolder, 'dist'), name)
  return existsSync(executable) ? executable : null
}

/** @param {string} folder @returns {number} bytes in all files below */
function sizeOf(folder) {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []
  return entries.reduce((total, entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return total + sizeOf(path)
    return total + (statSync(path, { throwIfNoEntry: false })?.size ?? 0)
  }, 0)
}

/** What an installer that failed said, in a few words. @param {string} output */
function reasonIn(output) {
  const telling = /getaddrinfo \S+ \S+|connect E\S+ \S+|Response code \d+[^\n]*|\bE[A-Z]{4,}\b[^\n]*/.exec(
    output,
  )
  if (telling !== null) return telling[0]
  // All that Node's fetch says of it.
  if (output.includes('fetch failed')) return 'its server cannot be reached'
  return output.trim().split('\n')[0] ?? ''
}

/** Says how far the download is: on a terminal always in the same line, elsewhere now and then. */
function createProgress() {
  let said = 0
  return {
    /** @param {number} bytes */
    show(bytes) {
      const megabytes = Math.round(bytes / 1e6)
      if (process.stderr.isTTY) process.stderr.write(`\r  ${megabytes} MB `)
      else if (megabytes >= said + 20) {
        said = megabytes
        say(`  ${megabytes} MB`)
      }
    },
    end() {
      if (process.stderr.isTTY) process.stderr.write('\n')
    },
  }
}

/**
 * Calls back with the reason when a download has taken too long.
 * @param {() => number} sizeNow bytes that have arrived
 * @param {Patience} patience
 * @param {(reason: string) => void} giveUp
 * @returns {() => void} ends the watch
 */
function watchDownload(sizeNow, { longestMs, longestStallMs }, giveUp) {
  const progress = createProgress()
  const startedAt = Date.now()
  let grownAt = startedAt
  let bytes = 0
  const timer = setInterval(() => {
    const now = Date.now()
    const size = sizeNow()
    if (size !== bytes) grownAt = now
    bytes = size
    progress.show(bytes)
    if (now - grownAt > longestStallMs) giveUp(`nothing arrived for ${longestStallMs / 1000} s`)
    else if (now - startedAt > longestMs) giveUp(`it took longer than ${longestMs / 60_000} minutes`)
  }, 250)
  return () => {
    clearInterval(timer)
    progress.end()
  }
}

/** @param {string} folder for its temporary files: how far it is shows there */
function startInstaller(folder) {
  return spawn(projectNode, [join(packageFolder, 'install.js')], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder, ELECTRON_GET_NO_PROGRESS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function leave() {
  process.exit(130)
}

/**
 * Runs Electron's own installer and answers why it failed, or null.
 * @param {Patience} patience
 * @returns {Promise<string | null>}
 */
async function runInstaller(patience) {
  const folder = mkdtempSync(join(tmpdir(), 'nines-electron-'))
  const child = startInstaller(folder)
  const removeAll = () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', removeAll)
  process.once('SIGINT', leave)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      output += String(text)
    })
  }
  const sizeNow = () => sizeOf(folder) + sizeOf(join(packageFolder, 'dist'))
  try {
    return await new Promise((resolve) => {
      /** @param {string | null} reason */
      const end = (reason) => {
        stopWatch()
        resolve(reason)
      }
      const stopWatch = watchDownload(sizeNow, patience, end)
      child.once('error', (error) => end(error.message))
      child.once('close', (code) => end(code === 0 ? null : reasonIn(output)))
    })
  } finally {
    process.off('exit', removeAll)
    process.off('SIGINT', leave)
    removeAll()
  }
}

/** Why the last try failed, when that is less than a day ago; else empty. */
function recentFailure() {
  const [time = '', reason = ''] = readStamp('electron-failure').split('\n')
  const ageMs = Date.now() - Date.parse(time)
  return ageMs >= 0 && ageMs < dayMs ? reason : ''
}

/**
 * Downloads the runtime, unless a try within the last day failed.
 * @param {Patience} [patience]
 * @returns {Promise<{ executable: string } | { problem: string }>}
 */
export async function getElectron(patience = usualPatience) {
  const installed = findElectron()
  if (installed !== null) return { executable: installed }
  const earlier = recentFailure()
  if (earlier !== '') return { problem: `${earlier}; the next try is tomorrow` }
  say('Downloading the Electron runtime, about 120 MB, once …')
  const failure = await runInstaller(patience)
  const executable = findElectron()
  if (failure === null && executable !== null) return { executable }
  const problem = failure ?? 'the installer left no runtime'
  writeStamp('electron-failure', `${new Date().toISOString()}\n${problem}`)
  return { problem }
}
