import type { ReactNode } from 'react'
import { CausesPareto, layOutCausesPareto, readCausesPareto } from '../../../shared/charts/index.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { conflictTexts } from '../../../shared/text/sentences.ts'
import { counted } from '../../../shared/text/words.ts'
import { useTranslator } from '../../app/language.ts'
import { ChartFrame } from '../../components/ChartFrame.tsx'
import { Panel } from '../../components/Panel.tsx'
import { casesAddress } from './CaseLink.tsx'
import { ChartLinks } from './ChartLinks.tsx'
import table from './FigureTable.module.css'
import type { PanelProps } from './VerdictView.tsx'

function sum(causes: PanelProps['assessment']['causes']): number {
  return causes.reduce((total, each) => total + each.failures, 0)
}

/** The drawing, where each row opens the cases that failed so. */
function Pareto({ assessment, place, width }: PanelProps & { readonly width: number }): ReactNode {
  const translator = useTranslator()
  const { causes } = assessment
  const { rows } = layOutCausesPareto({ causes, translator }, width)
  const marks = readCausesPareto({ causes, translator }, width).marks
  const links = rows.map(({ cause, y }, index) => ({
    id: cause ?? '',
    x: 0,
    y,
    width,
    height: 34,
    href: casesAddress(place, { cause: cause ?? '' }),
    name: translator.t('screens.verdict.openCases', { what: marks[index]?.text ?? '' }),
  }))
  return (
    <ChartLinks links={links}>
      <CausesPareto causes={causes} translator={translator} width={width} prefix="causes-pareto" />
    </ChartLinks>
  )
}

/** Failures by cause, most first; not there as long as nobody labelled one. */
export function CausesPanel(props: PanelProps): ReactNode {
  const { assessment } = props
  const { causes } = assessment
  const translator = useTranslator()
  const labelled = causes.filter((each) => each.cause !== null)
  if (labelled.length === 0) return null
  const aside = counted(translator, 'screens.verdict.causesAside', sum(causes), {
    labelled: formatCount(translator.language, sum(labelled)),
  })
  return (
    <Panel title={translator.t('verdict.pareto.title')} aside={aside}>
      {conflictTexts(translator, assessment).map((text) => (
        <p key={text} className={table['conflict']}>
          {text}
        </p>
      ))}
      <ChartFrame
        title={translator.t('verdict.pareto.title')}
        read={(width) => readCausesPareto({ causes, translator }, width)}
      >
        {(width) => <Pareto {...props} width={width} />}
      </ChartFrame>
    </Panel>
  )
}
