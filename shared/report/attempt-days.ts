import { formatCount, formatPeriod } from '../text/numbers.ts'
import type { ReportContext } from './context.ts'

/** When the attempts were made, as far as they say it; nothing where that is when they were logged. */
export function attemptDays({
  assessment,
  made,
  translator,
}: ReportContext): readonly (readonly [name: string, value: string])[] {
  const { t, language } = translator
  const { firstLoggedAt, lastLoggedAt } = assessment.period
  if (made === null) return []
  const period = formatPeriod(language, made.first, made.last)
  const isAsLogged =
    firstLoggedAt !== null &&
    lastLoggedAt !== null &&
    period === formatPeriod(language, firstLoggedAt, lastLoggedAt)
  if (isAsLogged) return []
  const [told, attempts] = [made.told, made.attempts].map((each) => formatCount(language, each))
  const text =
    made.told === made.attempts
      ? period
      : t('report.tested.madePartly', { period, told: told ?? '', attempts: attempts ?? '' })
  return [[t('report.tested.made'), text]]
}
