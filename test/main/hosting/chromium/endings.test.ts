import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { ownTemporaryFolder, realBrowser } from './browsers.ts'

const program = fileURLToPath(new URL('print-and-end.ts', import.meta.url))
const own = ownTemporaryFolder()
afterAll(() => own.remove())
const started: ChildProcess[] = []
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  await own.assertNothingLeft()
})

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
}

function start(mode: string) {
  const child = spawn(process.execPath, [program, mode, realBrowser()])
  started.push(child)
  let output = ''
  child.stdout.on('data', (text: Buffer) => {
    output += text.toString()
  })
  child.stderr.resume()
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve)
  })
  return { child, output: () => output, ended }
}

describe('a program that prints', () => {
  it('ends by itself after the print', async () => {
    const { output, ended } = start('print')
    expect(await ended).toBe(0)
    expect(output()).toMatch(/^\d{4,} bytes\n$/)
  })

  it('is not kept running by a browser that was started ahead, and takes it along', async () => {
    const { ended } = start('warm')
    expect(await ended).toBe(0)
  })

  it.each([
    ['exit', 7],
    ['throw', 1],
  ])('leaves nothing when it ends by %s in the middle of a print', async (how, exitCode) => {
    const { child, ended } = start(`${how} while printing`)
    await until(() => own.processes().some(({ words }) => words.includes('--type=renderer')))
    child.stdin.write('now')
    expect(await ended).toBe(exitCode)
  })

  it('takes the browser along even when it is killed', async () => {
    const { child, ended } = start('exit while printing')
    await until(() => own.processes().some(({ words }) => words.includes('--type=renderer')))
    child.kill('SIGKILL')
    await ended
    await until(() => own.processes().length === 0)
    expect(own.left()).toHaveLength(1)
    own.empty()
  })
})
