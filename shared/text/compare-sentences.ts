import { byReliability, chooseConfiguration, verdictAt } from '../assessment/index.ts'
import type { Comparison } from '../domain/comparison.ts'
import { isMeasured } from '../domain/measured.ts'
import { formatCount, formatList, formatRequired } from './numbers.ts'
import { type LeadSentence, marks, type Sentence, splitAtMarks, withoutMarks } from './sentence.ts'
import type { Translator } from './translator.ts'
import { countedAbout, estimateText, intervalText } from './words.ts'

/** Of others that are open, so many are named. */
const mostNamed = 3

function quoted({ t }: Translator, name: string): string {
  return t('screens.compare.named', { name: withoutMarks(name) })
}

function listText(translator: Translator, names: readonly string[]): string {
  const { language, t } = translator
  const shown = names.length <= mostNamed + 1 ? names : names.slice(0, mostNamed)
  const rest = names.length - shown.length
  const parts = shown.map((name) => quoted(translator, name))
  const more = t('screens.compare.leader.more', { number: formatCount(language, rest) })
  return formatList(language, rest === 0 ? parts : [...parts, more])
}

/** Which configuration to take for a level, or that none is ready; null as long as fewer than two are measured. */
export function comparisonHeadline(
  translator: Translator,
  comparison: Comparison,
  level: { readonly name: string; readonly required: number },
): Sentence | null {
  const { t, language } = translator
  const measured = byReliability(comparison.configurations)
  if (measured.length < 2) return null
  const choice = chooseConfiguration(comparison.configurations, level.name)
  const verdicts = measured.map((each) => verdictAt(each, level.name))
  const open = verdicts.filter((each) => each === 'more-evidence').length
  const values = {
    ...marks,
    level: withoutMarks(level.name),
    required: formatRequired(language, level.required),
    total: formatCount(language, measured.length),
  }
  if (choice !== null) {
    const number = formatCount(language, verdicts.filter((each) => each === 'meets').length)
    const name = quoted(translator, choice.configuration.configuration)
    return {
      parts: splitAtMarks(t(`screens.compare.headline.${choice.why}`, { ...values, number, name }), 'meets'),
    }
  }
  return open > 0
    ? {
        parts: splitAtMarks(
          t('screens.compare.headline.open', { ...values, number: formatCount(language, open) }),
          'more-evidence',
        ),
      }
    : { parts: splitAtMarks(t('screens.compare.headline.short', values), 'short') }
}

type Against = NonNullable<Comparison['leader']>['against']

/** How many shared cases would decide against all that are open; null when that cannot be said. */
function needed(open: Against): number | null {
  const counts = open.flatMap(({ casesNeeded }) =>
    casesNeeded !== null && isMeasured(casesNeeded) ? [casesNeeded] : [],
  )
  return counts.length < open.length ? null : Math.max(...counts)
}

function openText(translator: Translator, open: Against): string {
  const { t } = translator
  const names = listText(
    translator,
    open.map((each) => each.configuration),
  )
  const against = t('screens.compare.leader.openAgainst', { names })
  if (open.every((each) => each.sharedCases === 0)) {
    return `${against} ${t('screens.compare.leader.notShared')}`
  }
  const more = needed(open)
  const how =
    more === null
      ? t('screens.compare.leader.neededUnknown')
      : countedAbout(translator, 'screens.compare.leader.needed', more)
  return `${against} ${how}`
}

/** Which configuration is the most reliable, and whether that is sure; null as long as fewer than two are measured. */
export function leaderSentence(
  translator: Translator,
  { leader, configurations }: Pick<Comparison, 'leader' | 'configurations'>,
): LeadSentence | null {
  const own = configurations.find((each) => each.configuration === leader?.configuration)
  if (leader === null || own === undefined) return null
  const { t } = translator
  const name = quoted(translator, leader.configuration)
  const rate = t('screens.compare.rate', {
    estimate: estimateText(translator, own.reliability),
    interval: intervalText(translator, own.reliability),
  })
  const open = leader.against.filter((each) => each.verdict === 'more-evidence')
  const worse = leader.against.filter((each) => each.verdict === 'worse')
  if (open.length === 0 && worse.length === 0) {
    return {
      lead: t('screens.compare.leader.sure', { name }),
      rest:
        leader.against.length === 1
          ? t('screens.compare.leader.surePair', { rate })
          : t('screens.compare.leader.sureAll', {
              rate,
              number: formatCount(translator.language, leader.against.length),
            }),
    }
  }
  const names = listText(
    translator,
    worse.map((each) => each.configuration),
  )
  const rest = [
    ...(worse.length > 0 ? [t('screens.compare.leader.worse', { names })] : []),
    ...(open.length > 0 ? [openText(translator, open)] : []),
  ]
  return { lead: t('screens.compare.leader.open', { name, rate }), rest: rest.join(' ') }
}
