import type { ReactNode } from 'react'
import { ScalingPanel, VerifierPanel } from './AnalysisPanels.tsx'
import { CausesPanel } from './CausesPanel.tsx'
import { EvidenceHistoryPanel } from './EvidenceHistoryPanel.tsx'
import { SegmentsPanel } from './SegmentsPanel.tsx'
import styles from './VerdictView.module.css'
import type { PanelProps } from './VerdictView.tsx'

/** What stands under the verdict's own charts: how the evidence grew, segments, the verifier and more compute. */
export function LowerMain(props: PanelProps): ReactNode {
  return (
    <>
      <EvidenceHistoryPanel {...props} />
      <SegmentsPanel {...props} />
      <div className={styles['pair']}>
        <VerifierPanel {...props} />
        <ScalingPanel {...props} />
      </div>
    </>
  )
}

/** What stands under the verdict's own tables: why attempts failed. */
export function LowerSide(props: PanelProps): ReactNode {
  return <CausesPanel {...props} />
}
