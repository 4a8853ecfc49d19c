const dateEntry = /\/(?:CreationDate|ModDate)\s*\(D:[\d+\-'Z]*\)/g
/** Chromium names itself, its version and the system there. */
const creatorEntry = /\/Creator\s*\((?:[^\\()]|\\.)*\)/g
const ownCreator = '/Creator (Nines)'
const idEntry = /\/ID\s*\[\s*<[\da-f]*>\s*<[\da-f]*>\s*\]/gi
/** What Chromium calls the parts of the document, by a number that counts whatever its process made before it. */
const partEntry = /\/ID \(node(\d{8})\)/g
/** Wherever one is named: by itself, as the head of a cell, in the list of all. Not a text that reads like one. */
const partName = /(?<!\/(?:Title|Alt|ActualText|T|E) ?)\(node(\d{8})\)/g

/** The list of all parts, of which Chromium writes one, however long. */
const partList = /\/Limits \[\(node\d{8}\) \(node\d{8}\)\]\s*\/Names \[(?:\(node\d{8}\) \d+ 0 R\s*)+\]/g
const listEntry = /\(node\d{8}\) \d+ 0 R/g
const anyEntry = /\(node\d{8}\)(?: \d+ 0 R)?/g

interface Span {
  readonly start: number
  readonly text: string
}

/** Where the entry of an object in the plain cross-reference table says that it starts; null for other tables. */
function offsetOf(text: string, object: number): number | null {
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? Number.NaN)
  const head = /^xref\s+0 \d+ ?\r?\n/.exec(text.slice(table, table + 40))?.[0]
  if (head === undefined) return null
  const entryBytes = 20
  const entry = text.slice(table + head.length + object * entryBytes).slice(0, entryBytes)
  return /^\d{10} \d{5} n/.test(entry) ? Number(entry.slice(0, 10)) : null
}

/** The dictionary of facts about the document. */
function infoOf(text: string, trailer: Span): Span | null {
  const object = /\/Info (\d+) 0 R/.exec(trailer.text)?.[1]
  const start = object === undefined ? null : offsetOf(text, Number(object))
  if (start === null || !text.startsWith(`${object} 0 obj`, start)) return null
  return { start, text: text.slice(start, text.indexOf('endobj', start)) }
}

function trailerOf(text: string): Span {
  const start = Math.max(text.lastIndexOf('\ntrailer'), 0)
  return { start, text: text.slice(start) }
}

/**
 * Calls the parts of the document by numbers from 1, in the order in which they stand in it: the browser counts them as
 * its tables happen to be described first, which differs from print to print.
 */
function renumber(copy: Buffer, text: string): void {
  const former = new Set([...text.matchAll(partEntry)].map(([, number = '']) => number))
  const numbers = new Map([...former].map((each, index) => [each, String(index + 1).padStart(8, '0')]))
  const renamed = (part: string): string =>
    part.replaceAll(partName, (found, number: string) => found.replace(number, numbers.get(number) ?? number))
  for (const { 0: found, index } of text.matchAll(partName)) copy.write(renamed(found), index, 'latin1')
  for (const { 0: list, index } of text.matchAll(partList)) {
    copy.write(sortedList(renamed(list)), index, 'latin1')
  }
}

/** The list of all parts is searched by halves: it has to be in the order of their names. */
function sortedList(list: string): string {
  const entries = [...list.slice(list.indexOf('/Names')).matchAll(listEntry)]
    .map(([entry]) => entry)
    .toSorted()
  const names = entries.map((entry) => entry.slice(0, entry.indexOf(')') + 1))
  const sorted = [names.at(0), names.at(-1), ...entries]
  let place = 0
  // Entries trade places; what stands between them stays, and so does the length of all.
  return list.replaceAll(anyEntry, () => sorted[place++] ?? '')
}

/**
 * The PDF without the times of printing, which Chromium writes into it, and without an identifier made of them: the same
 * report is then the same file; for the same reason its parts are numbered by where they stand. The times are optional; each is
 * replaced by as many spaces, so that every offset in the file stays right. Who made it is Nines, not the browser and
 * system that it was printed on. What is not laid out as Chromium does it comes back unchanged.
 */
export function withoutDates(pdf: Uint8Array): Uint8Array {
  const copy = Buffer.from(pdf)
  const text = copy.toString('latin1')
  const trailer = trailerOf(text)
  const info = infoOf(text, trailer)
  if (info === null) return pdf
  const replace = ({ start, text: part }: Span, entry: RegExp, other = ''): void => {
    for (const { 0: found, index } of part.matchAll(entry)) {
      if (other.length <= found.length) copy.write(other.padEnd(found.length), start + index, 'latin1')
    }
  }
  replace(info, dateEntry)
  replace(info, creatorEntry, ownCreator)
  replace(trailer, idEntry)
  renumber(copy, text)
  return copy
}
