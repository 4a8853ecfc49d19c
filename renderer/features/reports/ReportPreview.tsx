import { type ReactNode, useCallback, useState } from 'react'
import { createPortal } from 'react-dom'
import type { ReportContext } from '../../../shared/report/context.ts'
import { ReportPages } from '../../../shared/report/pages.tsx'
import { previewSheet } from '../../../shared/report/style.ts'
import { useTranslator } from '../../app/language.ts'
import styles from './ReportView.module.css'

/**
 * The report as it is printed, on white paper in either theme: in a shadow tree, where no style of the window reaches
 * it and none of its own gets out.
 */
export function ReportPreview(report: ReportContext): ReactNode {
  const { t } = useTranslator()
  const [tree, setTree] = useState<ShadowRoot | null>(null)
  const open = useCallback((paper: HTMLDivElement | null): void => {
    if (paper === null) return
    const root = paper.shadowRoot ?? paper.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(previewSheet())
    root.adoptedStyleSheets = [sheet]
    setTree(root)
  }, [])
  return (
    <section aria-label={t('screens.report.preview')} lang={report.translator.language}>
      <div ref={open} className={styles['paper']} data-report>
        {tree !== null && createPortal(<ReportPages {...report} />, tree)}
      </div>
    </section>
  )
}
