const dateEntry = /\/(?:CreationDate|ModDate)\s*\(D:[\d+\-'Z]*\)/g
/** Chromium names itself, its version and the system there. */
const creatorEntry = /\/Creator\s*\((?:[^\\()]|\\.)*\)/g
const ownCreator = '/Creator (Nines)'
const idEntry = /\/ID\s*\[\s*<[\da-f]*>\s*<[\da-f]*>\s*\]/gi
/** What Chromium calls the parts of the document, by a number that counts whatever its process made before it. */
const partEntry = /\/ID \(node(\d{8})\)/g
/** Wherever one is named: by itself, as the head of a cell, in the list of all. Not a text that reads like one. */
const partName = /(?<!\/(?:Title|Alt|ActualText|T|E) ?)\(node(\d{8})\)/g

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

/** Calls the parts of the document by numbers from 1, in the order of their former ones: the list of all is sorted. */
function renumber(copy: Buffer, text: string): void {
  const former = [...new Set([...text.matchAll(partEntry)].map(([, number = '']) => number))].toSorted()
  const numbers = new Map(former.map((each, index) => [each, String(index + 1).padStart(8, '0')]))
  for (const { 0: found, 1: number = '', index } of text.matchAll(partName)) {
    const own = numbers.get(number)
    if (own !== undefined) copy.write(found.replace(number, own), index, 'latin1')
  }
}

/**
 * The PDF without the times of printing, which Chromium writes into it, and without an identifier made of them: the same
 * report is then the same file; for the same reason its parts are numbered anew. The times are optional; each is
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
