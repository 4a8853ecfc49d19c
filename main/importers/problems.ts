import { type ImportProblem, problemLimit } from '../../shared/domain/import.ts'
import { ExpectedFailure } from '../../shared/domain/failure.ts'
import type { Source } from './importer.ts'

const quotedLength = 60

/** Line breaks and characters that reorder text would let a value disguise the sentence around it. */
const disguising = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu

/** A value of the file inside a sentence: in double quotes, on one line, cut to 60 UTF-16 units. */
export function quote(value: string): string {
  const shown = value.length <= quotedLength ? value : `${cutAt(value, quotedLength - 1)}…`
  return `"${shown.replace(disguising, ' ')}"`
}

/** The beginning of a text, without half of a surrogate pair at its end. */
export function cutAt(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}

/** Collects problems in the order they come; keeps the first 1,000 and counts all. */
export interface ProblemList {
  readonly add: (line: number, column: string | null, reason: string) => void
  readonly kept: readonly ImportProblem[]
  readonly count: () => number
}

export function createProblemList(): ProblemList {
  const kept: ImportProblem[] = []
  let count = 0
  return {
    add(line, column, reason) {
      count += 1
      if (kept.length < problemLimit) kept.push({ line, column, reason })
    },
    kept,
    count: () => count,
  }
}

/** Puts lists that are each in order of line into one, at most 1,000 problems long. */
export function mergeProblems(lists: readonly ProblemList[]): {
  problems: readonly ImportProblem[]
  problemCount: number
} {
  const all = lists.flatMap((list) => list.kept)
  return {
    problems: all.toSorted((a, b) => a.line - b.line).slice(0, problemLimit),
    problemCount: lists.reduce((sum, list) => sum + list.count(), 0),
  }
}

/** The failure for a file of which nothing can be read: what it is, and what to do, in its words. */
export function unreadable(
  { fileName, words }: Pick<Source, 'fileName' | 'words'>,
  what: string,
  todo: string,
): ExpectedFailure {
  return new ExpectedFailure('import-unreadable', words.unreadable(fileName, what, todo))
}
