import { type ReactNode, Suspense, useContext, useRef, useState } from 'react'
import { later } from '../app/later.ts'
import { createPortal } from 'react-dom'
import type { ChartReading } from '../../shared/charts/index.ts'
import styles from './ChartFrame.module.css'
import { ChartReader } from './ChartReader.tsx'
import { ChartTableView } from './ChartTableView.tsx'
import { PanelCorner } from './panel-corner.ts'
import { Sized } from './Sized.tsx'

const ChartMenu = later(async () => (await import('./ChartMenu.tsx')).ChartMenu)

/** In the corner of the panel, or in a row of its own where there is none. */
function Corner({ children }: { readonly children: ReactNode }): ReactNode {
  const corner = useContext(PanelCorner)
  if (corner === undefined) return <div className={styles['row']}>{children}</div>
  return corner === null ? null : createPortal(children, corner)
}

/** A table instead of a low drawing may be higher than it, up to this. */
const leastTableHeight = 240

interface Props {
  /** Names the chart where it is read aloud, copied or saved. */
  readonly title: string
  /** What can be read off the drawing of a width in pixels. */
  readonly read: (width: number) => ChartReading
  /** Draws for a width in pixels. */
  readonly children: (width: number) => ReactNode
  /** The drawing to copy and save, where it is not the `svg` on screen. */
  readonly picture?: () => SVGSVGElement | null
}

/**
 * The place of a chart on screen: as wide as there is room, with its values under the pointer and the arrow keys,
 * and a menu to see it as a table, copy it or save it.
 */
export function ChartFrame({ title, read, children, picture }: Props): ReactNode {
  const drawing = useRef<HTMLDivElement>(null)
  /** Of the table that is shown instead; null: the drawing is. */
  const [tableHeight, setTableHeight] = useState<number | null>(null)
  const isTable = tableHeight !== null
  const toggle = (): void =>
    setTableHeight(isTable ? null : Math.max(leastTableHeight, drawing.current?.clientHeight ?? 0))
  return (
    <Sized>
      {(width) => {
        const reading = read(width)
        return (
          <>
            <Corner>
              <Suspense>
                <ChartMenu
                  title={title}
                  table={() => reading.table}
                  isTable={isTable}
                  onToggle={toggle}
                  drawing={picture ?? (() => drawing.current?.querySelector('svg') ?? null)}
                  hasDrawing={() => drawing.current?.querySelector('svg, canvas') !== null}
                />
              </Suspense>
            </Corner>
            {isTable && <ChartTableView title={title} table={reading.table} height={tableHeight} />}
            {/* It stays there behind the table: pictures are made of it. */}
            <div ref={drawing} hidden={isTable}>
              <ChartReader title={title} marks={reading.marks}>
                {children(width)}
              </ChartReader>
            </div>
          </>
        )
      }}
    </Sized>
  )
}
