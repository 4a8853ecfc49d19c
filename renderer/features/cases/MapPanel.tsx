import { type ReactNode, useEffect, useState } from 'react'
import type { CaseMap } from '../../../shared/domain/case.ts'
import {
  caseMapLeft,
  caseMapTable,
  caseMapTop,
  CaseMapChart,
  layOutCaseMap,
} from '../../../shared/charts/index.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { counted } from '../../../shared/text/words.ts'
import { useTranslator } from '../../app/language.ts'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import { Waiting } from '../../components/Await.tsx'
import { Panel } from '../../components/Panel.tsx'
import { MapCanvas } from './MapCanvas.tsx'
import { MapFrame } from './MapFrame.tsx'
import { MapKey } from './MapKey.tsx'

interface Props {
  /** Undefined while it is on its way. */
  readonly map: CaseMap | undefined
  /** Cases that passed equally often stand together. */
  readonly isGrouped: boolean
  readonly onOpen: (label: string) => void
}

/** More cells than these are drawn as one image: a drawing of shapes would be slow. */
const mostShapes = 2000

/** How high the picture may be: a part of the window, so that the table keeps most of it. */
function useMapHeight(): number {
  const [windowHeight, setWindowHeight] = useState(window.innerHeight)
  useEffect(() => {
    const follow = (): void => setWindowHeight(window.innerHeight)
    window.addEventListener('resize', follow)
    return () => window.removeEventListener('resize', follow)
  }, [])
  return Math.max(110, Math.round(windowHeight * 0.3))
}

function Aside({ map }: { readonly map: CaseMap }): ReactNode {
  const translator = useTranslator()
  const { t, language } = translator
  const { labels, outcomes, matching, plannedRepeats } = map
  const isCut = labels.length < matching
  return (
    <>
      {isCut
        ? t('screens.cases.map.cut', {
            shown: formatCount(language, labels.length),
            number: formatCount(language, matching),
          })
        : counted(translator, 'screens.cases.map.aside', plannedRepeats)}
      <MapKey outcomes={outcomes} />
    </>
  )
}

type DrawnProps = Props & { readonly map: CaseMap; readonly height: number }

function Shapes({ map, isGrouped, onOpen, height }: DrawnProps): ReactNode {
  const translator = useTranslator()
  const layoutFor = (width: number) => layOutCaseMap(map, width - caseMapLeft, height)
  return (
    <ChartFrame
      title={translator.t('screens.cases.map.title')}
      // The values are read below, where arrow keys go by case and by attempt.
      read={() => ({ marks: [], table: caseMapTable(translator, map) })}
    >
      {(width) => (
        <MapFrame map={map} layout={layoutFor(width)} left={caseMapLeft} top={caseMapTop} onOpen={onOpen}>
          <CaseMapChart
            {...map}
            layout={layoutFor(width)}
            isGrouped={isGrouped}
            translator={translator}
            width={width}
            prefix="case-map"
          />
        </MapFrame>
      )}
    </ChartFrame>
  )
}

function Drawn(props: DrawnProps): ReactNode {
  const { map, height, onOpen } = props
  const cells = map.outcomes.reduce((sum, each) => sum + each.length, 0)
  if (cells <= mostShapes) return <Shapes {...props} />
  return <MapCanvas map={map} height={height} onOpen={onOpen} />
}

/** Every attempt of every case that is listed, in the order of the table. */
export function MapPanel(props: Props): ReactNode {
  const { t } = useTranslator()
  const { map } = props
  const height = useMapHeight()
  if (map === undefined) {
    return (
      <Panel title={t('screens.cases.map.title')}>
        <div style={{ height }}>
          <Waiting />
        </div>
      </Panel>
    )
  }
  return (
    <Panel title={t('screens.cases.map.title')} aside={<Aside map={map} />}>
      <Drawn {...props} map={map} height={height} />
    </Panel>
  )
}
