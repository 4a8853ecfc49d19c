import type { ReactNode } from 'react'
import type { ChartReading } from '../../shared/charts/index.ts'
import { Sized } from './Sized.tsx'

interface Props {
  /** Names the chart where it is copied or saved. */
  readonly title: string
  /** What can be read off the drawing of a width in pixels. */
  readonly read: (width: number) => ChartReading
  /** Draws for a width in pixels. */
  readonly children: (width: number) => ReactNode
}

/** The place of a chart on screen: as wide as there is room. */
export function ChartFrame({ children }: Props): ReactNode {
  return <Sized>{children}</Sized>
}
