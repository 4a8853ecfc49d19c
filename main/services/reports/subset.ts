import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Node has it; its types leave it out. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown }
}

const memory = z.custom<{ readonly buffer: ArrayBuffer }>(
  (value) => typeof value === 'object' && value !== null && 'buffer' in value,
)
/** Takes and gives integers: numbers, flags, and places in the memory. */
const routine = z.custom<(...values: readonly number[]) => number>((value) => typeof value === 'function')

/** Sets up what is in the memory, before all else. */
const starter = '_initialize'

/** What is used of HarfBuzz, under the names of its own manual (hb-subset). */
const harfbuzz = z.object({
  memory,
  [starter]: routine,
  malloc: routine,
  hb_blob_create: routine,
  hb_blob_get_data: routine,
  hb_blob_get_length: routine,
  hb_face_create: routine,
  hb_face_reference_blob: routine,
  hb_set_add: routine,
  hb_set_clear: routine,
  hb_subset_input_create_or_fail: routine,
  hb_subset_input_set: routine,
  hb_subset_input_unicode_set: routine,
  hb_subset_or_fail: routine,
})

// hb_memory_mode_t and hb_subset_sets_t.
const memoryModeReadOnly = 1
const setOfLayoutFeatures = 6

/** Four letters as OpenType numbers them. */
function tag(letters: string): number {
  return Buffer.from(letters, 'latin1').readInt32BE()
}

/** @returns the place, unless it is null, by which HarfBuzz says that it failed */
function found(place: number): number {
  if (place === 0) throw new Error('HarfBuzz cannot subset the font: its file is broken.')
  return place
}

/** What is to be kept of a font. */
export interface Kept {
  readonly codePoints: Iterable<number>
  /** OpenType layout features, four letters each. */
  readonly features: readonly string[]
}

/** A font with the glyphs of the wanted characters alone; those it has no glyph for are left out. */
export type Subset = (font: Uint8Array, kept: Kept) => Buffer

/**
 * HarfBuzz, which browsers and office programs set their text with, in its own WebAssembly build.
 * @param wasmFile `harfbuzz-subset.wasm` of the package harfbuzzjs
 */
export function loadSubset(wasmFile: string): Subset {
  const module = new WebAssembly.Module(readFileSync(wasmFile))
  return (font, { codePoints, features }) => {
    // One instance a font: with it goes all that was allocated, and nothing is given back by hand.
    const hb = harfbuzz.parse(new WebAssembly.Instance(module, {}).exports)
    hb[starter]()
    const start = found(hb.malloc(font.length))
    new Uint8Array(hb.memory.buffer).set(font, start)
    const face = hb.hb_face_create(hb.hb_blob_create(start, font.length, memoryModeReadOnly, 0, 0), 0)
    const input = found(hb.hb_subset_input_create_or_fail())
    const wanted = hb.hb_subset_input_unicode_set(input)
    for (const point of codePoints) hb.hb_set_add(wanted, point)
    const layout = hb.hb_subset_input_set(input, setOfLayoutFeatures)
    hb.hb_set_clear(layout)
    for (const feature of features) hb.hb_set_add(layout, tag(feature))
    const blob = hb.hb_face_reference_blob(found(hb.hb_subset_or_fail(face, input)))
    const [data, length] = [found(hb.hb_blob_get_data(blob, 0)), hb.hb_blob_get_length(blob)]
    return Buffer.from(hb.memory.buffer.slice(data, data + length))
  }
}
