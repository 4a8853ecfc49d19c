import { z } from 'zod'

/** `latency_ms` as properties are written here: `latencyMs`. */
function camelCase(name: string): string {
  return name.replaceAll(/_+([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase())
}

function unknownProperty(key: string, known: readonly string[]): string {
  const meant = known.find((each) => each === camelCase(key) || each.toLowerCase() === key.toLowerCase())
  return `unknown property ${JSON.stringify(key)}${meant === undefined ? '' : `, did you mean ${meant}?`}`
}

/** More names than these are no help. */
const shownKeys = 5

/**
 * An object with these properties and no other: what a caller misspells must be refused, not vanish. The message names
 * the property, and the one that is meant where only its spelling differs.
 */
export function exact<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape)
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys
            .slice(0, shownKeys)
            .map((key) => unknownProperty(key, known))
            .join('; ')
        : undefined,
  })
}
