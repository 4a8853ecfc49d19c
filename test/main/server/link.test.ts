import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bearerToken, ask, enter, openHost, post, type OpenHost, refusalCode } from './open-host.ts'

const asPage = { accept: 'text/html,*/*' }

function linkOf({ host }: OpenHost): string {
  const { pathname, search } = new URL(host.url)
  return `${pathname}${search}`
}

/** Opens the link as a browser that is not in yet. */
async function follow(open: OpenHost, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  return await ask(open, { method, path: linkOf(open), headers, admitted: false })
}

describe('the one-time link', () => {
  it('leads to the interface with a cookie, and leaves the token behind', async () => {
    const open = await openHost()
    const answer = await follow(open, asPage)
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
    const [cookie, ...others] = answer.headers['set-cookie'] ?? []
    expect(others).toEqual([])
    expect(cookie).toMatch(new RegExp(`^nines-${open.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`))
  })

  it('is refused the second time, in words for a person', async () => {
    const open = await openHost()
    await follow(open)
    const answer = await follow(open, asPage)
    expect(answer.status).toBe(401)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.text).toMatch(/<html lang="en">.*works once.*nines serve.*open the new link/s)
  })

  it.each([
    ['ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
    ['en;q=0.5, ko', 'ko'],
    ['fr, ko;q=0, en;q=0.1', 'en'],
    ['<script>', 'en'],
    ['', 'en'],
  ])('is refused in the language of the browser: %s', async (accepted, language) => {
    const open = await openHost()
    const answer = await ask(open, { headers: { ...asPage, 'accept-language': accepted }, admitted: false })
    expect(answer.text).toContain(`<html lang="${language}">`)
    expect(answer.text).not.toContain('script')
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    // Its own style is the only thing that it may have.
    const style = /<style>(.*)<\/style>/s.exec(answer.text)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(answer.headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    )
  })

  it('is for one browser even when two open it at once', async () => {
    const open = await openHost()
    const answers = await Promise.all([1, 2, 3, 4].map(() => follow(open)))
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['303', '401', '401', '401'])
  })

  it.each(['/?token=', '/?token=x', '/?token', '/?TOKEN=x', '/?x=1'])('%s lets nobody in', async (path) => {
    const open = await openHost()
    expect((await ask(open, { path, admitted: false })).status).toBe(401)
    expect((await follow(open)).status).toBe(303)
  })

  it.each(['POST', 'PUT', 'OPTIONS', 'HEAD'])('is not used up by %s', async (method) => {
    const open = await openHost()
    expect((await follow(open, {}, method)).status).toBe(401)
    expect((await follow(open)).status).toBe(303)
  })

  it.each([
    { 'sec-purpose': 'prefetch' },
    { 'sec-purpose': 'prefetch;prerender' },
    { purpose: 'prefetch' },
    { 'x-purpose': 'preview' },
    { 'x-moz': 'prefetch' },
  ])('is not used up by a browser that loads it ahead: %j', async (headers) => {
    const open = await openHost()
    const ahead = await follow(open, headers)
    expect(ahead.status).toBe(403)
    expect(ahead.headers['set-cookie']).toBeUndefined()
    expect(ahead.headers['cache-control']).toBe('no-store')
    expect((await follow(open)).status).toBe(303)
  })

  it('only counts at the root', async () => {
    const open = await openHost()
    const { search } = new URL(open.host.url)
    expect((await ask(open, { path: `/index.html${search}`, admitted: false })).status).toBe(401)
    expect((await ask(open, { path: `/api/${search}`, admitted: false })).status).toBe(401)
    expect((await follow(open)).status).toBe(303)
  })

  it('followed on another site leads on by a page, since a redirect would lose the strict cookie', async () => {
    const open = await openHost()
    const cross = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    }
    const answer = await follow(open, cross)
    expect(answer.status).toBe(200)
    expect(answer.headers['set-cookie']?.[0]).toContain('SameSite=Strict')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.text).toContain('<meta http-equiv="refresh" content="0; url=/">')
  })

  it('opened again by the browser that is in leads to the interface, without a new cookie', async () => {
    const open = await openHost()
    const cookie = await enter(open)
    const answer = await follow(open, { cookie })
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/')
    expect(answer.headers['set-cookie']).toBeUndefined()
  })
})

describe('the browser that is in', () => {
  it('gets the interface and calls operations', async () => {
    const open = await openHost()
    const cookie = await enter(open)
    const page = await ask(open, { headers: { cookie }, admitted: false })
    expect(page.status).toBe(200)
    expect(page.text).toBe('<!doctype html><title>Nines</title>')
    const answer = await post(open, 'task.list', { headers: { cookie }, admitted: false })
    expect(answer.status).toBe(200)
  })

  it('is not in at the host on another port', async () => {
    const first = await openHost()
    const second = await openHost()
    const cookie = await enter(first)
    const renamed = cookie.replace(String(first.port), String(second.port))
    for (const tried of [cookie, renamed]) {
      expect((await post(second, 'task.list', { headers: { cookie: tried }, admitted: false })).status).toBe(
        401,
      )
    }
    expect(second.calls).toEqual([])
  })

  it('is out after a restart on the same port: the page in words, operations as data', async () => {
    const first = await openHost()
    const cookie = await enter(first)
    await first.host.close()
    const second = await openHost({ port: first.port })
    const page = await ask(second, { headers: { cookie, ...asPage }, admitted: false })
    expect(page.status).toBe(401)
    expect(page.text).toContain('open the new link')
    const answer = await post(second, 'task.list', { headers: { cookie }, admitted: false })
    expect(answer.status).toBe(401)
    expect(refusalCode(answer.text)).toBe('unauthorized')
  })
})

describe('a script', () => {
  it('is in with the bearer token', async () => {
    const open = await openHost()
    expect(open.host.bearerToken).toBe(bearerToken)
    expect((await post(open, 'task.list')).status).toBe(200)
  })

  it('is in with the token that was made up, and another is not', async () => {
    const open = await openHost({ bearerToken: undefined })
    const headers = { authorization: `Bearer ${open.host.bearerToken}` }
    expect((await post(open, 'task.list', { headers })).status).toBe(200)
    expect((await post(open, 'task.list')).status).toBe(401)
  })

  it.each(['/api/task.list', '/api/none', '/index.html', '/assets/index-1.js', '/absent'])(
    'without a token is told the same everywhere: %s',
    async (path) => {
      const open = await openHost()
      const answer = await ask(open, { path, admitted: false })
      expect(answer.status).toBe(401)
      expect(answer.headers['www-authenticate']).toBe('Bearer')
      expect(refusalCode(answer.text)).toBe('unauthorized')
    },
  )

  it('cannot choose a token that could be guessed', async () => {
    await expect(openHost({ bearerToken: 'short' })).rejects.toThrow('16 or more')
  })
})
