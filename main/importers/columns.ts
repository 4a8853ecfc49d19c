import {
  type ImportColumn,
  type ImportField,
  importFields,
  type ImportOptions,
} from '../../shared/domain/import.ts'
import type { ProblemWords } from '../../shared/text/import-problems.ts'
import { adviseOnColumn, columnFactor, columnKey, recogniseColumn } from './column-names.ts'
import { createProblemList, cutAt, type ProblemList, quote } from './problems.ts'

/** A column as the file names it, and the line that names it first. */
export interface NamedColumn {
  readonly name: string
  readonly line: number
}

/** A column whose values are read. */
export interface FieldColumn {
  /** Position in the list of columns. */
  readonly index: number
  readonly name: string
  readonly field: ImportField
  /** What numbers are multiplied with to get the field's unit. */
  readonly factor: number
}

export interface ColumnPlan {
  readonly columns: readonly ImportColumn[]
  readonly fields: readonly FieldColumn[]
  readonly problems: ProblemList
  /** No row can be understood: a column is missing or claimed twice. */
  readonly fatal: boolean
}

interface Draft {
  readonly named: readonly NamedColumn[]
  /** Line of problems that concern no single column. */
  readonly headLine: number
  /** By position: the field, null for left out; a hole while undecided. */
  readonly decided: Map<number, { readonly field: ImportField | null; readonly known: boolean }>
  readonly owners: Map<ImportField, number>
  readonly mappedFields: ReadonlySet<string>
  readonly problems: ProblemList
  readonly words: ProblemWords
  fatal: boolean
}

/** Beyond this, the file is of another kind: a trial has 22 fields. */
export const columnLimit = 1_000

/**
 * Decides what each column of a file means: the user's mapping first, then the columns the user leaves out,
 * then the names that are recognised. Unknown columns become problems, so that a misspelled one never
 * vanishes silently.
 */
export function planColumns(
  named: readonly NamedColumn[],
  headLine: number,
  options: ImportOptions,
  words: ProblemWords,
): ColumnPlan {
  const draft: Draft = {
    named,
    headLine,
    decided: new Map(),
    owners: new Map(),
    mappedFields: new Set(Object.keys(options.mapping)),
    problems: createProblemList(),
    words,
    fatal: false,
  }
  takeMapping(draft, options)
  leaveOut(draft, options)
  recognise(draft)
  requireFields(draft, options)
  return {
    columns: named.map(({ name }, index) => ({
      name,
      ...(draft.decided.get(index) ?? { field: null, known: false }),
    })),
    fields: fieldColumns(draft),
    problems: draft.problems,
    fatal: draft.fatal,
  }
}

function refuse(draft: Draft, line: number, column: string | null, reason: string): void {
  draft.problems.add(line, column === null ? null : shortName(column), reason)
  draft.fatal = true
}

/** A column's name where a problem names it: whole unless somebody made it absurdly long. */
export function shortName(name: string): string {
  return name.length <= 80 ? name : `${cutAt(name, 79)}…`
}

/** Positions of the columns a user means by a name: exactly that name if there is one, else any spelling of it. */
function positionsOf(draft: Draft, name: string): readonly number[] {
  const where = (matches: (candidate: string) => boolean): readonly number[] =>
    draft.named.flatMap((column, index) => (matches(column.name) ? [index] : []))
  const exact = where((candidate) => candidate.trim() === name.trim())
  return exact.length > 0 ? exact : where((candidate) => columnKey(candidate) === columnKey(name))
}

function own(draft: Draft, index: number, field: ImportField): void {
  draft.decided.set(index, { field, known: true })
  draft.owners.set(field, index)
}

function takeMapping(draft: Draft, options: ImportOptions): void {
  for (const [field, column] of mappingEntries(options)) {
    const [index, ...others] = positionsOf(draft, column)
    const wrong = (reason: string): void => refuse(draft, draft.headLine, column, reason)
    const first = index === undefined ? undefined : draft.decided.get(index)?.field
    if (index === undefined) wrong(draft.words.mappedToNone(field, quote(column)))
    else if (others.length > 0) wrong(draft.words.mappedToSeveral(field, quote(column)))
    else if (first !== undefined && first !== null)
      wrong(draft.words.mappedTwice(quote(column), first, field))
    else own(draft, index, field)
  }
}

function mappingEntries(options: ImportOptions): readonly (readonly [ImportField, string])[] {
  const { mapping } = options
  return importFields.flatMap((field) => {
    const column = mapping[field]
    return column === undefined ? [] : [[field, column] as const]
  })
}

function leaveOut(draft: Draft, options: ImportOptions): void {
  for (const name of options.ignoreColumns) {
    for (const index of positionsOf(draft, name)) {
      const known = recogniseColumn(name) !== undefined
      if (!draft.decided.has(index)) draft.decided.set(index, { field: null, known })
    }
  }
}

function recognise(draft: Draft): void {
  for (const [index, { name, line }] of draft.named.entries()) {
    if (draft.decided.has(index)) continue
    const field = recogniseColumn(name)
    if (field === undefined) {
      const reason = draft.words.unknownColumn(quote(name), adviseOnColumn(name, draft.words))
      draft.problems.add(line, shortName(name), reason)
    } else if (field === null || draft.mappedFields.has(field)) {
      draft.decided.set(index, { field: null, known: true })
    } else recogniseField(draft, index, field)
  }
}

function recogniseField(draft: Draft, index: number, field: ImportField): void {
  const owner = draft.owners.get(field)
  const column = draft.named[index]
  if (owner === undefined || column === undefined) return own(draft, index, field)
  const first = draft.named[owner]?.name ?? ''
  const reason =
    first === column.name
      ? draft.words.sameName(quote(first), field)
      : draft.words.sameField(quote(first), quote(column.name), field)
  refuse(draft, column.line, column.name, reason)
  draft.decided.set(index, { field: null, known: true })
}

function requireFields(draft: Draft, options: ImportOptions): void {
  const has = (field: ImportField): boolean => draft.owners.has(field) || draft.mappedFields.has(field)
  const missing = (reason: string): void => refuse(draft, draft.headLine, null, reason)
  if (!has('case')) missing(draft.words.noCaseColumn())
  if (!has('configuration') && options.configuration === undefined) {
    missing(draft.words.noConfigurationColumn())
  }
  if (!has('outcome') && !has('score')) {
    missing(draft.words.noOutcomeColumn())
  } else if (!has('outcome') && options.passMark === undefined) {
    missing(draft.words.noPassMark())
  }
}

function fieldColumns(draft: Draft): readonly FieldColumn[] {
  return [...draft.owners]
    .map(([field, index]) => {
      const name = draft.named[index]?.name ?? ''
      return { index, name, field, factor: field === 'latency_ms' ? columnFactor(name) : 1 }
    })
    .toSorted((a, b) => a.index - b.index)
}
