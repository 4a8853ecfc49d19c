import { describe, expect, it } from 'vitest'
import { answerAsset } from '../../../main/electron/scheme.ts'
import { contentPolicy, securityHeaders } from '../../../main/hosting/content-policy.ts'
import { session } from './fake-electron.ts'
import { startShell } from './start-shell.ts'

async function get(url: string, method = 'GET'): Promise<Response> {
  await startShell()
  return await session.defaultSession.load(url, method)
}

describe('app://bundle', () => {
  it('serves the interface with the content policy and the other headers', async () => {
    const response = await get('app://bundle/')
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('<title>Nines</title>')
    expect(response.headers.get('content-security-policy')).toBe(contentPolicy)
    for (const [name, value] of Object.entries(securityHeaders))
      expect(response.headers.get(name)).toBe(value)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  it('lets files with a hash in their name be kept', async () => {
    const response = await get('app://bundle/assets/index-1.js?v=1')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('cache-control')).toContain('immutable')
  })

  it.each(['POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('does not answer %s', async (method) => {
    const response = await get('app://bundle/index.html', method)
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET')
    expect(response.headers.get('content-security-policy')).toBe(contentPolicy)
  })

  it.each([
    'app://bundle/../secret.html',
    'app://bundle/%2e%2e/secret.html',
    'app://bundle/..%2fsecret.html',
    'app://bundle/%2e%2e%2fsecret.html',
    'app://bundle/..%5csecret.html',
    'app://bundle/..\\secret.html',
    'app://bundle/assets/..%2f..%2fsecret.html',
    'app://bundle/%252e%252e%252fsecret.html',
    'app://bundle//secret.html',
    'app://bundle/index.html%00',
    'app://bundle/%',
  ])('finds nothing at %s', async (url) => {
    const response = await get(url)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('secret')
    expect(response.headers.get('content-security-policy')).toBe(contentPolicy)
  })

  it.each([
    'app://evil/index.html',
    'app://bundle.evil/index.html',
    'app://report/index.html',
    'app:index.html',
  ])('finds nothing under another host: %s', async (url) => expect((await get(url)).status).toBe(404))

  it('says so when a file is there but cannot be read', async () => {
    const running = await startShell({ rendererFolder: 'x'.repeat(5000) })
    const response = await session.defaultSession.load('app://bundle/')
    expect(response.status).toBe(500)
    expect(running.errors).toContain('app://bundle/ could not be read')
  })
})

describe('answerAsset', () => {
  it('needs nothing of Electron', async () => {
    const { options } = await startShell()
    const request = new Request('app://bundle/index.html')
    expect((await answerAsset(options.rendererFolder, request)).status).toBe(200)
  })
})
