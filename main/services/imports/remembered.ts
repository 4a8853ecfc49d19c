import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import {
  type ImportOptions,
  type ImportSummary,
  rememberedImport,
  type RememberedImport,
} from '../../../shared/domain/import.ts'
import { writeWholeFile } from '../../whole-file.ts'
import type { Context } from '../context.ts'

/** So many kinds of files are remembered; the one used longest ago goes first. */
const mostRemembered = 50

const entry = z.object({ columns: z.array(z.string()), ...rememberedImport.shape })
type Entry = z.infer<typeof entry>

/** Beside the settings: what a person decided about their files is theirs, not the workspace's. */
function fileOf({ settingsFile }: Pick<Context, 'settingsFile'>): string {
  return join(dirname(settingsFile), 'imports.json')
}

/** A memory that cannot be read is worth less than an import: it starts anew. */
function readEntries(context: Pick<Context, 'settingsFile'>): readonly Entry[] {
  try {
    const parsed = z.array(entry).safeParse(JSON.parse(readFileSync(fileOf(context), 'utf8')))
    return parsed.success ? parsed.data : []
  } catch {
    // No file, no right to read it, no JSON in it: all the same here.
    return []
  }
}

function isOf(each: Entry, columns: readonly string[]): boolean {
  return JSON.stringify(each.columns) === JSON.stringify(columns)
}

/** What was decided when a file with these columns, in whatever order, was imported last; null: never. */
export function rememberedFor(
  context: Pick<Context, 'settingsFile'>,
  columns: readonly string[],
): RememberedImport | null {
  const found = readEntries(context).find((each) => isOf(each, columns.toSorted()))
  return found === undefined ? null : rememberedImport.parse(found)
}

/** Remembers what was decided about a file that came in, when anything was. A full disk does not undo an import. */
export function rememberImport(
  context: Pick<Context, 'settingsFile'>,
  options: ImportOptions,
  summary: Pick<ImportSummary, 'columns'>,
): void {
  const { mapping, ignoreColumns, configuration = null, passMark = null } = options
  const decided = { mapping, ignoreColumns, configuration, passMark }
  const columns = summary.columns.map(({ name }) => name).toSorted()
  const isDecided =
    Object.keys(mapping).length > 0 || ignoreColumns.length > 0 || configuration !== null || passMark !== null
  const others = readEntries(context).filter((each) => !isOf(each, columns))
  const entries = isDecided ? [{ columns, ...decided }, ...others] : others
  try {
    const text = `${JSON.stringify(entries.slice(0, mostRemembered), null, 2)}\n`
    writeWholeFile(fileOf(context), Buffer.from(text))
  } catch {
    // The attempts are stored, and the next file is asked about again: nothing to tell anybody.
  }
}
