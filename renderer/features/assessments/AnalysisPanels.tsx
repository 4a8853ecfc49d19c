import type { ReactNode } from 'react'
import { scalingTexts, verifierTexts } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { Panel } from '../../components/Panel.tsx'
import { Unbroken } from '../../components/Unbroken.tsx'
import styles from './FigureTable.module.css'
import type { PanelProps } from './VerdictView.tsx'

function Sentences({
  title,
  texts,
}: {
  readonly title: string
  readonly texts: readonly string[]
}): ReactNode {
  return (
    <Panel title={title}>
      {texts.map((text) => (
        <p key={text} className={styles['note']}>
          <Unbroken text={text} />
        </p>
      ))}
    </Panel>
  )
}

/** How good the verifier is; not there as long as nobody logged what it says. */
export function VerifierPanel({ assessment }: PanelProps): ReactNode {
  const translator = useTranslator()
  if ('notMeasured' in assessment.verifier) return null
  const texts = verifierTexts(translator, assessment)
  return <Sentences title={translator.t('report.verifier.title')} texts={texts} />
}

/** What the compute series around the configuration says; not there without one. */
export function ScalingPanel({ assessment }: PanelProps): ReactNode {
  const translator = useTranslator()
  const { scaling } = assessment
  if ('notMeasured' in scaling) return null
  const texts = scalingTexts(translator, scaling)
  return <Sentences title={translator.t('report.scaling.title')} texts={texts} />
}
