import type { ReactNode } from 'react'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import { isMeasured } from '../../../shared/domain/measured.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { estimateText, intervalText } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { Panel } from '../../components/Panel.tsx'
import { Sized } from '../../components/Sized.tsx'
import { CaseLink } from './CaseLink.tsx'
import table from './FigureTable.module.css'
import styles from './SegmentsPanel.module.css'
import type { PanelProps } from './VerdictView.tsx'

type Segment = Assessment['segments'][number]

const height = 12

/** The interval from 0 to 100%, with the level's line; the figures stand beside it. */
function IntervalDrawing(props: {
  readonly segment: Segment
  readonly required: number
  readonly width: number
}): ReactNode {
  const { width } = props
  const { estimate, lower, upper } = props.segment
  const at = (share: number): number => Math.round(share * (width - 6) * 10) / 10
  return (
    <svg
      className={styles['drawing']}
      viewBox={`-3 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden
    >
      <path d={`M0 6H${at(1)}`} className={styles['track']} />
      <path d={`M${at(props.required)} 0v${height}`} className={styles['level']} />
      <path d={`M${at(lower)} 6H${at(upper)}`} className={styles['interval']} />
      {isMeasured(estimate) && <circle cx={at(estimate)} cy={6} r={3} className={styles['estimate']} />}
    </svg>
  )
}

function worstFirst(segments: readonly Segment[]): readonly Segment[] {
  const rank = ({ estimate }: Segment): number => (isMeasured(estimate) ? estimate : 2)
  return segments.toSorted((a, b) => rank(a) - rank(b) || b.cases - a.cases)
}

interface RowProps extends Pick<PanelProps, 'place'> {
  readonly segment: Segment
  readonly required: number
  readonly drawingWidth: number
}

function Row({ segment, required, drawingWidth, place }: RowProps): ReactNode {
  const translator = useTranslator()
  return (
    <tr>
      <th scope="row">
        <CaseLink place={place} filter={{ segment: segment.segment }}>
          {segment.segment}
        </CaseLink>
      </th>
      <td data-figures>{formatCount(translator.language, segment.cases)}</td>
      <td className={styles['cell']}>
        <IntervalDrawing segment={segment} required={required} width={drawingWidth} />
      </td>
      <td data-figures>
        {estimateText(translator, segment)}{' '}
        <span className={styles['bounds']}>{intervalText(translator, segment)}</span>
      </td>
    </tr>
  )
}

/** Reliability by segment, the worst first; not there without segments. */
export function SegmentsPanel({ assessment, place }: PanelProps): ReactNode {
  const { t } = useTranslator()
  const { segments, bottleneck, levels } = assessment
  const required = levels.find((each) => each.name === bottleneck.level)?.required ?? 1
  if (segments.length === 0) return null
  return (
    <Panel title={t('screens.verdict.segments')} aside={t('screens.verdict.segmentsAside')}>
      <Sized>
        {(width) => (
          <div className={styles['frame']}>
            <table className={table['table']}>
              <thead>
                <tr>
                  <th scope="col">{t('screens.verdict.segment')}</th>
                  <th scope="col" data-figures>
                    {t('screens.verdict.cases')}
                  </th>
                  <th scope="col" colSpan={2} data-figures>
                    {t('screens.verdict.passes')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {worstFirst(segments).map((segment) => (
                  <Row
                    key={segment.segment}
                    segment={segment}
                    required={required}
                    drawingWidth={Math.round(width * 0.4)}
                    place={place}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Sized>
    </Panel>
  )
}
