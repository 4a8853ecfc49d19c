import { Cancelled, ExpectedFailure } from '../../../shared/domain/failure.ts'
import type { Printer } from '../../core.ts'
import { findBrowser as findInstalledBrowser, howToGetBrowser } from './find.ts'
import { type Browser, launchBrowser } from './launch.ts'
import { type Page, openPage } from './page.ts'
import { longestPrintMs } from './print-options.ts'
import { createTurns } from '../../turns.ts'
import { packPdf } from '../packed-pdf.ts'
import { withoutDates } from '../undated-pdf.ts'

export interface ChromiumPrinter extends Printer {
  /** Starts the browser ahead of the first print. Does nothing when there is none: the print will say so. */
  warm(): void
  /** Ends a browser that was started ahead and not used. Without this it ends with the process. */
  close(): Promise<void>
}

export interface ChromiumPrinterOptions {
  readonly findBrowser?: () => string | null
  readonly longestPrintMs?: number
}

/** Each print has a browser of its own, some 300 MB: more of them wait for their turn. */
const printsAtOnce = 2

interface Started {
  readonly executable: string
  readonly browser: Browser
  readonly page: Promise<Page>
}

function startBrowser(executable: string): Started {
  const browser = launchBrowser(executable)
  const page = openPage(browser.connection)
  // Heard by the print that uses the page, if one does.
  page.catch(() => undefined)
  return { executable, browser, page }
}

function noBrowser(): ExpectedFailure {
  return new ExpectedFailure(
    'no-browser',
    `The report was not turned into a PDF. ${howToGetBrowser()} The HTML report needs no browser.`,
  )
}

function printFailed(executable: string, problem: string, cause: unknown): ExpectedFailure {
  return new ExpectedFailure(
    'print-failed',
    `The report was not turned into a PDF: ${executable} ${problem}. Nothing was written. Try again, name another browser in NINES_BROWSER, or use the HTML report.`,
    { cause },
  )
}

function assertPdf(pdf: Uint8Array): void {
  const text = (from: number, to?: number): string => Buffer.from(pdf.subarray(from, to)).toString('latin1')
  if (!text(0, 5).startsWith('%PDF-') || !text(-1024).includes('%%EOF')) {
    throw new Error(`The browser answered ${pdf.length} bytes that are not a whole PDF.`)
  }
}

/** Prints on a browser that was started for this and is gone afterwards, whatever happens. */
async function printOn({ browser, page }: Started, html: string, stop: AbortSignal): Promise<Uint8Array> {
  const giveUp = (): void => browser.connection.close(new Error('The print was stopped.'))
  browser.hold()
  stop.addEventListener('abort', giveUp)
  try {
    if (stop.aborted) giveUp()
    const opened = await page
    const pdf = await opened.print(html)
    assertPdf(pdf)
    return await packPdf(withoutDates(pdf))
  } finally {
    stop.removeEventListener('abort', giveUp)
    await browser.close()
  }
}

/** A missing library or a sandbox that the system forbids: the person at the keyboard can cure these. */
const tellingLine = /^.*(?:error while loading shared libraries|FATAL).*$/m

/** What the print fails with: in the message what a person can act on, in the cause all there is to know. */
function explain({ browser, executable }: Started, problem: string, error: unknown): ExpectedFailure {
  const lastWords = browser.lastWords()
  const telling = tellingLine.exec(lastWords)?.[0].slice(-300)
  const wrote = lastWords === '' ? error : new Error(`${executable} wrote: ${lastWords}`, { cause: error })
  return printFailed(executable, telling === undefined ? problem : `${problem} (${telling})`, wrote)
}

/** Whether a browser that was started ahead can still print; gives it up when the signal fires. */
async function isReady({ browser, page }: Started, stop: AbortSignal): Promise<boolean> {
  if (!browser.isRunning()) return false
  browser.hold()
  const giveUp = (): void => browser.connection.close(new Error('The print was stopped.'))
  stop.addEventListener('abort', giveUp)
  try {
    await page
    return true
  } catch {
    // It ended between its start and now: a new one is started in its place.
    return false
  } finally {
    stop.removeEventListener('abort', giveUp)
  }
}

/** The browsers that prints take: each a new one, or the one that was started ahead. */
function createSupply(findBrowser: () => string | null) {
  let spare: Started | null = null
  return {
    async take(stop: AbortSignal): Promise<Started> {
      const taken = spare
      spare = null
      if (taken !== null && (await isReady(taken, stop))) return taken
      void taken?.browser.close()
      const executable = findBrowser()
      if (executable === null) throw noBrowser()
      try {
        return startBrowser(executable)
      } catch (error) {
        throw printFailed(executable, 'could not be started', error)
      }
    },
    startAhead(): void {
      const executable = spare === null ? findBrowser() : null
      if (executable === null) return
      try {
        spare = startBrowser(executable)
        spare.browser.letGo()
      } catch {
        // The print meets the same trouble and says so.
        spare = null
      }
    },
    async close(): Promise<void> {
      const unused = spare
      spare = null
      await unused?.browser.close()
    },
  }
}

/**
 * Prints with a Chromium-family browser of this computer: without scripts, without network, in a profile of its
 * own. When a print ends, in whatever way, no process and no file of it is left.
 */
export function createChromiumPrinter(options: ChromiumPrinterOptions = {}): ChromiumPrinter {
  const { findBrowser = findInstalledBrowser, longestPrintMs: longestMs = longestPrintMs } = options
  const inTurn = createTurns(printsAtOnce)
  const supply = createSupply(() => findBrowser())

  async function printNow(html: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
    const isCancelled = (): boolean => signal?.aborted === true
    if (isCancelled()) throw new Cancelled()
    const tooLong = AbortSignal.timeout(longestMs)
    const stop = signal === undefined ? tooLong : AbortSignal.any([signal, tooLong])
    const started = await supply.take(stop)
    try {
      return await printOn(started, html, stop)
    } catch (error) {
      if (isCancelled()) throw new Cancelled()
      const problem = tooLong.aborted ? `took longer than ${longestMs / 1000} s and was stopped` : 'failed'
      throw explain(started, problem, error)
    }
  }

  return {
    print: (html, signal) => inTurn(() => printNow(html, signal), signal),
    warm: () => supply.startAhead(),
    close: () => supply.close(),
  }
}
