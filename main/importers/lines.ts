const lineFeed = 10
const carriageReturn = 13

/**
 * Offset just after the line that holds `offset`. Lines end with LF, CR LF or a lone CR.
 */
export function nextLine(bytes: Uint8Array, offset: number): number {
  let at = offset
  while (at < bytes.length && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at += 1
  if (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed) return at + 2
  return Math.min(at + 1, bytes.length)
}

/** First offset from `offset` on that is not a line ending. */
export function skipLineEnds(bytes: Uint8Array, offset: number): number {
  let at = offset
  while (bytes[at] === lineFeed || bytes[at] === carriageReturn) at += 1
  return at
}

/** Tells the line of offsets that are asked for in ascending order, in one pass over the file. */
export function createLineCounter(bytes: Uint8Array): (offset: number) => number {
  let at = 0
  let line = 1
  return (offset) => {
    for (; at < offset; at += 1) {
      const byte = bytes[at]
      if (byte === lineFeed || (byte === carriageReturn && bytes[at + 1] !== lineFeed)) line += 1
    }
    return line
  }
}

export interface Line {
  /** From 1. */
  readonly line: number
  readonly start: number
  /** Without the line ending. */
  readonly end: number
}

/** Every physical line, empty ones too. */
export function* eachLine(bytes: Uint8Array): Generator<Line> {
  let start = 0
  for (let line = 1; start < bytes.length; line += 1) {
    const next = nextLine(bytes, start)
    let end = next
    while (end > start && (bytes[end - 1] === lineFeed || bytes[end - 1] === carriageReturn)) end -= 1
    yield { line, start, end }
    start = next
  }
}
