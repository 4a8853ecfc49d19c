/** Initial, middle and final letters of a syllable in the order of Unicode, as the keys of a Korean keyboard. */
const initials = 'ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(' ')
const middles = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ')
const finals =
  'ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(
    ' ',
  )

function lettersFrom(first: number, letters: readonly string[]): readonly (readonly [string, string])[] {
  return letters.map((keys, index) => [String.fromCodePoint(first + index), keys] as const)
}

const keysOf: ReadonlyMap<string, string> = new Map([
  ...lettersFrom(0x1100, initials),
  ...lettersFrom(0x1161, middles),
  ...lettersFrom(0x11a8, finals),
])

/**
 * A text as the keys one would type for it, without case and accents. Half a syllable that an input method is still
 * putting together is then the beginning of the whole one: 갖 begins 가져오기 as ㄱㅏㅈ begins ㄱㅏㅈㅕ.
 */
export function typedLetters(text: string): string {
  return typedText(text).letters
}

export interface TypedText {
  readonly letters: string
  /** Where a word or a Korean syllable begins. */
  readonly starts: ReadonlySet<number>
}

const initial = /[\u1100-\u1112]/u
const inWord = /[\p{L}\p{N}]/u

export function typedText(text: string): TypedText {
  const parts = text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
  const starts = new Set<number>()
  let letters = ''
  for (const part of parts) {
    const isFirst = inWord.test(part) && !inWord.test(letters.at(-1) ?? '')
    if (isFirst || !inWord.test(part) || initial.test(part)) starts.add(letters.length)
    letters += keysOf.get(part) ?? part
  }
  return { letters, starts }
}
