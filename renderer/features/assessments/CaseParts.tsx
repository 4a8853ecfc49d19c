import { Fragment, type ReactNode } from 'react'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import type { CaseFilter } from '../../../shared/domain/case-filter.ts'
import { casesText, errorsRuleText, repeatsText } from '../../../shared/text/sentences.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { counted } from '../../../shared/text/words.ts'
import { useTranslator } from '../../app/language.ts'
import { CaseLink } from './CaseLink.tsx'
import styles from './CaseParts.module.css'
import type { PanelProps } from './VerdictView.tsx'

interface Part {
  readonly text: string
  /** Null: there is nothing to open. */
  readonly filter: Partial<CaseFilter> | null
}

function Parts({ parts, place }: { readonly parts: readonly Part[] } & Pick<PanelProps, 'place'>): ReactNode {
  return parts.map(({ text, filter }, index) => (
    <Fragment key={text}>
      {index > 0 && ' · '}
      {filter === null ? (
        text
      ) : (
        <CaseLink place={place} filter={filter}>
          {text}
        </CaseLink>
      )}
    </Fragment>
  ))
}

/** What the gap bar rests on: complete cases, repeats, errors, and cases that are not complete. */
export function GapAside({ assessment, place }: PanelProps): ReactNode {
  const translator = useTranslator()
  const { cases, completeCases, plannedRepeats, errors } = assessment.counts
  const incomplete = cases - completeCases
  const rules: readonly Part[] = [
    ...(incomplete > 0
      ? [
          {
            text: counted(translator, 'screens.verdict.incomplete', incomplete),
            filter: { group: 'incomplete' } as const,
          },
        ]
      : []),
    { text: errorsRuleText(translator, errors), filter: errors > 0 ? { outcome: 'error' } : null },
  ]
  return (
    <>
      {completeCases === 0 ? (
        casesText(translator, completeCases)
      ) : (
        <CaseLink place={place} filter={{}}>
          {casesText(translator, completeCases)}
        </CaseLink>
      )}
      {' × '}
      {repeatsText(translator, plannedRepeats)}
      {' · '}
      <Parts parts={rules} place={place} />
    </>
  )
}

/** How many complete cases passed every time, sometimes and never. */
export function caseGroupCounts({ casesByPasses, counts }: Pick<Assessment, 'casesByPasses' | 'counts'>) {
  const sum = (fits: (passes: number) => boolean): number =>
    casesByPasses.reduce((total, each) => total + (fits(each.passes) ? each.cases : 0), 0)
  const n = counts.plannedRepeats
  return {
    always: sum((passes) => passes === n),
    sometimes: sum((passes) => passes > 0 && passes < n),
    never: sum((passes) => passes === 0),
  }
}

/** The cases behind the parts of the gap bar, in its order; not there before one is complete. */
export function GapCases({ assessment, place }: PanelProps): ReactNode {
  const translator = useTranslator()
  const groups = caseGroupCounts(assessment)
  const parts = (['always', 'sometimes', 'never'] as const)
    .filter((group) => groups[group] > 0)
    .map((group) => ({
      text: translator.t(`screens.verdict.group.${group}`, {
        number: formatCount(translator.language, groups[group]),
      }),
      filter: { group },
    }))
  if (parts.length === 0) return null
  return (
    <p className={styles['parts']}>
      {translator.t('screens.verdict.groups')} <Parts parts={parts} place={place} />
    </p>
  )
}
