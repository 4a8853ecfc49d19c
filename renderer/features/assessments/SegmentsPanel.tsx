import type { ReactNode } from 'react'
import { Forest, layOutForest, readForest, segmentsForest } from '../../../shared/charts/index.ts'
import { useTranslator } from '../../app/language.ts'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import { cx } from '../../components/cx.ts'
import { Panel } from '../../components/Panel.tsx'
import { casesAddress } from './CaseLink.tsx'
import { ChartLinks } from './ChartLinks.tsx'
import styles from './SegmentsPanel.module.css'
import type { PanelProps } from './VerdictView.tsx'

/** More segments than these scroll in the panel. */
const mostShown = 12

/** The drawing, where each row opens the cases of its segment. */
function Segments({ assessment, place, width }: PanelProps & { readonly width: number }): ReactNode {
  const translator = useTranslator()
  const input = segmentsForest(assessment, translator)
  const { rows, rowHeight } = layOutForest(input, width)
  const { marks } = readForest(input, width)
  const links = rows.map(({ id, name, y }) => ({
    id,
    x: 0,
    y: y - rowHeight / 2,
    width,
    height: rowHeight,
    href: casesAddress(place, { segment: id }),
    name: translator.t('screens.verdict.openCases', {
      what: marks.find((each) => each.id === id)?.text ?? name,
    }),
  }))
  return (
    <ChartLinks links={links}>
      <Forest {...input} title={translator.t('screens.verdict.segments')} width={width} prefix="segments" />
    </ChartLinks>
  )
}

/** Reliability by segment, the worst first; not there without segments. */
export function SegmentsPanel(props: PanelProps): ReactNode {
  const { assessment } = props
  const translator = useTranslator()
  const { t } = translator
  const title = t('screens.verdict.segments')
  const { segments } = assessment
  if (segments.length === 0) return null
  return (
    <Panel title={title} aside={t('screens.verdict.segmentsAside')}>
      <div className={cx(segments.length > mostShown && styles['frame'])}>
        <ChartFrame title={title} read={(width) => readForest(segmentsForest(assessment, translator), width)}>
          {(width) => <Segments {...props} width={width} />}
        </ChartFrame>
      </div>
    </Panel>
  )
}
