import type { IncomingMessage } from 'node:http'
import type { Refusal } from './refusal.ts'

/** A file of 48 MB fits in as base64, with room for the rest of the request. */
export const largestBodyBytes = 72 * 1024 * 1024

const tooLarge: Refusal = {
  status: 413,
  code: 'too-large',
  message:
    'The request is larger than 72 MB. Nothing was changed. Import the file on the command line: nines import FILE --task NAME.',
}

const notJson: Refusal = {
  status: 415,
  code: 'bad-input',
  message: 'The request must carry JSON (content-type: application/json).',
}

export type Body = { readonly value: unknown } | { readonly refusal: Refusal }

function parse(text: string): Body {
  try {
    return { value: text === '' ? {} : JSON.parse(text) }
  } catch (error) {
    if (error instanceof SyntaxError)
      return { refusal: { ...notJson, message: 'The request body is not JSON.' } }
    throw error
  }
}

/** Reads a JSON body, never more of it than the limit. */
export async function readJson(request: IncomingMessage): Promise<Body> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return { refusal: notJson }
  if (Number(request.headers['content-length'] ?? 0) > largestBodyBytes) return { refusal: tooLarge }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue
    bytes += chunk.length
    if (bytes > largestBodyBytes) return { refusal: tooLarge }
    chunks.push(chunk)
  }
  return parse(Buffer.concat(chunks).toString('utf8'))
}
