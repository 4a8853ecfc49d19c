import { randomUUID } from 'node:crypto'
import { BrowserWindow, session, type Session } from 'electron'
import { Cancelled, ExpectedFailure } from '../../shared/domain/failure.ts'
import { longestPrintMs, printOptions } from '../hosting/chromium/print-options.ts'
import { reportPolicy, securityHeaders } from '../hosting/content-policy.ts'
import { packPdf } from '../hosting/packed-pdf.ts'
import { withoutDates } from '../hosting/undated-pdf.ts'
import type { Log, Printer } from '../core.ts'
import { denyPermissions } from './guards.ts'
import { appScheme, isEmbedded, reportHost } from './policy.ts'
import { shellText } from './text.ts'
import { lockedPreferences } from './window.ts'

/** Reports being printed now, by the address they are served at. */
type Documents = Map<string, string>

function answerReport(documents: Documents, url: string): Response {
  const html = documents.get(url)
  if (html === undefined) return new Response(null, { status: 404, headers: securityHeaders })
  return new Response(html, {
    headers: {
      ...securityHeaders,
      'Content-Security-Policy': reportPolicy,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    },
  })
}

/** A session without `persist:` in its name lives in memory. It loads reports and what is embedded in them. */
function openSession(documents: Documents): Session {
  const own = session.fromPartition('report', { cache: false })
  denyPermissions(own)
  own.webRequest.onBeforeRequest(({ url }, callback) =>
    callback({ cancel: !documents.has(url) && !isEmbedded(url) }),
  )
  own.protocol.handle(appScheme, (request) => answerReport(documents, request.url))
  return own
}

/** Rejects with what the signal says as soon as it says so; otherwise follows `work`. */
async function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return await new Promise<T>((resolve, reject) => {
    const stop = (): void => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

async function printAddress(window: BrowserWindow, url: string): Promise<Uint8Array> {
  await window.loadURL(url)
  return await packPdf(withoutDates(await window.webContents.printToPDF(printOptions)))
}

function toFailure(error: unknown, cancelled: boolean, tooLong: boolean): Error {
  if (cancelled) return new Cancelled()
  const message = tooLong ? shellText.printTookTooLong : shellText.printFailed
  return new ExpectedFailure('print-failed', message, { cause: error })
}

/**
 * Prints with Electron's own Chromium: a hidden window without scripts, in a session kept in memory that can
 * load nothing but the report. The report comes from the app scheme because data: addresses end at 2 MB.
 */
export function createPrinter(log: Log): Printer {
  const documents: Documents = new Map()
  let own: Session | null = null

  return {
    async print(html, signal) {
      const tooLong = AbortSignal.timeout(longestPrintMs)
      const stop = signal === undefined ? tooLong : AbortSignal.any([signal, tooLong])
      own ??= openSession(documents)
      const url = `${appScheme}://${reportHost}/${randomUUID()}.html`
      documents.set(url, html)
      const window = new BrowserWindow({
        show: false,
        webPreferences: { ...lockedPreferences, javascript: false, session: own },
      })
      try {
        return await untilAborted(stop, printAddress(window, url))
      } catch (error) {
        const cancelled = signal?.aborted === true
        if (!cancelled) log.error('the report could not be printed', error)
        throw toFailure(error, cancelled, tooLong.aborted)
      } finally {
        if (!window.isDestroyed()) window.destroy()
        documents.delete(url)
      }
    },
  }
}
