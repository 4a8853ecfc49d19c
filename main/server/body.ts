import type { IncomingMessage } from 'node:http'
import type { Refusal } from './refusal.ts'

/** A file of 48 MB fits in as base64, with room for the rest of the request. */
export const largestBodyBytes = 72 * 1024 * 1024

/**
 * 10,000 trials need 20,000 of them. Without a bound, 72 MB of `[` take more than 5 GB of memory to parse.
 */
const mostContainers = 1_000_000

const tooLarge: Refusal = {
  status: 413,
  code: 'too-large',
  message:
    'The request is larger than 72 MB. Nothing was changed. Import the file on the command line: nines import FILE --task NAME.',
}

const tooManyContainers: Refusal = {
  status: 413,
  code: 'too-large',
  message: 'The request holds more than a million objects and lists. Nothing was changed.',
}

const notJson: Refusal = {
  status: 415,
  code: 'bad-input',
  message: 'The request must carry JSON in UTF-8, uncompressed (content-type: application/json).',
}

const malformed: Refusal = {
  status: 400,
  code: 'bad-input',
  message: 'The request body is not JSON in UTF-8. Nothing was changed.',
}

export type Body =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The client went away before it had sent everything. */
  | { readonly kind: 'gone' }

function refused(refusal: Refusal): Body {
  return { kind: 'refused', refusal }
}

function isJson({ headers }: IncomingMessage): boolean {
  const [type, ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';')
  if (type?.trim() !== 'application/json') return false
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return false
  const charsets = parameters.map((text) => text.trim()).filter((text) => text.startsWith('charset='))
  return charsets.every((text) => text === 'charset=utf-8' || text === 'charset="utf-8"')
}

/** Counts `{` and `[` outside of strings, without building anything. */
function countContainers(text: string): number {
  let containers = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '{' || character === '[') containers += 1
    else if (character === '"') at = endOfString(text, at)
  }
  return containers
}

/** Where the string that starts at `start` ends; the end of the text when it is not closed. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0
    while (text[at - 1 - backslashes] === '\\') backslashes += 1
    if (backslashes % 2 === 0) return at
  }
  return text.length
}

function parse(bytes: Uint8Array): Body {
  try {
    // Fatal: bytes that are not UTF-8 would otherwise be stored as replacement characters.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (countContainers(text) > mostContainers) return refused(tooManyContainers)
    return { kind: 'read', value: text === '' ? {} : JSON.parse(text) }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return refused(malformed)
    throw error
  }
}

async function readBytes(request: IncomingMessage): Promise<Uint8Array | 'too-large' | 'gone'> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    // Kept alive on return, so that a refusal can still be sent over the same connection.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(chunk)) continue
      bytes += chunk.length
      if (bytes > largestBodyBytes) return 'too-large'
      chunks.push(chunk)
    }
  } catch (error) {
    if (!request.complete) return 'gone'
    throw error
  }
  return Buffer.concat(chunks)
}

/** Reads a JSON body, never more of it than the limit; no body at all is an empty object. */
export async function readJson(request: IncomingMessage): Promise<Body> {
  if (!isJson(request)) return refused(notJson)
  if (Number(request.headers['content-length'] ?? 0) > largestBodyBytes) return refused(tooLarge)
  const bytes = await readBytes(request)
  if (bytes === 'gone') return { kind: 'gone' }
  return bytes === 'too-large' ? refused(tooLarge) : parse(bytes)
}
