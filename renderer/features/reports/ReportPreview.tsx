import { type ReactNode, useCallback, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import type { ReportOptions } from '../../../shared/domain/report-options.ts'
import type { ReportContext } from '../../../shared/report/context.ts'
import { ReportPages } from '../../../shared/report/pages.tsx'
import { contextOf } from '../../../shared/report/selection.ts'
import { previewSheet } from '../../../shared/report/style.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Await } from '../../components/Await.tsx'
import styles from './ReportView.module.css'

/** A link inside the report leads to its place there; the window's own address stays as it is. */
function follow(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
  const root = link?.getRootNode()
  if (link === null || !(root instanceof ShadowRoot)) return
  event.preventDefault()
  const place = root.getElementById(link.getAttribute('href')?.slice(1) ?? '')
  if (place === null) return
  // Whoever goes by keyboard goes on from there.
  place.tabIndex = -1
  place.focus({ preventScroll: true })
  place.scrollIntoView({ block: 'start' })
}

/**
 * The report as it is printed, on white paper in either theme: in a shadow tree, where no style of the window reaches
 * it and none of its own gets out.
 */
function Paper(report: ReportContext): ReactNode {
  const { t } = useTranslator()
  const [tree, setTree] = useState<ShadowRoot | null>(null)
  const open = useCallback((paper: HTMLDivElement | null): void => {
    if (paper === null) return
    const root = paper.shadowRoot ?? paper.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(previewSheet())
    root.adoptedStyleSheets = [sheet]
    root.addEventListener('click', follow)
    setTree(root)
  }, [])
  return (
    <section aria-label={t('screens.report.preview')} lang={report.translator.language}>
      <div ref={open} className={styles['paper']} data-report={report.options.paper}>
        {tree !== null && createPortal(<ReportPages {...report} />, tree)}
      </div>
    </section>
  )
}

interface Props {
  /** What is reported on: the same configuration, level and claim. */
  readonly assessment: Assessment
  readonly options: ReportOptions
}

/** So many cases of an appendix show what it looks like. */
const previewedCases = 25

/** The pages of the report about what is on screen, as soon as their data are gathered. */
export function ReportPreview({ assessment, options }: Props): ReactNode {
  const { task, configuration, scope, bottleneck } = assessment
  const info = useRead('workspace.info', {})
  const content = useRead(
    'report.data',
    {
      task,
      configuration,
      scope,
      level: bottleneck.level,
      language: options.language,
      cases: options.detail === 'full' ? previewedCases : 0,
      loggers: options.anonymous,
    },
    { keepPrevious: true },
  )
  return (
    <Await query={content}>
      {(found) => <Paper {...contextOf(found, options, info.data?.appVersion ?? '')} />}
    </Await>
  )
}
