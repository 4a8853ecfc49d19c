import type { CaseList, CaseRow } from '../../../shared/domain/case.ts'
import type { CaseFilter, CaseGroup } from '../../../shared/domain/case-filter.ts'
import type { Cause } from '../../../shared/domain/cause.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import type { LeadSentence } from '../../../shared/text/sentence.ts'
import { causeName } from '../../../shared/text/sentences.ts'
import type { Translator } from '../../../shared/text/translator.ts'
import { counted } from '../../../shared/text/words.ts'

/** Worst first, as people look for them. */
export const groupOrder: readonly CaseGroup[] = ['never', 'sometimes', 'always', 'incomplete']

type Counts = Pick<CaseList, 'total' | 'matching' | 'groups' | 'plannedRepeats'>

export function attemptsText(translator: Translator, attempts: number): string {
  return counted(translator, 'screens.cases.attempts', attempts)
}

/** "26 passed sometimes, 10 always passed": the groups that are not empty, without one that was told already. */
function breakdown(translator: Translator, { groups }: Counts, told: CaseGroup | null): string {
  const parts = groupOrder
    .filter((group) => group !== told && groups[group] > 0)
    .map((group) => counted(translator, `screens.cases.breakdown.${group}`, groups[group]))
  return parts.length === 0
    ? ''
    : translator.t('screens.cases.breakdown.sentence', { parts: parts.join(', ') })
}

/** The group to begin with when all cases are shown: where the work is. */
function foremost({ groups }: Counts): CaseGroup {
  if (groups.never > 0) return 'never'
  if (groups.sometimes > 0) return 'sometimes'
  return groups.always > 0 ? 'always' : 'incomplete'
}

/** What the filter asks for besides a group. */
function isWider(filter: CaseFilter): boolean {
  return Object.entries({ ...filter, group: null }).some(([, value]) => value !== null)
}

/** Which cases are shown and how they did; the answer of the screen. */
export function casesSentence(translator: Translator, counts: Counts, filter: CaseFilter): LeadSentence {
  const { total, matching, plannedRepeats } = counts
  const values = {
    total: formatCount(translator.language, total),
    repeats: attemptsText(translator, plannedRepeats),
  }
  if (matching === 0) return { lead: translator.t('screens.cases.lead.nothing', values), rest: '' }
  if (isWider(filter)) {
    const lead = counted(translator, 'screens.cases.lead.filtered', matching, values)
    return { lead, rest: breakdown(translator, counts, null) }
  }
  const group = filter.group ?? foremost(counts)
  const lead = counted(translator, `screens.cases.lead.${group}`, counts.groups[group], values)
  return { lead, rest: breakdown(translator, counts, group) }
}

export function isFiltered(filter: CaseFilter): boolean {
  return filter.group !== null || isWider(filter)
}

/** How a case did: what its group is called. */
export function groupOfRow({
  complete,
  passes,
  counted: trials,
}: Pick<CaseRow, 'complete' | 'passes' | 'counted'>): CaseGroup {
  if (!complete) return 'incomplete'
  if (passes === 0) return 'never'
  return passes === trials ? 'always' : 'sometimes'
}

export function nameOfCause(translator: Translator, causes: readonly Cause[], key: string | null): string {
  return causeName(translator, key, causes.find((each) => each.key === key)?.name ?? null)
}

/** "Tool or integration error × 2, Other": why a case failed. */
export function causesText(translator: Translator, causes: readonly Cause[], row: CaseRow): string {
  // That some failures bear no cause says nothing about why the others happened.
  return row.causes
    .filter(({ cause }) => cause !== null)
    .map(({ cause, failures }) => {
      const name = nameOfCause(translator, causes, cause)
      return failures === 1
        ? name
        : translator.t('screens.cases.table.causeTimes', {
            cause: name,
            number: formatCount(translator.language, failures),
          })
    })
    .join(', ')
}

/** A part of the filter that is set, in words. */
export interface FilterPart {
  readonly key: keyof CaseFilter
  readonly name: string
  readonly value: string
}

/** What the filter asks for, a part each; the search stands in its own field. */
export function filterParts(
  translator: Translator,
  filter: CaseFilter,
  causes: readonly Cause[],
  plannedRepeats: number,
): readonly FilterPart[] {
  const { t } = translator
  const { group, passes, outcome, cause, verifier, segment } = filter
  const part = (key: Exclude<keyof CaseFilter, 'search'>, value: string | null): readonly FilterPart[] =>
    value === null ? [] : [{ key, name: t(`screens.cases.filter.${key}`), value }]
  return [
    ...part('group', group === null ? null : t(`screens.cases.group.${group}`)),
    ...part('passes', passes === null ? null : passesText(translator, passes, plannedRepeats)),
    ...part('outcome', outcome === null ? null : t(`screens.cases.outcome.${outcome}`)),
    ...part('cause', cause === null ? null : nameOfCause(translator, causes, cause === '' ? null : cause)),
    ...part('verifier', verifier === null ? null : t(`screens.cases.verifier.${verifier}`)),
    ...part('segment', segment),
  ]
}

export function passesText({ t, language }: Translator, passes: number, plannedRepeats: number): string {
  return t('screens.cases.filter.passesOf', {
    passes: formatCount(language, passes),
    repeats: formatCount(language, plannedRepeats),
  })
}
