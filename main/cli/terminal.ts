import type { Verdict } from '../../shared/domain/level.ts'

const steering = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu

/**
 * Text without the characters that steer a terminal or reorder what is read: names come from files, and a file
 * may come from anyone. Lines end in line feeds.
 */
export function printable(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(steering, '\uFFFD')
}

const ansi: Readonly<Record<Verdict, string>> = { meets: '32', short: '31', 'more-evidence': '35' }

/** The text in the colour of a verdict. */
export function painted(text: string, tone: Verdict): string {
  return `\u001B[1;${ansi[tone]}m${text}\u001B[0m`
}
