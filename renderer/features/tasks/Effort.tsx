import type { ReactNode } from 'react'
import { formatCount, formatRequired } from '../../../shared/text/numbers.ts'
import { counted } from '../../../shared/text/words.ts'
import { anyTimeCases, fixedSizeCases } from '../../../shared/statistics/zero-failure.ts'
import { useTranslator } from '../../app/language.ts'
import { Panel } from '../../components/Panel.tsx'
import type { TaskDraft } from './draft.ts'

/** Beyond this many nines the count says only that no team can log as much. */
const largestRequired = 0.999999

/** What the target takes at least, before a single attempt is logged. */
export function Effort({ draft }: { readonly draft: TaskDraft }): ReactNode {
  const translator = useTranslator()
  const { language, t } = translator
  const target = draft.levels.find((each) => each.id === draft.target)
  const { alpha, repeats } = draft
  const required = target?.required ?? 0
  if (alpha === null || alpha <= 0 || alpha > 0.5 || required <= 0 || required > largestRequired) return null
  const level = `${target?.name ?? ''} (${formatRequired(language, required)})`
  const cases = anyTimeCases(required, alpha)
  return (
    <Panel title={t('screens.newTask.effort.title')}>
      <p>
        {counted(translator, 'screens.newTask.effort.fixed', fixedSizeCases(required, alpha), { level })}{' '}
        {counted(translator, 'screens.newTask.effort.anyTime', cases)}
      </p>
      {repeats !== null && (
        <p>
          {counted(translator, 'screens.newTask.effort.trials', cases * repeats, {
            repeats: formatCount(language, repeats),
          })}
        </p>
      )}
      <p>{t('screens.newTask.effort.failures')}</p>
    </Panel>
  )
}
