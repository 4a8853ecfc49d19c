import type { Source } from './importer.ts'
import { eachLine } from './lines.ts'
import { unreadable } from './problems.ts'
import type { ExpectedFailure } from '../../shared/domain/failure.ts'

const blank = /^[\s\uFEFF]*/u

function beginning(source: Source): string {
  return source.bytes.toString('utf8', 0, 4_096).replace(blank, '')
}

/** Whether the text begins as JSON does; a header such as `[Description],score` does not. */
export function looksLikeJson(source: Source): boolean {
  return /^(?:\{|\[\s*(?:[[{"\]\d-]|true|false|null))/u.test(beginning(source))
}

/** Whether the text begins as XML or HTML does. */
export function looksLikeMarkup(source: Source): boolean {
  return /^<[?!a-z]/iu.test(beginning(source))
}

/** Whether the text is one JSON document, over one or several lines, instead of an object per line. */
export function isJsonDocument(source: Source): boolean {
  const start = beginning(source)
  if (!looksLikeJson(source)) return false
  if (start.startsWith('[')) return true
  const first = firstLine(source)
  if (parses(first)) return false
  return first.trim() === '{' || parses(source.bytes.toString())
}

function firstLine(source: Source): string {
  for (const { start, end } of eachLine(source.bytes)) {
    const text = source.bytes.toString('utf8', start, end)
    if (text.trim() !== '') return text
  }
  return ''
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

export function jsonDocumentFailure(source: Source): ExpectedFailure {
  return unreadable(source, source.words.jsonDocument(), source.words.writeLines())
}

/** What to say of a text that no importer recognises: CSV accepts all but markup. */
export function markupFailure(source: Source): ExpectedFailure {
  return unreadable(source, source.words.markup(), source.words.chooseCsvOrJsonl())
}
