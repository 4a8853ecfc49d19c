import type { ReactElement } from 'react'
import type { LevelAssessment } from '../domain/assessment.ts'
import { signedEvidence } from './evidence-history-layout.ts'
import { palette, px } from './palette.ts'

type Evidence = Pick<LevelAssessment, 'logEvidenceMeets' | 'logEvidenceShort' | 'alpha'>

/** The scale ends where the odds are the square of those that decide, on either side. */
const reach = 2

/** Where the meter's hand stands, and whether the evidence goes on beyond the end of the scale. */
export function layOutMeter(evidence: Evidence, width: number) {
  const leaning = signedEvidence(evidence) / -Math.log(evidence.alpha)
  const shown = Math.max(-reach, Math.min(reach, leaning))
  const at = (value: number): number => ((value + reach) / (2 * reach)) * width
  return {
    hand: at(shown),
    even: at(0),
    short: at(-1),
    meets: at(1),
    beyond: Math.abs(leaning) > reach,
  }
}

const height = 14
const middle = height / 2

/** A dot, or an arrow where the evidence goes on beyond the scale. */
function Hand({
  x,
  towards,
  beyond,
}: {
  readonly x: number
  readonly towards: number
  readonly beyond: boolean
}) {
  if (!beyond) return <circle cx={px(x)} cy={middle} r={3.75} fill={palette.ink} />
  const back = px(x - towards * 8)
  return <path d={`M${px(x)} ${middle}L${back} 2v${height - 4}Z`} fill={palette.ink} />
}

/**
 * One level's evidence from "short" through "undecided" to "meets", on a scale of log odds: the two ticks are the odds
 * that decide, even odds are in the middle. The words stand in the table around it.
 */
export function EvidenceMeter(
  props: Evidence & {
    readonly width: number
    /** What it shows, in words. */
    readonly label: string
  },
): ReactElement {
  const { width, label } = props
  const margin = 5
  const { hand, even, short, meets, beyond } = layOutMeter(props, width - 2 * margin)
  const end = px(width - 2 * margin)
  return (
    <svg
      className="evidence-meter"
      role="img"
      aria-label={label}
      viewBox={`${-margin} 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <path d={`M0 ${middle}H${end}`} stroke={palette.line} strokeWidth={6} strokeLinecap="round" />
      <path d={`M${px(even)} ${middle}H${px(hand)}`} stroke={palette.secondary} strokeWidth={3} />
      <path d={`M${px(even)} 4v6`} stroke={palette.lineStrong} />
      <path d={`M${px(short)} 1v12M${px(meets)} 1v12`} stroke={palette.ink} strokeWidth={1.5} />
      <Hand x={hand} towards={Math.sign(hand - even)} beyond={beyond} />
    </svg>
  )
}
