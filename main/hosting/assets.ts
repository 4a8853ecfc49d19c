import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

/** A file of the built interface, ready to be sent. */
export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>
  readonly mimeType: string
  /** The Cache-Control value that fits the file: those under assets/ carry a hash in their name. */
  readonly cacheControl: string
}

/** Only these leave the folder: a stray source map, database or note is not found. */
const mimeTypes = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff', 'font/woff'],
  ['.woff2', 'font/woff2'],
])

/** Letters, digits, `.`, `_`, `-`, `@`, `+`, `~`; so no separator, drive letter, stream, control or second escape. */
const plainSegment = /^(?!\.)[\w.@+~-]+$/

function decode(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

/** The path below the root, in segments; null for every form that is not a plain path downwards. */
function toSegments(urlPath: string): readonly string[] | null {
  const decoded = decode(urlPath)
  if (decoded === null || !decoded.startsWith('/')) return null
  if (decoded === '/') return ['index.html']
  const segments = decoded.slice(1).split('/')
  return segments.every((segment) => plainSegment.test(segment)) ? segments : null
}

function isAbsent(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  return error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EISDIR'
}

/**
 * Reads one file of the built interface.
 *
 * `urlPath` is the still encoded path of the request, without query: it is decoded once, must lead to a file
 * inside `root` after symbolic links are followed, and must have a type on the list. `/` is index.html. Answers
 * null for everything else, and throws only when a file that is there cannot be read.
 */
export async function readAsset(root: string, urlPath: string): Promise<Asset | null> {
  const segments = toSegments(urlPath)
  if (segments === null) return null
  const mimeType = mimeTypes.get(extname(segments.at(-1) ?? '').toLowerCase())
  if (mimeType === undefined) return null
  try {
    const realRoot = await realpath(root)
    const file = await realpath(join(realRoot, ...segments))
    if (!file.startsWith(realRoot + sep)) return null
    const body = await readFile(file)
    const hashed = segments[0] === 'assets' && segments.length > 1
    return { body, mimeType, cacheControl: hashed ? 'public, max-age=31536000, immutable' : 'no-cache' }
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}
