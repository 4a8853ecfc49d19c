import { promisify } from 'node:util'
import { deflate } from 'node:zlib'

const compress = promisify(deflate)

/** So many objects are compressed together: who reads one of them reads all of these. */
const packedTogether = 400
/** Bytes of an entry of the cross-reference stream: its kind, an offset or a stream's number, a place in that stream. */
const entryWidths = [1, 4, 2] as const
const entryBytes = 7

interface Layout {
  /** By object number: where it starts, and where what follows it does. Numbers that are free are missing. */
  readonly objects: ReadonlyMap<number, { readonly start: number; readonly end: number }>
  readonly size: number
  readonly root: string
  readonly info: string | null
}

/** What Chromium writes: one plain cross-reference table, and behind it the trailer. Null for every other layout. */
function layoutOf(text: string): Layout | null {
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-100))?.[1] ?? Number.NaN)
  const head = /^xref\s+0 (\d+) ?\r?\n/.exec(text.slice(table, table + 40))
  if (head === null) return null
  const size = Number(head[1])
  const first = table + head[0].length
  const trailer = text.slice(first + size * 20)
  const root = /\/Root (\d+ 0 R)/.exec(trailer)?.[1]
  if (root === undefined || !trailer.startsWith('trailer') || /\/(?:Encrypt|Prev)\b/.test(trailer))
    return null
  const starts: (readonly [number: number, start: number])[] = []
  for (let number = 1; number < size; number += 1) {
    const entry = text.slice(first + number * 20, first + number * 20 + 18)
    if (/^\d{10} 00000 n/.test(entry)) starts.push([number, Number(entry.slice(0, 10))])
  }
  starts.sort(([, a], [, b]) => a - b)
  const objects = new Map(
    starts.map(([number, start], index) => [number, { start, end: starts[index + 1]?.[1] ?? table }]),
  )
  return { objects, size, root, info: /\/Info (\d+ 0 R)/.exec(trailer)?.[1] ?? null }
}

/** What stands between "12 0 obj" and "endobj"; null for an object with a stream, or one that is not laid out so. */
function plainBody(text: string, number: number, start: number, end: number): string | null {
  const head = `${number} 0 obj`
  if (!text.startsWith(head, start)) return null
  const tail = text.lastIndexOf('endobj', end)
  const body = text.slice(start + head.length, tail).trim()
  return tail < start || body.endsWith('endstream') ? null : body
}

/** Writes one part after the other and knows where each begins. */
function createWriter() {
  const parts: Buffer[] = []
  let length = 0
  return {
    write(...more: readonly Buffer[]): number {
      const start = length
      for (const part of more) {
        parts.push(part)
        length += part.length
      }
      return start
    },
    whole: () => Buffer.concat(parts),
  }
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}

function streamObject(number: number, entries: string, content: Buffer): readonly Buffer[] {
  const head = `${number} 0 obj\n<<${entries}/Filter/FlateDecode/Length ${content.length}>>stream\n`
  return [latin1(head), content, latin1('\nendstream\nendobj\n')]
}

interface Plain {
  readonly number: number
  readonly body: string
}

/** An object stream: the numbers and places of objects, then the objects. */
async function packed(number: number, objects: readonly Plain[]): Promise<readonly Buffer[]> {
  let place = 0
  const index: string[] = []
  for (const { number: own, body } of objects) {
    index.push(`${own} ${place}`)
    place += body.length + 1
  }
  const head = `${index.join(' ')}\n`
  const content = await compress(latin1(head + objects.map(({ body }) => `${body}\n`).join('')))
  return streamObject(number, `/Type/ObjStm/N ${objects.length}/First ${head.length}`, content)
}

/** The entries as differences from the one before, which repeat and so compress to almost nothing. */
function differences(entries: Buffer): Buffer {
  const rows = entries.length / entryBytes
  const filtered = Buffer.alloc(rows * (entryBytes + 1))
  for (let row = 0; row < rows; row += 1) {
    filtered[row * (entryBytes + 1)] = 2
    for (let column = 0; column < entryBytes; column += 1) {
      const at = row * entryBytes + column
      const above = row === 0 ? 0 : (entries[at - entryBytes] ?? 0)
      filtered[row * (entryBytes + 1) + 1 + column] = ((entries[at] ?? 0) - above) & 255
    }
  }
  return filtered
}

function createEntries(size: number) {
  const entries = Buffer.alloc(size * entryBytes)
  const set = (number: number, kind: 1 | 2, where: number, place: number): void => {
    entries.writeUInt8(kind, number * entryBytes)
    entries.writeUInt32BE(where, number * entryBytes + 1)
    entries.writeUInt16BE(place, number * entryBytes + 5)
  }
  return { entries, set }
}

/**
 * The PDF with the objects that have no stream of their own compressed, as PDF 1.5 allows. Chromium leaves them as they
 * are: some ten tags for a row of a table, which are nine tenths of a report that lists thousands of cases. What is not
 * laid out as Chromium does it comes back unchanged. The same PDF gives the same bytes.
 */
export async function packPdf(pdf: Uint8Array): Promise<Uint8Array> {
  const source = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const text = source.toString('latin1')
  const layout = layoutOf(text)
  const firstEnd = Math.min(...[...(layout?.objects.values() ?? [])].map(({ start }) => start))
  if (layout === null || !text.startsWith('%PDF-1.') || !Number.isFinite(firstEnd)) return pdf
  const writer = createWriter()
  writer.write(latin1('%PDF-1.5'), source.subarray('%PDF-1.5'.length, firstEnd))
  const plain: Plain[] = []
  const own = new Map<number, number>()
  for (const [number, { start, end }] of layout.objects) {
    const body = plainBody(text, number, start, end)
    if (body === null) own.set(number, writer.write(source.subarray(start, end)))
    else plain.push({ number, body })
  }
  const streams = Math.ceil(plain.length / packedTogether)
  const size = layout.size + streams + 1
  const { entries, set } = createEntries(size)
  for (const [number, start] of own) set(number, 1, start, 0)
  for (let index = 0; index < streams; index += 1) {
    const group = plain.slice(index * packedTogether, (index + 1) * packedTogether)
    const number = layout.size + index
    group.forEach((each, place) => set(each.number, 2, number, place))
    set(number, 1, writer.write(...(await packed(number, group))), 0)
  }
  const info = layout.info === null ? '' : `/Info ${layout.info}`
  const table = `/Type/XRef/Size ${size}/W[${entryWidths.join(' ')}]/Root ${layout.root}${info}/DecodeParms<</Predictor 12/Columns ${entryBytes}>>`
  const start = writer.write()
  set(size - 1, 1, start, 0)
  writer.write(...streamObject(size - 1, table, await compress(differences(entries))))
  writer.write(latin1(`startxref\n${start}\n%%EOF\n`))
  return writer.whole()
}
