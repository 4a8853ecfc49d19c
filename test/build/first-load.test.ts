import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const page = new URL('../../dist/renderer/', import.meta.url)

/** Scripts and styles that the page loads before anything is on screen; fonts come with the words that need them. */
function loadedFirst(): readonly string[] {
  const html = readFileSync(new URL('index.html', page), 'utf8')
  return [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file = '']) => file)
}

describe('the first load of the built window', () => {
  it('is at most 350 kB of compressed scripts and styles', () => {
    const files = loadedFirst()
    // The entry, what it imports and the style: less would mean that the page names them in another way.
    expect(files.length).toBeGreaterThan(5)
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, page))).length, 0)
    expect(bytes).toBeGreaterThan(100_000)
    expect(bytes).toBeLessThanOrEqual(350_000)
  })
})
