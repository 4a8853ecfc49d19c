import { renderReport as renderPage } from '../../../shared/report/index.tsx'
import type { AssessmentRequest } from '../assessments/index.ts'
import type { Jobs } from '../computations/index.ts'
import type { Context } from '../context.ts'
import { gatherReport } from './data.ts'
import { readFontsFor } from './fonts.ts'

export interface ReportRequest extends AssessmentRequest {
  readonly format: 'pdf' | 'html'
}

export interface RenderedReport {
  readonly fileName: string
  readonly mimeType: string
  readonly content: Uint8Array
}

/** File systems take names of 255 bytes; the ending needs some of them. */
const longestNameBytes = 240

/** As many whole characters of the text as fit, in UTF-8. */
function fitting(text: string, bytes: number): string {
  return new TextDecoder().decode(Buffer.from(text).subarray(0, bytes)).replaceAll('\uFFFD', '')
}

/** A file name that every system takes, from whatever the task is called. */
function fileNameOf(task: string, format: string): string {
  const plain = task.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-').replaceAll(/^-+|-+$/g, '')
  return `${plain === '' ? 'report' : fitting(plain, longestNameBytes)}.${format}`
}

async function pageOf(
  context: Context,
  jobs: Jobs,
  request: ReportRequest,
  signal: AbortSignal | undefined,
): Promise<string> {
  const data = await gatherReport(context, jobs, request, signal)
  const page = { ...data, language: request.language, appVersion: context.appVersion }
  // The characters on the page decide which parts of the fonts it carries.
  const fonts = readFontsFor(renderPage({ ...page, fonts: [] }), context.resourcesFolder)
  return renderPage({ ...page, fonts })
}

/** @throws ExpectedFailure as an assessment does; for a PDF also `no-browser` or `print-failed` */
export async function renderReport(
  context: Context,
  jobs: Jobs,
  request: ReportRequest,
  signal?: AbortSignal,
): Promise<RenderedReport> {
  const html = await pageOf(context, jobs, request, signal)
  if (request.format === 'html') {
    return {
      fileName: fileNameOf(request.task, 'html'),
      mimeType: 'text/html; charset=utf-8',
      content: Buffer.from(html),
    }
  }
  return {
    fileName: fileNameOf(request.task, 'pdf'),
    mimeType: 'application/pdf',
    content: await context.printer.print(html, signal),
  }
}
