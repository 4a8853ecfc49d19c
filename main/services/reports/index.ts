import { renderReport as renderPage } from '../../../shared/report/index.tsx'
import { type AssessmentRequest, assessTask } from '../assessments/index.ts'
import type { Context } from '../context.ts'
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

function pageOf(context: Context, request: ReportRequest): string {
  const { assessment, task } = assessTask(context, request)
  const page = {
    assessment,
    task,
    language: request.language,
    appVersion: context.appVersion,
  }
  // The characters on the page decide which parts of the fonts it carries.
  const fonts = readFontsFor(renderPage({ ...page, fonts: [] }), context.resourcesFolder)
  return renderPage({ ...page, fonts })
}

/** @throws ExpectedFailure as an assessment does; for a PDF also `no-browser` or `print-failed` */
export async function renderReport(
  context: Context,
  request: ReportRequest,
  signal?: AbortSignal,
): Promise<RenderedReport> {
  const html = pageOf(context, request)
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
