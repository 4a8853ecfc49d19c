import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAsset } from '../../../main/hosting/assets.ts'

const folder = mkdtempSync(join(tmpdir(), 'nines-assets-'))
const root = join(folder, 'renderer')

beforeAll(() => {
  mkdirSync(join(root, 'assets', 'deeper'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<!doctype html>')
  writeFileSync(join(root, 'assets', 'index-AbC_12.js'), 'export {}')
  writeFileSync(join(root, 'assets', 'inter-D4.woff2'), Buffer.from([0x77, 0x4f, 0x46, 0x32]))
  writeFileSync(join(root, 'assets', 'index.js.map'), '{}')
  writeFileSync(join(root, 'workspace.nines'), 'secret')
  writeFileSync(join(root, '.hidden.html'), 'secret')
  writeFileSync(join(folder, 'secret.html'), 'secret')
  mkdirSync(join(folder, 'renderer-evil'))
  writeFileSync(join(folder, 'renderer-evil', 'secret.html'), 'secret')
  symlinkSync(join(folder, 'secret.html'), join(root, 'link.html'))
  symlinkSync(folder, join(root, 'up'))
  symlinkSync(join(folder, 'renderer-evil'), join(root, 'beside'))
  symlinkSync(join(root, 'index.html'), join(root, 'inside.html'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('readAsset', () => {
  it('answers the root with index.html, to be asked for again each time', async () => {
    const asset = await readAsset(root, '/')
    expect(asset?.mimeType).toBe('text/html; charset=utf-8')
    expect(asset?.cacheControl).toBe('no-cache')
    expect(Buffer.from(asset?.body ?? []).toString()).toBe('<!doctype html>')
  })

  it.each([
    ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/index-AbC_12.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/inter-D4.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
    ['/%69ndex.html', 'text/html; charset=utf-8', 'no-cache'],
  ])('serves %s as %s', async (path, mimeType, cacheControl) => {
    expect(await readAsset(root, path)).toMatchObject({ mimeType, cacheControl })
  })

  it('follows a link that stays inside', async () => {
    expect(await readAsset(root, '/inside.html')).not.toBeNull()
  })

  it.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/%2e%2e%2fsecret.html',
    '/..%5csecret.html',
    '/..\\secret.html',
    '/%252e%252e/secret.html',
    '/../renderer-evil/secret.html',
    '//etc/passwd.html',
    '/./index.html',
    '/assets//index-AbC_12.js',
    '/index.html%00.png',
    '/C:/secret.html',
    '/index.html:stream.html',
    '/%',
    '/%c0%ae%c0%ae/secret.html',
    'index.html',
    '',
  ])('refuses %j', async (path) => {
    expect(await readAsset(root, path)).toBeNull()
  })

  it.each(['/link.html', '/up/secret.html', '/beside/secret.html'])(
    'refuses %s, a link that leads outside',
    async (path) => {
      expect(await readAsset(root, path)).toBeNull()
    },
  )

  it.each(['/workspace.nines', '/assets/index.js.map', '/.hidden.html', '/assets', '/assets/'])(
    'does not hand out %s',
    async (path) => {
      expect(await readAsset(root, path)).toBeNull()
    },
  )

  it.each(['/absent.html', '/index.html/more.html', '/assets/deeper.html'])(
    'finds nothing at %s',
    async (path) => {
      expect(await readAsset(root, path)).toBeNull()
    },
  )

  it('finds nothing when the interface was not built', async () => {
    expect(await readAsset(join(folder, 'nowhere'), '/')).toBeNull()
  })
})
