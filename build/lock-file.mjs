/** Compares what is installed with what the lock file asks for, without starting npm. */
import { existsSync, readFileSync } from 'node:fs'

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null
}

/**
 * The packages that a lock file lists, each as `path version`, and whether it may be missing: what another
 * system needs is listed but not installed.
 * @param {string} file
 * @returns {Map<string, boolean>}
 */
function readPackages(file) {
  const list = new Map()
  /** @type {unknown} */
  const lock = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  if (!isRecord(lock) || !isRecord(lock['packages'])) return list
  for (const [path, entry] of Object.entries(lock['packages'])) {
    if (path === '' || !isRecord(entry)) continue
    const mayMiss = entry['optional'] === true || entry['devOptional'] === true
    list.set(`${path} ${String(entry['version'])}`, mayMiss)
  }
  return list
}

/**
 * Whether everything that `wanted` asks for is in `installed`, the note that npm leaves in node_modules when an
 * installation is complete, and nothing else.
 * @param {string} wanted a package-lock.json
 * @param {string} installed a node_modules/.package-lock.json
 */
export function isInstalled(wanted, installed) {
  const asked = readPackages(wanted)
  const there = readPackages(installed)
  const complete = [...asked].every(([name, mayMiss]) => mayMiss || there.has(name))
  return there.size > 0 && complete && [...there.keys()].every((name) => asked.has(name))
}
