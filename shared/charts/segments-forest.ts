import type { Assessment } from '../domain/assessment.ts'
import { isMeasured } from '../domain/measured.ts'
import type { Translator } from '../text/translator.ts'
import { casesText } from '../text/sentences.ts'
import type { ForestInput } from './forest-layout.ts'

type Segment = Assessment['segments'][number]

/** The worst first, where the work is; what is not measured comes last. */
export function worstFirst(segments: readonly Segment[]): readonly Segment[] {
  const rank = ({ estimate }: Segment): number => (isMeasured(estimate) ? estimate : 2)
  return segments.toSorted((a, b) => rank(a) - rank(b) || b.cases - a.cases)
}

/** The forest of an assessment's segments: each with its cases, against every level. */
export function segmentsForest(
  { segments, levels, bottleneck }: Pick<Assessment, 'segments' | 'levels' | 'bottleneck'>,
  translator: Translator,
): ForestInput {
  return {
    rowTitle: translator.t('screens.verdict.segment'),
    asideTitle: translator.t('screens.verdict.cases'),
    rows: worstFirst(segments).map(({ segment, cases, ...interval }) => ({
      id: segment,
      name: segment,
      aside: casesText(translator, cases),
      interval,
    })),
    levels,
    target: bottleneck.level,
    translator,
  }
}
