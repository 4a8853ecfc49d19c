import type { TaskDetail } from '../../../shared/domain/task.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { type Blindness, dealt, letterOf, useBlind } from '../../state/blind.ts'

export interface BlindChoice {
  readonly letter: string
  readonly name: string
}

/** The configurations of a task by their letters. */
export function blindChoices(blind: Blindness, detail: TaskDetail): readonly BlindChoice[] {
  const names = detail.configurations.map(({ name }) => name)
  return dealt(blind, names).map((name, place) => ({ letter: letterOf(place), name }))
}

/** What a configuration is called on screen while its task is blind; null: by its name. */
export function useAlias(task: string, configuration: string): string | null {
  const { t } = useTranslator()
  const blind = useBlind(task)
  const detail = useRead('task.get', { task }, { enabled: blind !== null }).data
  if (blind === null || detail === undefined) return null
  const found = blindChoices(blind, detail).find(({ name }) => name === configuration)
  return found === undefined ? null : t('screens.log.blind.letter', { letter: found.letter })
}
