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

/** Takes every name of a configuration out of a text while its task is blind: what failed says what it failed at. */
export function useNameless(task: string): (text: string) => string {
  const { t } = useTranslator()
  const blind = useBlind(task)
  const detail = useRead('task.get', { task }, { enabled: blind !== null }).data
  if (blind === null || detail === undefined) return (text) => text
  // A name may be part of another one: the longer goes first.
  const choices = blindChoices(blind, detail).toSorted((a, b) => b.name.length - a.name.length)
  return (text) =>
    choices.reduce(
      (rest, { letter, name }) => rest.replaceAll(name, t('screens.log.blind.letter', { letter })),
      text,
    )
}
