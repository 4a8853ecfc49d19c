import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { type CaseMapLayout, layOutCaseMap } from '../../../shared/charts/index.ts'
import type { CaseMap } from '../../../shared/domain/case.ts'
import { MapFrame } from './MapFrame.tsx'
import { paintMap } from './paint-map.ts'
import styles from './MapPanel.module.css'

interface Props {
  readonly map: CaseMap
  /** There is so much room, in pixels. */
  readonly width: number
  readonly height: number
  readonly onOpen: (label: string) => void
}

function Painted({ map, layout }: { readonly map: CaseMap; readonly layout: CaseMapLayout }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const paint = (): void => {
      if (canvas.current !== null) paintMap(canvas.current, layout, map.outcomes)
    }
    paint()
    // Another theme has other colours.
    const observer = new MutationObserver(paint)
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => observer.disconnect()
  }, [map, layout])
  return (
    <canvas
      ref={canvas}
      className={styles['canvas']}
      style={{ width: layout.width, height: layout.height }}
    />
  )
}

/** The picture as one image, for more attempts than shapes can be drawn of. */
export function MapCanvas({ map, width, height, onOpen }: Props): ReactNode {
  const layout = useMemo(() => layOutCaseMap(map, width, height), [map, width, height])
  return (
    <div className={styles['view']}>
      <MapFrame map={map} layout={layout} left={0} top={0} onOpen={onOpen}>
        <Painted map={map} layout={layout} />
      </MapFrame>
    </div>
  )
}
