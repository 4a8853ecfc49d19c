import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLog } from '../../../main/hosting/log.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const folder = temporaryFolder('log')
const source = join(import.meta.dirname, '../../../main/hosting/log.ts')

/** Logs a line in a process of its own, which can be ended when it never returns. */
function logIn(file: string) {
  const script = `const { createLog } = await import(process.argv[1]); createLog(process.argv[2]).info('a line')`
  return spawnSync(process.execPath, ['--input-type=module', '-e', script, source, file], {
    encoding: 'utf8',
    timeout: 20_000,
    killSignal: 'SIGKILL',
  })
}

describe('the log', () => {
  it('makes its folders and appends, errors with where they came from', () => {
    const file = join(folder, 'a', 'b', 'nines.log')
    const log = createLog(file)
    log.info('started')
    log.error('failed', new Error('outside', { cause: new Error('inside') }))
    expect(readFileSync(file, 'utf8')).toMatch(
      /^\S+Z info started\n\S+Z error failed\nError: outside\n[^]*caused by Error: inside\n/,
    )
  })

  it('keeps one older file when it has grown large', () => {
    const file = join(folder, 'large.log')
    writeFileSync(file, 'x'.repeat(2_000_001))
    createLog(file).info('new')
    expect(readFileSync(file, 'utf8')).toMatch(/^\S+ info new\n$/)
    expect(readFileSync(`${file}.1`, 'utf8')).toHaveLength(2_000_001)
  })

  it('goes to standard error where its folder is a file', () => {
    const inTheWay = join(folder, 'file')
    writeFileSync(inTheWay, '')
    const { status, stderr } = logIn(join(inTheWay, 'nines.log'))
    expect(status).toBe(0)
    expect(stderr).toMatch(/info a line\n\(the log file could not be written: /)
  })

  // Elsewhere there is no such folder.
  it.runIf(existsSync('/proc/self'))(
    'goes to standard error below /proc, where making folders never ends',
    () => {
      const { status, stderr } = logIn('/proc/nines/logs/nines.log')
      expect(status).toBe(0)
      expect(stderr).toContain('info a line')
    },
  )
})
