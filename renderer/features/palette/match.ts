import { typedLetters, type TypedText, typedText } from '../../../shared/text/typed-letters.ts'

const inWord = /[\p{L}\p{N}]/u

function startsWord(text: string, at: number): boolean {
  return at === 0 || !inWord.test(text[at - 1] ?? '')
}

/**
 * How many of the letters begin a word or a syllable when each of them does, or follows the one before it: nt for
 * New task, ㅅㅈㅇ for 새 작업. Null when they cannot.
 */
function begun(part: string, { letters, starts }: TypedText): number | null {
  /** Ends that were tried in vain: without them, a long search in a long name would take for ever. */
  const inVain = new Set<string>()
  const from = (index: number, at: number): number | null => {
    if (index === part.length) return 0
    const key = `${index} ${at}`
    if (inVain.has(key)) return null
    if (at > 0 && letters[at] === part[index]) {
      const found = from(index + 1, at + 1)
      if (found !== null) return found
    }
    for (const start of starts) {
      if (start < at || letters[start] !== part[index]) continue
      const found = from(index + 1, start + 1)
      if (found !== null) return found + 1
    }
    inVain.add(key)
    return null
  }
  return from(0, 0)
}

/** How well one word of a search fits, from 4, the beginning of the text, down; null when it does not. */
function partScore(part: string, text: TypedText): number | null {
  const { letters } = text
  if (letters.startsWith(part)) return 4
  let at = letters.indexOf(part)
  const isInside = at >= 0
  for (; at >= 0; at = letters.indexOf(part, at + 1)) if (startsWord(letters, at)) return 3
  if (isInside) return 2
  const found = begun(part, text)
  return found === null ? null : found / part.length
}

/**
 * How well a text fits what is searched for: every word of the search has to be in it, whole, in part, or by the
 * beginnings of its words. The larger the better; null when it does not fit.
 */
export function matchScore(search: string, text: string): number | null {
  const typed = typedText(text)
  const parts = typedLetters(search)
    .split(/\s+/u)
    .filter((part) => part !== '')
  let sum = 0
  for (const part of parts) {
    const score = partScore(part, typed)
    if (score === null) return null
    sum += score
  }
  return parts.length === 0 ? 0 : sum / parts.length
}
