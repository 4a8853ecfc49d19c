import type Database from 'better-sqlite3'
import { type RawBuilder, sql } from 'kysely'
import { folded, sortKey } from '../../shared/text/folded.ts'

type Text = ReturnType<typeof sql.ref>

/** Teaches a connection what SQLite cannot do with letters beyond ASCII. */
export function addTextFunctions(database: Database.Database): void {
  database.function('contains_folded', { deterministic: true }, (text: unknown, part: unknown) =>
    typeof text === 'string' && typeof part === 'string' && folded(text).includes(part) ? 1 : 0,
  )
  database.function('sort_key', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? sortKey(text) : null,
  )
}

/** Whether a text holds another, in any case of letters and with or without accents. */
export function containsText(text: Text, part: string): RawBuilder<boolean> {
  return sql<boolean>`contains_folded(${text}, ${folded(part)}) = 1`
}

/** What names are sorted by. */
export function nameKey(text: Text): RawBuilder<string> {
  return sql<string>`sort_key(${text})`
}
