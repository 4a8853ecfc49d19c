import type { ReactElement, ReactNode } from 'react'
import { px } from './palette.ts'
import { textWidth } from './text-width.ts'

interface HaloTextProps {
  /** Of the text; no other on the page has it. */
  readonly id: string
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly text: string
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly fontSize: number
  readonly fontWeight?: 400 | 600
  readonly fill: string
  /** The colour it stands on, which clears the lines around its letters. */
  readonly ground: string
  /** How far the halo reaches, in pixels. */
  readonly reach?: number
  /** An SVG title. */
  readonly children?: ReactNode
}

const partBefore = { start: 0, middle: 0.5, end: 1 } as const

/**
 * A label that lines end at, in the shape of its letters. The halo is the ground seen through the outlined letters: as a
 * stroke of the text itself it would stand in a PDF as text once more, and be copied and searched twice.
 */
export function HaloText(props: HaloTextProps): ReactElement {
  const { id, x, y, text, anchor = 'start', fontSize, fontWeight = 400, fill, ground, reach = 2 } = props
  const mask = `${id}-halo`
  const width = textWidth(text, fontSize)
  return (
    <>
      <mask id={mask}>
        <use href={`#${id}`} stroke="#fff" strokeWidth={2 * reach} />
      </mask>
      <rect
        x={px(x - partBefore[anchor] * width - reach)}
        y={px(y - fontSize - reach)}
        width={px(width + 2 * reach)}
        height={px(1.3 * fontSize + 2 * reach)}
        fill={ground}
        mask={`url(#${mask})`}
        pointerEvents="none"
      />
      <text
        id={id}
        x={px(x)}
        y={px(y)}
        textAnchor={anchor}
        fontSize={fontSize}
        fontWeight={fontWeight}
        fill={fill}
      >
        {props.children}
        {text}
      </text>
    </>
  )
}
