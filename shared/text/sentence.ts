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
