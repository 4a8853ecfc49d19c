import type { ReactElement } from 'react'
import { CausesPareto } from '../../charts/index.ts'
import { conflictTexts } from '../../text/sentences.ts'
import { longTable, type ReportContext, textWidthPx } from '../context.ts'
import { Notes, Passage } from '../table.tsx'

/** More bars than these are drawn on their own page, in any case whole. */
const mostDrawn = 22

/** Failures by cause, most first, with what usually cures each; not there as long as nobody labelled one. */
export function Causes({ assessment, translator }: ReportContext): ReactElement | null {
  const { causes } = assessment
  const { t } = translator
  if (causes.every((each) => each.cause === null)) return null
  return (
    <Passage id="causes" title={t('report.causes.title')} long={causes.length > longTable}>
      <Notes texts={[...conflictTexts(translator, assessment), t('report.parts.failures.causesNote')]} />
      {chunks(causes, mostDrawn).map((chunk, index) => (
        <CausesPareto
          key={chunk[0]?.cause ?? ''}
          causes={chunk}
          translator={translator}
          width={textWidthPx}
          prefix={index === 0 ? 'causes-pareto' : `causes-pareto-${index + 1}`}
        />
      ))}
    </Passage>
  )
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
