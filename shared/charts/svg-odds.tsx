import type { ReactElement } from 'react'
import type { Language } from '../domain/settings.ts'
import { formatOdds, oddsPower } from '../text/numbers.ts'

/** Odds inside an SVG text. The exponent is set as one: few fonts have every superscript digit. */
export function SvgOdds(props: {
  readonly language: Language
  /** Natural logarithm, 0 or above. */
  readonly logEvidence: number
}): ReactElement {
  const power = oddsPower(props.logEvidence)
  if (power === null) return <>{formatOdds(props.language, props.logEvidence)}</>
  return (
    <>
      10
      <tspan dy="-0.4em" fontSize="0.72em">
        {power}
      </tspan>
      <tspan dy="0.29em"> : 1</tspan>
    </>
  )
}
