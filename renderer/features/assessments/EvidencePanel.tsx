import type { ReactNode } from 'react'
import { EvidenceMeter, Odds } from '../../../shared/charts/index.ts'
import type { LevelAssessment } from '../../../shared/domain/assessment.ts'
import { isMeasured } from '../../../shared/domain/measured.ts'
import { alphaText, decidingOddsText } from '../../../shared/text/method.ts'
import { formatRequired } from '../../../shared/text/numbers.ts'
import { casesNeededText, evidenceText, levelVerdictWord } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { Hidden } from '../../components/Hidden.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Sized } from '../../components/Sized.tsx'
import { cx } from '../../components/cx.ts'
import styles from './EvidencePanel.module.css'
import table from './FigureTable.module.css'
import type { PanelProps } from './VerdictView.tsx'

/** Of a meter, by how wide the panel is. */
function meterWidth(width: number): number {
  return width < 330 ? 96 : 130
}

/** The three words of the scale, each over its part. */
function ScaleWords({ width }: { readonly width: number }): ReactNode {
  const translator = useTranslator()
  return (
    <>
      <Hidden>{translator.t('screens.verdict.meter')}</Hidden>
      <span className={styles['scale']} style={{ width }} aria-hidden>
        <span>{levelVerdictWord(translator, 'short')}</span>
        {width > 110 && <span>{translator.t('screens.verdict.undecided')}</span>}
        <span>{levelVerdictWord(translator, 'meets')}</span>
      </span>
    </>
  )
}

/** How many more cases would decide, under a level that is open. */
function Needed({ level }: { readonly level: LevelAssessment }): ReactNode {
  const translator = useTranslator()
  if (level.casesNeeded === null) return null
  return <div className={styles['needed']}>{casesNeededText(translator, level.casesNeeded)}</div>
}

function LevelRow(props: {
  readonly level: LevelAssessment
  readonly isMeasured: boolean
  readonly width: number
}): ReactNode {
  const { level, width } = props
  const translator = useTranslator()
  const { sentence } = evidenceText(translator, level)
  const strongest = Math.max(level.logEvidenceMeets, level.logEvidenceShort)
  return (
    <tr>
      <th scope="row">
        {level.name}{' '}
        <span className={styles['needs']}>{formatRequired(translator.language, level.required)}</span>
      </th>
      <td>
        {props.isMeasured ? <EvidenceMeter {...level} width={width} label={sentence} /> : '–'}
        {props.isMeasured && <Needed level={level} />}
      </td>
      <td data-tone={level.verdict}>{levelVerdictWord(translator, level.verdict)}</td>
      <td data-figures>
        {props.isMeasured ? <Odds translator={translator} logEvidence={strongest} /> : '–'}
      </td>
    </tr>
  )
}

/** For each level how far the evidence has come from "short" to "meets", as odds, and how many more cases it takes. */
export function EvidencePanel({ assessment }: PanelProps): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const isReached = isMeasured(assessment.reliability.estimate)
  return (
    <Panel
      title={t('screens.verdict.sure')}
      aside={t('screens.verdict.sureAside', { alpha: alphaText(translator, assessment) })}
    >
      <p className={table['note']}>
        {t('screens.verdict.sureNote', { odds: decidingOddsText(translator, assessment) })}
      </p>
      <Sized>
        {(width) => (
          <table className={cx(table['table'], styles['table'])}>
            <thead>
              <tr>
                <th scope="col">{t('screens.verdict.level')}</th>
                <th scope="col">
                  <ScaleWords width={meterWidth(width)} />
                </th>
                <th scope="col">{t('screens.verdict.word')}</th>
                <th scope="col" data-figures>
                  {t('screens.verdict.evidence')}
                </th>
              </tr>
            </thead>
            <tbody>
              {assessment.levels.map((level) => (
                <LevelRow key={level.name} level={level} isMeasured={isReached} width={meterWidth(width)} />
              ))}
            </tbody>
          </table>
        )}
      </Sized>
    </Panel>
  )
}
