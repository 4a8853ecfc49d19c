import type { Cause } from '../../../shared/domain/cause.ts'
import { formatLatency } from '../../../shared/text/numbers.ts'
import { causeName } from '../../../shared/text/sentences.ts'
import type { Translator } from '../../../shared/text/translator.ts'
import type { GridTrial } from './grading.ts'

export interface TrialSurroundings {
  readonly causes: readonly Cause[]
  /** Who grades here now; null: nobody said. */
  readonly loggerName: string | null
  /** A note waits for the grade. */
  readonly hasKeptNote: boolean
}

export function causeOf(translator: Translator, trial: GridTrial, causes: readonly Cause[]): string | null {
  if (trial.cause === null) return null
  return causeName(translator, trial.cause, causes.find((each) => each.key === trial.cause)?.name ?? null)
}

/** Said where somebody else graded: who goes over it sees whose word it is. */
function byOther({ t }: Translator, { loggedBy }: GridTrial, loggerName: string | null): string | null {
  return loggedBy === null || loggedBy === loggerName ? null : t('screens.log.loggedBy', { name: loggedBy })
}

function partsOf(
  translator: Translator,
  trial: GridTrial | undefined,
  { causes, loggerName, hasKeptNote }: TrialSurroundings,
): readonly (string | null)[] {
  const { t } = translator
  const waiting = hasKeptNote ? t('screens.log.noteWaits') : null
  if (trial === undefined) return [t('screens.log.unlogged'), waiting]
  return [
    t(`screens.log.${trial.outcome}`),
    causeOf(translator, trial, causes),
    trial.verifier === null ? null : t(`screens.log.${trial.verifier}`),
    trial.note,
    waiting,
    byOther(translator, trial, loggerName),
  ]
}

/** The attempt in words: outcome, cause, verdict, note, and whose word it is when it is not one's own. */
export function trialText(
  translator: Translator,
  trial: GridTrial | undefined,
  surroundings: TrialSurroundings,
): string {
  return partsOf(translator, trial, surroundings)
    .filter((part) => part !== null)
    .join(', ')
}

/** The same with the time it took, for a look at one cell; nothing for a cell that says nothing. */
export function trialTooltip(
  translator: Translator,
  trial: GridTrial | undefined,
  surroundings: TrialSurroundings,
): string | undefined {
  if (trial === undefined && !surroundings.hasKeptNote) return undefined
  const time = trial?.latencyMs ?? null
  const text = trialText(translator, trial, surroundings)
  return time === null ? text : `${text}, ${formatLatency(translator.language, time)}`
}
