import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react'
import {
  type CaseMapLayout,
  caseMapTable,
  type ChartReading,
  layOutCaseMap,
} from '../../../shared/charts/index.ts'
import type { CaseMap } from '../../../shared/domain/case.ts'
import type { Translator } from '../../../shared/text/translator.ts'
import { useTranslator } from '../../app/language.ts'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import { MapFrame } from './MapFrame.tsx'
import { mapPicture } from './map-picture.ts'
import { coloursOnScreen, paintMap } from './paint-map.ts'
import styles from './MapPanel.module.css'

interface Props {
  readonly map: CaseMap
  /** There is so much room, in pixels. */
  readonly height: number
  readonly onOpen: (label: string) => void
}

function Painted({ map, layout }: { readonly map: CaseMap; readonly layout: CaseMapLayout }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const paint = (): void => {
      if (canvas.current === null) return
      paintMap(canvas.current, layout, map.outcomes, {
        colours: coloursOnScreen(),
        scale: window.devicePixelRatio,
      })
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

interface ImageProps extends Props {
  readonly width: number
  /** Where what is on screen is told to, so that it can be copied. */
  readonly onLayout: (layout: CaseMapLayout) => void
}

function Image({ map, width, height, onOpen, onLayout }: ImageProps): ReactNode {
  const layout = useMemo(() => layOutCaseMap(map, width, height), [map, width, height])
  useEffect(() => onLayout(layout), [layout, onLayout])
  return (
    <div className={styles['view']}>
      <MapFrame map={map} layout={layout} left={0} top={0} onOpen={onOpen}>
        <Painted map={map} layout={layout} />
      </MapFrame>
    </div>
  )
}

/** The values are read below the picture, where arrow keys go by case and by attempt. */
function readingOf(translator: Translator, map: CaseMap): ChartReading {
  let table: ChartReading['table'] | null = null
  return {
    marks: [],
    // Hundreds of thousands of words: made when somebody asks for them.
    get table() {
      table ??= caseMapTable(translator, map)
      return table
    },
  }
}

/** The picture as one image, for more attempts than shapes can be drawn of. */
export function MapCanvas({ map, height, onOpen }: Props): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const title = t('screens.cases.map.title')
  const shown = useRef<CaseMapLayout>(null)
  const tell = useCallback((layout: CaseMapLayout) => {
    shown.current = layout
  }, [])
  const reading = useMemo(() => readingOf(translator, map), [translator, map])
  const picture = (): SVGSVGElement | null =>
    shown.current === null
      ? null
      : mapPicture(shown.current, map.outcomes, { title, description: t('screens.cases.map.values') })
  return (
    <ChartFrame title={title} read={() => reading} picture={picture}>
      {(width) => <Image map={map} width={width} height={height} onOpen={onOpen} onLayout={tell} />}
    </ChartFrame>
  )
}
