import type { ReactNode } from 'react'
import { layOutCaseProfile } from '../../../shared/charts/index.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { counted } from '../../../shared/text/words.ts'
import { useTranslator } from '../../app/language.ts'
import { casesAddress } from './CaseLink.tsx'
import { ChartLinks } from './ChartLinks.tsx'
import type { PanelProps } from './VerdictView.tsx'

/** Height of the numbers under the groups. */
const labels = 38

interface Props extends PanelProps {
  /** Of the drawing. */
  readonly width: number
  readonly height: number
  readonly children: ReactNode
}

/** The drawing of every case, where the number under each group opens its cases. */
export function ProfileLinks({ assessment, place, width, height, children }: Props): ReactNode {
  const translator = useTranslator()
  const { casesByPasses, counts } = assessment
  const repeats = counts.plannedRepeats
  const groups = layOutCaseProfile({ casesByPasses, repeats, translator }, width - 2)
  const links = groups
    .filter((each) => each.label !== null)
    .map(({ passes, x, width: wide }) => ({
      id: String(passes),
      x: x + 1,
      y: height - labels,
      width: wide,
      height: labels,
      href: casesAddress(place, { passes }),
      name: counted(
        translator,
        'verdict.charts.profileGroup',
        casesByPasses.find((each) => each.passes === passes)?.cases ?? 0,
        {
          passes: formatCount(translator.language, passes),
          repeats: formatCount(translator.language, repeats),
        },
      ),
    }))
  return <ChartLinks links={links}>{children}</ChartLinks>
}
