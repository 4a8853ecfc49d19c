/*
 * Reads font files by the OpenType specification, apart from the code that makes them.
 */

export type Tables = ReadonlyMap<string, Buffer>

/** A TrueType file. */
export function readTrueType(file: Buffer): Tables {
  return new Map(
    Array.from({ length: file.readUInt16BE(4) }, (_, index) => {
      const entry = 12 + 16 * index
      const start = file.readUInt32BE(entry + 8)
      return [
        file.toString('latin1', entry, entry + 4),
        file.subarray(start, start + file.readUInt32BE(entry + 12)),
      ] as const
    }),
  )
}

function table(tables: Tables, name: string): Buffer {
  const found = tables.get(name)
  if (found === undefined) throw new Error(`the font has no ${name}`)
  return found
}

export function glyphCount(tables: Tables): number {
  return table(tables, 'maxp').readUInt16BE(4)
}

/** Segments of 16 bits (format 4). */
function readSegments(map: Buffer, glyphs: Map<number, number>): void {
  const count = map.readUInt16BE(6) / 2
  for (let segment = 0; segment < count; segment += 1) {
    const last = map.readUInt16BE(14 + 2 * segment)
    const first = map.readUInt16BE(16 + 2 * (count + segment))
    const shift = map.readUInt16BE(16 + 2 * (2 * count + segment))
    const offsetAt = 16 + 2 * (3 * count + segment)
    const offset = map.readUInt16BE(offsetAt)
    for (let point = first; point <= last && point < 0xffff; point += 1) {
      const listed = offset === 0 ? point : map.readUInt16BE(offsetAt + offset + 2 * (point - first))
      if (offset === 0 || listed !== 0) glyphs.set(point, (listed + shift) & 0xffff)
    }
  }
}

/** Groups of 32 bits (format 12). */
function readGroups(map: Buffer, glyphs: Map<number, number>): void {
  for (let group = 0; group < map.readUInt32BE(12); group += 1) {
    const at = 16 + 12 * group
    const first = map.readUInt32BE(at)
    for (let point = first; point <= map.readUInt32BE(at + 4); point += 1) {
      glyphs.set(point, map.readUInt32BE(at + 8) + point - first)
    }
  }
}

/** Code point → glyph, of all maps for Unicode. */
export function glyphsByCodePoint(tables: Tables): ReadonlyMap<number, number> {
  const cmap = table(tables, 'cmap')
  const glyphs = new Map<number, number>()
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const map = cmap.subarray(cmap.readUInt32BE(8 + 8 * index))
    if (map.readUInt16BE(0) === 4) readSegments(map, glyphs)
    if (map.readUInt16BE(0) === 12) readGroups(map, glyphs)
  }
  return glyphs
}

/** How wide a glyph is and how it is drawn, as the font has it. */
export function drawingOf(
  tables: Tables,
  glyph: number,
): { readonly width: number; readonly outline: Buffer } {
  const isLong = table(tables, 'head').readInt16BE(50) === 1
  const index = table(tables, 'loca')
  const start = (at: number): number => (isLong ? index.readUInt32BE(4 * at) : 2 * index.readUInt16BE(2 * at))
  const widths = table(tables, 'hhea').readUInt16BE(34)
  return {
    width: table(tables, 'hmtx').readUInt16BE(4 * Math.min(glyph, widths - 1)),
    outline: table(tables, 'glyf').subarray(start(glyph), start(glyph + 1)),
  }
}

/** The names of its layout features, of substitution or of placing. */
export function featuresIn(tables: Tables, kind: 'GSUB' | 'GPOS'): ReadonlySet<string> {
  const layout = table(tables, kind)
  const list = layout.subarray(layout.readUInt16BE(6))
  return new Set(
    Array.from({ length: list.readUInt16BE(0) }, (_, index) =>
      list.toString('latin1', 2 + 6 * index, 6 + 6 * index),
    ),
  )
}
