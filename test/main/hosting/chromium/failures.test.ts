import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { createChromiumPrinter } from '../../../../main/hosting/chromium/print.ts'
import { Cancelled, ExpectedFailure } from '../../../../shared/domain/failure.ts'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answeringProgram, fakeBrowser, ownTemporaryFolder, realBrowser, usualAnswers } from './browsers.ts'

const programs = mkdtempSync(join(tmpdir(), 'nines-programs-'))
const own = ownTemporaryFolder()
afterAll(() => {
  own.remove()
  rmSync(programs, { recursive: true })
})
afterEach(() => own.assertNothingLeft())

const base64 = (text: string): string => Buffer.from(text).toString('base64')

const silent = `setInterval(() => undefined, 1000)`
/** Large enough to be at work for some seconds. */
const longReport = `<!doctype html><table>${'<tr><td>case</td><td>pass</td></tr>'.repeat(20_000)}</table>`

function printerOn(program: string, longestPrintMs?: number) {
  const executable = fakeBrowser(programs, program)
  const limit = longestPrintMs === undefined ? {} : { longestPrintMs }
  return createChromiumPrinter({ findBrowser: () => executable, ...limit })
}

async function failureOf(printing: Promise<unknown>): Promise<ExpectedFailure> {
  const failure = await printing.then(
    () => null,
    (error: unknown) => error,
  )
  if (failure instanceof ExpectedFailure) return failure
  throw new Error('the print did not fail as expected', { cause: failure })
}

/** The messages of an error and of what caused it. */
function reasonsOf(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${reasonsOf(error.cause)}` : ''
}

const renderers = () => own.processes().filter(({ words }) => words.includes('--type=renderer'))

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
}

describe('a print that cannot begin', () => {
  it('says what to install when there is no browser, and that HTML works', async () => {
    const printer = createChromiumPrinter({ findBrowser: () => null })
    printer.warm()
    const failure = await failureOf(printer.print('<p>x</p>'))
    expect(failure.code).toBe('no-browser')
    expect(failure.message).toMatch(/Install .*Chromium.*NINES_BROWSER.*HTML report/)
  })

  it('fails when the browser is not there any more', async () => {
    const printer = createChromiumPrinter({ findBrowser: () => '/nowhere/chromium' })
    const failure = await failureOf(printer.print('<p>x</p>'))
    expect(failure.code).toBe('print-failed')
    expect(reasonsOf(failure)).toContain('ENOENT')
  })

  it('starts no browser when it was cancelled before', async () => {
    let searches = 0
    const printer = createChromiumPrinter({
      findBrowser: () => {
        searches += 1
        return realBrowser()
      },
    })
    await expect(printer.print('<p>x</p>', AbortSignal.abort())).rejects.toBeInstanceOf(Cancelled)
    expect(searches).toBe(0)
  })
})

describe('a browser that fails', () => {
  it('names what the system lacks when the browser says so as it ends', async () => {
    const line = 'chrome: error while loading shared libraries: libnss3.so: cannot open shared object file'
    const failure = await failureOf(
      printerOn(`console.error('hello\\n${line}\\nbye'); process.exit(127)`).print('<p>x</p>'),
    )
    expect(failure.code).toBe('print-failed')
    expect(failure.message).toContain(`(${line})`)
    expect(reasonsOf(failure)).toContain('bye')
  })

  it('does not matter when it was started ahead and has ended meanwhile', async () => {
    const ended = join(programs, 'ended')
    const program = `require('node:fs').writeFileSync(${JSON.stringify(ended)}, '')`
    const browsers = [fakeBrowser(programs, program), realBrowser()]
    const printer = createChromiumPrinter({ findBrowser: () => browsers.shift() ?? null })
    printer.warm()
    await until(() => existsSync(ended) && own.processes().length === 0)
    expect((await printer.print('<!doctype html><p>x</p>')).length).toBeGreaterThan(1000)
  })

  it('stops one that does not answer', async () => {
    const failure = await failureOf(printerOn(silent, 300).print('<p>x</p>'))
    expect(failure.code).toBe('print-failed')
    expect(failure.message).toContain('took longer than 0.3 s')
  })

  it('refuses what is no PDF', async () => {
    const data = base64('<html>an error page</html>')
    const answers = { ...usualAnswers, 'IO.read': { data, base64Encoded: true, eof: true } }
    const failure = await failureOf(printerOn(answeringProgram(answers)).print('<p>x</p>'))
    expect(failure.code).toBe('print-failed')
    expect(reasonsOf(failure)).toContain('26 bytes')
  })

  it('refuses a PDF that was cut off', async () => {
    const data = base64('%PDF-1.4\n1 0 obj')
    const answers = { ...usualAnswers, 'IO.read': { data, base64Encoded: true, eof: true } }
    const failure = await failureOf(printerOn(answeringProgram(answers)).print('<p>x</p>'))
    expect(reasonsOf(failure)).toContain('not a whole PDF')
  })

  it('puts a PDF together that comes in several pieces', async () => {
    const pieces = [
      { data: base64('%PDF-1.4\n'), base64Encoded: true, eof: false },
      { data: 'middle\n', base64Encoded: false, eof: false },
      { data: base64('%%EOF\n'), base64Encoded: true, eof: true },
    ]
    const printer = printerOn(answeringProgram({ ...usualAnswers, 'IO.read': pieces }))
    const pdf = await printer.print('<p>x</p>')
    expect(Buffer.from(pdf).toString()).toBe('%PDF-1.4\nmiddle\n%%EOF\n')
  })

  it('fails when the page is not shown', async () => {
    const navigate = { frameId: 'F', loaderId: 'L', errorText: 'net::ERR_FAILED' }
    const failure = await failureOf(
      printerOn(answeringProgram({ ...usualAnswers, 'Page.navigate': navigate })).print('<p>x</p>'),
    )
    expect(reasonsOf(failure)).toContain('net::ERR_FAILED')
  })
})

describe('a print that is interrupted', () => {
  it('fails when the browser crashes, and the next print works', async () => {
    const printer = createChromiumPrinter({ findBrowser: () => realBrowser() })
    const failing = failureOf(printer.print(longReport))
    await until(() => renderers().length > 0)
    const main = own.processes().find(({ words }) => !words.includes('--type='))
    process.kill(main?.id ?? Number.NaN, 'SIGKILL')
    expect((await failing).code).toBe('print-failed')
    expect((await printer.print('<!doctype html><p>x</p>')).length).toBeGreaterThan(1000)
  })

  it('fails when only the page crashes', async () => {
    const printer = createChromiumPrinter({ findBrowser: () => realBrowser() })
    const failing = failureOf(printer.print(longReport))
    let settled = false
    void failing.finally(() => {
      settled = true
    })
    // Half a second old: it is printing by then.
    const seen = new Map<number, number>()
    await until(() => {
      for (const { id } of renderers()) {
        const since = seen.get(id) ?? Date.now()
        seen.set(id, since)
        if (Date.now() - since > 500) process.kill(id, 'SIGKILL')
      }
      return settled
    })
    expect((await failing).code).toBe('print-failed')
  })

  it('is Cancelled while Chromium makes the PDF, and leaves nothing of it', async () => {
    const printer = createChromiumPrinter({ findBrowser: () => realBrowser() })
    const controller = new AbortController()
    const printing = Promise.allSettled([printer.print(longReport, controller.signal)])
    await until(() => renderers().length > 0)
    // The report takes some seconds, of which the browser needs less than one to show it.
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(renderers()).not.toEqual([])
    controller.abort()
    expect(await printing).toMatchObject([{ status: 'rejected', reason: { name: 'Cancelled' } }])
  })

  it('is Cancelled at once, and only that print is', async () => {
    const printer = createChromiumPrinter({ findBrowser: () => realBrowser() })
    const controller = new AbortController()
    const cancelled = printer.print(longReport, controller.signal)
    const other = printer.print('<!doctype html><p>x</p>')
    await until(() => own.processes().length > 0)
    controller.abort()
    await expect(cancelled).rejects.toBeInstanceOf(Cancelled)
    expect((await other).length).toBeGreaterThan(1000)
  })
})
