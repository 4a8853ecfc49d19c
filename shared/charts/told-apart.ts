import { fitMiddle, textWidth } from './text-width.ts'

/** So much of a beginning that all names share is worth leaving out. */
const shortestShared = 3
/** Width that a short name has at most, in em. */
const shortest = 6

/** What all names begin with, up to the end of a word. */
function sharedBeginning(names: readonly string[]): string {
  const [first = '', ...others] = names
  if (others.length === 0) return ''
  let length = first.length
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1
  const words = /^.*[\s/_:.·-]/su.exec(first.slice(0, length))?.[0] ?? ''
  return names.some((each) => each.slice(words.length).trim() === '') ? '' : words
}

/**
 * Short ways of writing names that stand in one drawing: what they all begin with is left out, and of what is still long
 * its middle.
 * @returns by name; those that would no longer be told apart are not in it
 */
export function shortNames(names: readonly string[], fontSize: number): ReadonlyMap<string, string> {
  const shared = sharedBeginning(names)
  const isWorth = shared.trimEnd().length >= shortestShared
  const short = names.map((name): readonly [string, string] => [
    name,
    fitMiddle(isWorth ? `…${name.slice(shared.length)}` : name, shortest * fontSize, fontSize),
  ])
  return new Map(
    short.filter(
      ([name, text]) =>
        textWidth(text, fontSize) < textWidth(name, fontSize) &&
        short.every(([other, its]) => other === name || its !== text),
    ),
  )
}

/**
 * Ways of writing names in one drawing, the best first: whole or without the middle, then in short. Alike are none.
 * @param width of the longest
 */
export function waysToWrite(
  names: readonly string[],
  width: number,
  fontSize: number,
): (name: string) => readonly string[] {
  const fitted = new Map(names.map((name) => [name, fitMiddle(name, width, fontSize)]))
  const short = shortNames(names, fontSize)
  const times = Map.groupBy(fitted.values(), (text) => text)
  return (name) => {
    const own = fitted.get(name) ?? ''
    const isAlone = own !== '' && (own === name || times.get(own)?.length === 1)
    return [...(isAlone ? [own] : []), ...[short.get(name) ?? []].flat()]
  }
}
