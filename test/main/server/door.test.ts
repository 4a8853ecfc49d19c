import { describe, expect, it } from 'vitest'
import { ask, enter, exchange, openHost, post, refusalCode } from './open-host.ts'

describe('the Host of a request', () => {
  it.each<[string, (port: number) => string]>([
    ['localhost', (port) => `localhost:${port}`],
    ['localhost in capitals', (port) => `LOCALHOST:${port}`],
    ['another port', (port) => `127.0.0.1:${port === 65_535 ? 1 : port + 1}`],
    ['no port', () => '127.0.0.1'],
    ['a name that was rebound', (port) => `evil.example:${port}`],
    ['a name that begins alike', (port) => `127.0.0.1.evil.example:${port}`],
    ['a longer port', (port) => `127.0.0.1:${port}0`],
    ['more after the port', (port) => `127.0.0.1:${port}.evil.example`],
    ['a user before it', (port) => `nines@127.0.0.1:${port}`],
    ['a dot after it', (port) => `127.0.0.1.:${port}`],
    ['other forms of the address', (port) => `127.1:${port}`],
    ['the address as a number', (port) => `2130706433:${port}`],
    ['IPv6', (port) => `[::1]:${port}`],
    ['nothing', () => ''],
  ])('with %s is refused, even with the token', async (_name, authority) => {
    const open = await openHost()
    const answer = await post(open, 'echo', { headers: { host: authority(open.port) } })
    expect(answer.status).toBe(403)
    expect(refusalCode(answer.text)).toBe('forbidden')
    expect(answer.text).toContain(`http://127.0.0.1:${open.port}`)
    expect(open.calls).toEqual([])
  })

  it('is needed', async () => {
    const open = await openHost()
    const answer = await ask(open, { headers: { host: undefined } })
    expect(answer.status).toBe(403)
    expect(refusalCode(answer.text)).toBe('forbidden')
  })

  it('is not taken from a whole address in the request line', async () => {
    const open = await openHost()
    const text = await exchange(
      open,
      `GET http://${open.authority}/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    )
    expect(text).toMatch(/^HTTP\/1\.1 403 /)
  })

  it('does not use the one-time link up when it is wrong', async () => {
    const open = await openHost()
    const { search } = new URL(open.host.url)
    await ask(open, { path: `/${search}`, headers: { host: `localhost:${open.port}` }, admitted: false })
    expect(await enter(open)).not.toBe('')
  })
})

describe('the Origin of a request', () => {
  it.each<[string, (authority: string) => string]>([
    ['null', () => 'null'],
    ['empty', () => ''],
    ['another port', () => 'http://127.0.0.1:1'],
    ['https', (authority) => `https://${authority}`],
    ['localhost', (authority) => `http://${authority.replace('127.0.0.1', 'localhost')}`],
    ['another site', () => 'https://evil.example'],
    ['a longer one', (authority) => `http://${authority}.evil.example`],
    ['one with a path', (authority) => `http://${authority}/`],
  ])('%s is refused, and not told by CORS headers that it might be let in', async (_name, origin) => {
    const open = await openHost()
    const answer = await post(open, 'echo', { headers: { origin: origin(open.authority) } })
    expect(answer.status).toBe(403)
    expect(refusalCode(answer.text)).toBe('forbidden')
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(open.calls).toEqual([])
  })

  it('is let in when it is our own, without CORS headers', async () => {
    const open = await openHost()
    const answer = await post(open, 'echo', { headers: { origin: `http://${open.authority}` } })
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('gets no permission by a preflight', async () => {
    const open = await openHost()
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
    const answer = await ask(open, { method: 'OPTIONS', path: '/api/echo', headers })
    expect(answer.status).toBe(403)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

const link = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }

describe('where a browser says a request comes from', () => {
  it.each(['cross-site', 'same-site', 'something-new', 'none, cross-site', ''])(
    'a script on a page that is %j is refused',
    async (site) => {
      const open = await openHost()
      const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': 'cors' }
      expect((await post(open, 'echo', { headers })).status).toBe(403)
      expect((await ask(open, { headers })).status).toBe(403)
      expect(open.calls).toEqual([])
    },
  )

  it.each(['same-origin', 'none'])('%s is let in', async (site) => {
    const open = await openHost()
    expect((await post(open, 'echo', { headers: { 'sec-fetch-site': site } })).status).toBe(200)
  })

  it.each(['cross-site', 'same-site'])(
    'a link that a person follows on a %s page is let in',
    async (site) => {
      const open = await openHost()
      expect((await ask(open, { headers: { 'sec-fetch-site': site, ...link } })).status).toBe(200)
    },
  )

  it.each(['iframe', 'frame', 'object', 'embed', 'image'])('another page’s %s is refused', async (kind) => {
    const open = await openHost()
    const headers = { 'sec-fetch-site': 'cross-site', ...link, 'sec-fetch-dest': kind }
    expect((await ask(open, { headers })).status).toBe(403)
  })

  it('a script that says it is a document is refused', async () => {
    const open = await openHost()
    const headers = { 'sec-fetch-site': 'cross-site', ...link, 'sec-fetch-mode': 'cors' }
    expect((await ask(open, { headers })).status).toBe(403)
  })

  it('a form that another page posts is refused', async () => {
    const open = await openHost()
    const headers = { 'sec-fetch-site': 'cross-site', ...link }
    expect((await post(open, 'echo', { headers })).status).toBe(403)
    expect(open.calls).toEqual([])
  })
})

describe('a request that is not let in', () => {
  it('with a wrong token is told which one to send, and not about the one-time link', async () => {
    const open = await openHost()
    const answer = await post(open, 'echo', { headers: { authorization: 'Bearer not-the-right-token' } })
    expect(answer.status).toBe(401)
    expect(refusalCode(answer.text)).toBe('unauthorized')
    expect(answer.text).toContain('NINES_TOKEN')
    expect(answer.text).not.toContain('one-time link')
    expect(open.calls).toEqual([])
  })
})
