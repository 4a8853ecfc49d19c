import { describe, expect, it } from 'vitest'
import { Cancelled, ExpectedFailure } from '../../../shared/domain/failure.ts'
import { createPrinter } from '../../../main/electron/printer.ts'
import { reportPolicy } from '../../../main/hosting/content-policy.ts'
import type { Printer } from '../../../main/core.ts'
import { becomeReady, resetElectron, type BrowserWindow, type FakeSession } from './fake-electron.ts'
import { record } from './fake-record.ts'
import { smallPdf } from '../hosting/small-pdf.ts'
import { unpackedText } from '../hosting/unpacked-pdf.ts'

interface PrintTest {
  readonly printer: Printer
  readonly errors: string[]
}

async function setUp(): Promise<PrintTest> {
  resetElectron()
  await becomeReady()
  const errors: string[] = []
  return {
    printer: createPrinter({ info: () => undefined, error: (message) => errors.push(message) }),
    errors,
  }
}

function printWindow(): BrowserWindow {
  const window = record.windows.at(-1)
  if (window === undefined) throw new Error('no window was made to print')
  return window
}

function reportSession(): FakeSession {
  const own = record.sessions.get('report')
  if (own === undefined) throw new Error('no session was made to print')
  return own
}

/** Holds printing until the test lets it end. */
function holdPrinting(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>()
  record.finishPrinting = async (pdf) => {
    await promise
    return pdf
  }
  return resolve
}

const untilPrinting = () => new Promise((resolve) => setImmediate(resolve))

describe('printing a report', () => {
  it('prints the very document it was given, larger than a data: address may be', async () => {
    const { printer } = await setUp()
    const html = `<!doctype html><p>${'신뢰 99% '.repeat(400_000)}</p>`
    const pdf = await printer.print(html)
    expect(Buffer.from(pdf).toString()).toBe(html)
  })

  it('gives the PDF without the times of printing', async () => {
    const { printer } = await setUp()
    const dated = smallPdf()
    const pdf = unpackedText(await printer.print(dated))
    expect(pdf).toContain('/Title (A')
    expect(pdf).not.toMatch(/CreationDate|ModDate/)
  })

  it('asks for tags, outline, backgrounds and the report’s own page size', async () => {
    const { printer } = await setUp()
    await printer.print('<p>x</p>')
    expect(printWindow().webContents.printed).toEqual([
      {
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      },
    ])
  })

  it('uses a hidden window without scripts or preload, in a session kept in memory', async () => {
    const { printer } = await setUp()
    await printer.print('<p>x</p>')
    const { show, webPreferences } = printWindow().options
    expect(show).toBe(false)
    expect(webPreferences).toMatchObject({
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    })
    expect(webPreferences).not.toHaveProperty('preload')
    expect(webPreferences?.session).toBe(reportSession())
    expect(reportSession().name.startsWith('persist:')).toBe(false)
    expect(reportSession().permissionCheck).not.toBeNull()
    expect(reportSession().permissionRequest).not.toBeNull()
    expect(reportSession().devicePermission).not.toBeNull()
  })

  it('cancels every request but the report and what is embedded in it', async () => {
    const { printer } = await setUp()
    const go = holdPrinting()
    const printing = printer.print('<p>x</p>')
    await untilPrinting()
    const [url = ''] = printWindow().urls
    expect(url).toMatch(/^app:\/\/report\/[\da-f-]{36}\.html$/)
    expect(reportSession().cancels(url)).toBe(false)
    expect(reportSession().cancels('data:font/woff2;base64,AA')).toBe(false)
    const others = [
      'https://example.com/',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'app://bundle/index.html',
      'app://report/other.html',
      `${url}?x`,
      '',
    ]
    expect(others.filter((other) => !reportSession().cancels(other))).toEqual([])
    go()
    await printing
    expect(reportSession().cancels(url)).toBe(true)
  })

  it('serves the report under a policy without scripts or network', async () => {
    const { printer } = await setUp()
    const go = holdPrinting()
    const printing = printer.print('<p>x</p>')
    await untilPrinting()
    const response = await reportSession().load(printWindow().urls[0] ?? '')
    expect(response.headers.get('content-security-policy')).toBe(reportPolicy)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    go()
    await printing
  })

  it('closes its window, also for the next print', async () => {
    const { printer } = await setUp()
    await printer.print('<p>1</p>')
    expect(Buffer.from(await printer.print('<p>2</p>')).toString()).toBe('<p>2</p>')
    expect(record.windows.map((window) => window.isDestroyed())).toEqual([true, true])
  })

  it('keeps two prints at once apart', async () => {
    const { printer } = await setUp()
    const pdfs = await Promise.all([printer.print('<p>1</p>'), printer.print('<p>2</p>')])
    expect(pdfs.map((pdf) => Buffer.from(pdf).toString())).toEqual(['<p>1</p>', '<p>2</p>'])
  })
})

describe('a print that does not end well', () => {
  it('fails as print-failed, logs why and leaves no window', async () => {
    const { printer, errors } = await setUp()
    record.finishPrinting = async () => await Promise.reject(new Error('Failed to generate PDF'))
    const failure = await printer.print('<p>x</p>').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ExpectedFailure)
    expect(failure).toMatchObject({ code: 'print-failed' })
    expect(errors).toHaveLength(1)
    expect(printWindow().isDestroyed()).toBe(true)
  })

  it('stops at once when it is cancelled, and that is no error', async () => {
    const { printer, errors } = await setUp()
    holdPrinting()
    const controller = new AbortController()
    const printing = printer.print('<p>x</p>', controller.signal)
    await untilPrinting()
    controller.abort()
    await expect(printing).rejects.toBeInstanceOf(Cancelled)
    expect(printWindow().isDestroyed()).toBe(true)
    expect(errors).toEqual([])
  })

  it('does not begin when it was cancelled before', async () => {
    const { printer } = await setUp()
    await expect(printer.print('<p>x</p>', AbortSignal.abort())).rejects.toBeInstanceOf(Cancelled)
    expect(record.windows.every((window) => window.isDestroyed())).toBe(true)
  })
})
