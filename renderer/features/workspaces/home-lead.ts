import type { TaskSummary } from '../../../shared/domain/task.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import type { LeadSentence } from '../../../shared/text/sentence.ts'
import type { Translator } from '../../../shared/text/translator.ts'
import { counted } from '../../../shared/text/words.ts'

/** How a task stands; of a blind one nobody is to know yet. */
export type Standing = TaskSummary['verdict'] | 'blind'

/** What is told of those that are not ready, in this order. */
export const openStandings = ['short', 'more-evidence', 'no-trials', 'blind'] as const

function leadOf(translator: Translator, standings: readonly Standing[]): string {
  const { t, language } = translator
  const total = standings.length
  const ready = standings.filter((each) => each === 'meets').length
  if (ready === total) return t('screens.homeLead.ready.all')
  if (ready > 0) {
    return counted(translator, 'screens.homeLead.ready.some', ready, { total: formatCount(language, total) })
  }
  const isJudged = standings.some((each) => each === 'short' || each === 'more-evidence')
  return t(isJudged ? 'screens.homeLead.ready.none' : 'screens.homeLead.ready.open')
}

/** How many tasks are ready for what is asked of them, and what the others lack: the answer of Home. */
export function homeSentence(translator: Translator, standings: readonly Standing[]): LeadSentence {
  const parts = openStandings.flatMap((standing) => {
    const number = standings.filter((each) => each === standing).length
    return number === 0 ? [] : [counted(translator, `screens.homeLead.standing.${standing}`, number)]
  })
  return {
    lead: leadOf(translator, standings),
    rest:
      parts.length === 0
        ? ''
        : translator.t('screens.homeLead.standing.sentence', { parts: parts.join(', ') }),
  }
}
