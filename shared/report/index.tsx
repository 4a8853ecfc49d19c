import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { ReportContent } from '../domain/report-content.ts'
import type { ReportData } from '../domain/report-data.ts'
import { type ReportOptions, reportOptions } from '../domain/report-options.ts'
import type { ReportContext } from './context.ts'
import type { ReportFont } from './font.ts'
import { documentPolicy } from './policy.ts'
import { ReportPages } from './pages.tsx'
import { contextOf } from './selection.ts'
import { fontFaces, runningText, styleSheet } from './style.ts'

export interface ReportInput
  extends ReportData,
    Partial<Pick<ReportContent, 'appendix' | 'loggers'>>,
    Partial<ReportOptions> {
  readonly appVersion: string
  readonly fonts: readonly ReportFont[]
}

/**
 * Fonts of the margin boxes are asked for only while printing, too late: an invisible line with the same
 * characters loads them with the page.
 */
function MarginFaces(report: ReportContext): ReactElement {
  const { topLeft, topRight, bottomLeft } = runningText(report)
  return (
    <p className="marginFaces" aria-hidden="true">
      {topLeft} {topRight} {bottomLeft}{' '}
      {report.translator.t('report.page', { page: '0123456789', pages: '' })}
    </p>
  )
}

function ReportDocument(props: ReportContext & { readonly fonts: readonly ReportFont[] }): ReactElement {
  const { fonts, ...report } = props
  const { translator, assessment } = report
  const { topLeft, topRight } = runningText(report)
  return (
    <html lang={translator.language}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={documentPolicy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{translator.t('report.documentTitle', { task: assessment.task })}</title>
        <style>{styleSheet(report, fonts)}</style>
      </head>
      <body>
        <MarginFaces {...report} />
        <p className="running">
          {topLeft} · {topRight}
        </p>
        <ReportPages {...report} />
      </body>
    </html>
  )
}

/**
 * The report as one self-contained HTML page, for a screen or a printer: styles, fonts and charts are inside.
 * The same input gives the same bytes. Names are text everywhere, never markup.
 */
export function renderReport({ appVersion, fonts, ...input }: ReportInput): string {
  const content = { appendix: null, loggers: null, ...input }
  const report = contextOf(content, reportOptions.parse(input), appVersion)
  return `<!doctype html>${renderToStaticMarkup(<ReportDocument {...report} fonts={fonts} />)}`
}

/** The page with fonts, drawn once: which it needs, its text says. The same as if it had been rendered with them. */
export function withFonts(page: string, fonts: readonly ReportFont[]): string {
  // What stands before the style sheet is text and cannot hold a tag.
  const start = page.indexOf('<style>') + '<style>'.length
  return `${page.slice(0, start)}${fontFaces(fonts)}${page.slice(start)}`
}
