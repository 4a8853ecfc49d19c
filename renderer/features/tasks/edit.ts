import { z } from 'zod'
import { type Cause, lever as leverShape } from '../../../shared/domain/cause.ts'
import { type Task, task as taskShape } from '../../../shared/domain/task.ts'
import { causeName } from '../../../shared/text/sentences.ts'
import type { Translator } from '../../../shared/text/translator.ts'
import { draftOf, taskDraft } from './draft.ts'

/** A failure cause as the form holds it. */
const causeDraft = z
  .object({
    /** Tells rows of the form apart. */
    id: z.number().int(),
    /** Null for one that is not stored yet. */
    key: z.string().nullable(),
    name: z.string(),
    lever: leverShape.nullable(),
  })
  .readonly()
export type CauseDraft = z.infer<typeof causeDraft>

/** A task that is there as the form holds it while it is changed. */
export const taskEdit = z
  .object({
    /** The task it was begun from; changed elsewhere meanwhile, one begins anew. */
    base: taskShape,
    draft: taskDraft,
    causes: z.array(causeDraft).readonly(),
  })
  .readonly()
export type TaskEdit = z.infer<typeof taskEdit>

export function editOf(task: Task, translator: Translator): TaskEdit {
  return {
    base: task,
    draft: draftOf(task),
    causes: task.causes.map(({ key, name, lever }, id) => ({
      id,
      key,
      name: causeName(translator, key, name),
      lever,
    })),
  }
}

export interface CauseProblem {
  readonly id: number
  readonly problem: 'causeNameMissing' | 'causeNameTwice'
}

/** Everything that keeps the causes from being a list; empty when nothing does. */
export function causeProblems(causes: readonly CauseDraft[]): readonly CauseProblem[] {
  return causes.flatMap(({ id, name }, index): CauseProblem[] => {
    const trimmed = name.trim()
    if (trimmed === '') return [{ id, problem: 'causeNameMissing' }]
    const isTwice = causes.slice(0, index).some((each) => each.name.trim() === trimmed)
    return isTwice ? [{ id, problem: 'causeNameTwice' }] : []
  })
}

const longestKey = 60

/** A key that no other cause has, from the name: `Wrong tone` becomes `wrong-tone`, then `wrong-tone-2`. */
export function keyFor(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .toLowerCase()
    .normalize('NFC')
    .match(/[\p{L}\p{N}]+/gu) ?? ['cause']
  const stem = words
    .join('-')
    .slice(0, longestKey - 4)
    .toWellFormed()
    .replace(/[-\uFFFD]$/u, '')
  let key = stem
  for (let number = 2; taken.has(key); number += 1) key = `${stem}-${number}`
  return key
}

/**
 * The list that causes without problems describe. One whose name stayed as it is shown keeps its stored name, which
 * may be in another language.
 */
export function toCauses(
  drafts: readonly CauseDraft[],
  stored: readonly Cause[],
  translator: Translator,
): readonly Cause[] {
  const taken = new Set(drafts.flatMap(({ key }) => (key === null ? [] : [key])))
  return drafts.map(({ key, name, lever }) => {
    const known = stored.find((each) => each.key === key)
    const typed = name.trim()
    if (known !== undefined) {
      const isShown = typed === causeName(translator, known.key, known.name)
      return { key: known.key, name: isShown ? known.name : typed, lever }
    }
    const fresh = keyFor(typed, taken)
    taken.add(fresh)
    return { key: fresh, name: typed, lever }
  })
}

/** The list with the cause one place up or down. */
export function movedCause(causes: readonly CauseDraft[], id: number, step: -1 | 1): readonly CauseDraft[] {
  const from = causes.findIndex((each) => each.id === id)
  const moved = causes[from]
  const other = causes[from + step]
  if (moved === undefined || other === undefined) return causes
  return causes.map((each) => (each === moved ? other : each === other ? moved : each))
}
