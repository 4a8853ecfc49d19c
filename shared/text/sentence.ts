import type { Verdict } from '../domain/level.ts'

/** A stretch of text; one with a tone holds the words that decide, which a screen may colour. */
export interface SentencePart {
  readonly text: string
  readonly tone?: Verdict
}

export interface Sentence {
  readonly parts: readonly SentencePart[]
}

/** A claim in two steps: the sentence that says it, and what it rests on (may be empty). */
export interface LeadSentence {
  readonly lead: string
  readonly rest: string
}

/** The words alone, for the command line and for titles. */
export function plain(sentence: Sentence): string {
  return sentence.parts.map((part) => part.text).join('')
}

/** Both halves of a claim as one text. */
export function joined({ lead, rest }: LeadSentence): string {
  return rest === '' ? lead : `${lead} ${rest}`
}

// Two private-use characters enclose the deciding words between interpolation and splitting.
const on = '\uE000'
const off = '\uE001'

/** Values for a message's `{{on}}` and `{{off}}`; read back by `splitAtMarks`. */
export const marks = { on, off } as const

/** A name that cannot colour a sentence: without the two marks. */
export function withoutMarks(name: string): string {
  return name.replaceAll(on, '').replaceAll(off, '')
}

/** Characters that turn the direction of all that follows them, also of the sentence around a name. */
const directionControls = /[\u202A-\u202E\u2066-\u2069]/gu

/** A name as a text may hold it: it keeps its letters, but cannot turn the text around. */
export function undirected(name: string): string {
  return name.replaceAll(directionControls, '')
}

const [isolate, isolateEnd] = ['\u2068', '\u2069']
const isolated = /(\u2068[^\u2066-\u2069]*\u2069)/u
/** Hebrew, Arabic and the other scripts that are written from right to left, and the mark that sides with them. */
const fromRight = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/**
 * A name between other words: one written from right to left is set apart by characters that nobody sees, else the
 * figures and brackets beside it would be read as part of it and change sides. A text made of others that already are
 * keeps them so; all other names stay as they are, also for those who copy them.
 */
export function setApart(name: string): string {
  const pieces = name.split(isolated)
  const around = pieces.filter((_, index) => index % 2 === 0).join('')
  if (fromRight.test(around)) return `${isolate}${undirected(name)}${isolateEnd}`
  return pieces
    .map((piece, index) =>
      index % 2 === 0 ? undirected(piece) : `${isolate}${undirected(piece)}${isolateEnd}`,
    )
    .join('')
}

/** What was cut off from its end, with the end of what was set apart. */
export function closed(beginning: string): string {
  return beginning.lastIndexOf(isolate) > beginning.lastIndexOf(isolateEnd)
    ? `${beginning}${isolateEnd}`
    : beginning
}

export function splitAtMarks(message: string, tone: Verdict): readonly SentencePart[] {
  const start = message.indexOf(on)
  const end = message.indexOf(off)
  if (start < 0 || end < start) return [{ text: message }]
  const parts: readonly SentencePart[] = [
    { text: message.slice(0, start) },
    { text: message.slice(start + 1, end), tone },
    { text: message.slice(end + 1) },
  ]
  return parts.filter((part) => part.text !== '')
}
