const ascii = /^[\0-\x7f]*$/
/** What a letter is written with above and below it; marks of scripts that spell vowels with them stay. */
const accents = /[\u0300-\u036f]/g

/**
 * A text without the difference between capital and small letters, accents, widths, and the ways one Hangul syllable
 * can be written: `É` is `e`, and `환부` the beginning of `환불`. Two texts that read the same fold to the same.
 */
export function folded(text: string): string {
  const capitals = text.toUpperCase()
  return ascii.test(capitals) ? capitals : capitals.normalize('NFKD').replaceAll(accents, '')
}

/** Longer numbers are sorted like text. */
const digitsSorted = 15

/** A key that sorts names as people do: case 2 before case 10, accents and capitals beside their plain letters. */
export function sortKey(text: string): string {
  return folded(text).replaceAll(/\d+/g, (digits) => digits.padStart(digitsSorted, '0'))
}
