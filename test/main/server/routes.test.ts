import { describe, expect, it } from 'vitest'
import { contentPolicy, securityHeaders } from '../../../main/hosting/content-policy.ts'
import { notAdmittedPolicy } from '../../../main/server/not-admitted.ts'
import { type Answer, ask, exchange, openHost, post, type Question } from './open-host.ts'

describe('an operation', () => {
  it('gets its name and input, and its output is the body', async () => {
    const open = await openHost()
    const answer = await post(open, 'task.get', { body: '{"task":"환불 💸"}' })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(answer.text)).toEqual({ operation: 'task.get', input: { task: '환불 💸' } })
  })

  it('that fails as expected answers with its code', async () => {
    const open = await openHost()
    const answer = await post(open, 'fail')
    expect(answer.status).toBe(404)
    expect(JSON.parse(answer.text)).toMatchObject({
      error: { code: 'task-not-found', message: 'No such task.' },
    })
    expect(open.errors).toEqual([])
  })

  it('that breaks is logged under the reference that the answer gives, and its message stays inside', async () => {
    const open = await openHost()
    const answer = await post(open, 'throw', { path: '/api/throw?token=secret' })
    expect(answer.status).toBe(500)
    expect(answer.text).not.toContain('a secret of the store')
    const reference = /"reference":"([0-9a-f]{8})"/.exec(answer.text)?.[1] ?? 'none'
    expect(open.errors).toEqual([`POST /api/throw failed (reference ${reference})`])
    expect((await post(open, 'echo')).status).toBe(200)
  })

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])(
    'is not called with %s',
    async (method) => {
      const open = await openHost()
      const answer = await ask(open, { method, path: '/api/echo' })
      expect(answer.status).toBe(405)
      expect(answer.headers.allow).toBe('POST')
      expect(open.calls).toEqual([])
    },
  )

  it('is asked for by its name as it is spelled, without decoding or the query', async () => {
    const open = await openHost()
    const paths = ['task%2Elist', 'task.list%2F', 'task.list/', '../api/echo', '', '__proto__', 'toString']
    for (const path of [...paths, 'task.list?task.get']) await post(open, '', { path: `/api/${path}` })
    expect(open.calls.map(({ operation }) => operation)).toEqual([...paths, 'task.list'])
  })

  it('may be asked for with an Expect that nobody knows', async () => {
    const open = await openHost()
    const answer = await post(open, 'echo', { headers: { expect: 'a-miracle' } })
    expect(answer.status).toBe(200)
  })

  it('is asked for in the usual way when a client offers to upgrade', async () => {
    const open = await openHost()
    const headers = { connection: 'Upgrade', upgrade: 'websocket' }
    expect((await post(open, 'echo', { headers })).status).toBe(200)
    expect((await post(open, 'echo', { headers, admitted: false })).status).toBe(401)
  })
})

describe('the interface', () => {
  it('is read with GET; HEAD says the same without the body', async () => {
    const open = await openHost()
    const page = await ask(open)
    expect(page.text).toBe('<!doctype html><title>Nines</title>')
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-length': '35',
      'content-security-policy': contentPolicy,
    })
    const head = await ask(open, { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(head.text).toBe('')
    expect(head.headers['content-length']).toBe('35')
  })

  it('has files that a browser may keep, because their names change with them', async () => {
    const { headers } = await ask(await openHost(), { path: '/assets/index-1.js?x#y' })
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('is not for %s', async (method) => {
    const answer = await ask(await openHost(), { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD')
  })

  it.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/assets/../index.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/..%5csecret.html',
    '/%252e%252e/secret.html',
    '/assets//index-1.js',
    '/./index.html',
    '/index.html%00',
    '/%',
    '/api',
    '/\\evil.com/',
    '/secret.html',
    '/assets/',
    '/constructor',
  ])('has nothing at %s', async (path) => {
    const open = await openHost()
    const line = `GET ${path} HTTP/1.1\r\nHost: ${open.authority}\r\nConnection: close\r\n`
    const text = await exchange(open, `${line}Authorization: Bearer ${open.host.bearerToken}\r\n\r\n`)
    expect(text).toMatch(/^HTTP\/1\.1 404 /)
    expect(text).toContain('There is nothing at this address.')
  })

  it.each(['//evil.com/', '//', '///', '*', 'http://:99999999/', 'https://evil.com/', 'nines:x', 'api/echo'])(
    'is not addressed by %s',
    async (target) => {
      const open = await openHost()
      const line = `OPTIONS ${target} HTTP/1.1\r\nHost: ${open.authority}\r\nConnection: close\r\n`
      const text = await exchange(open, `${line}Authorization: Bearer ${open.host.bearerToken}\r\n\r\n`)
      expect(text).toMatch(/^HTTP\/1\.1 400 /)
      expect(open.errors).toEqual([])
    },
  )

  it('does not lead anywhere else by a link with two slashes', async () => {
    const open = await openHost()
    const answer = await ask(open, { path: `//evil.com/${new URL(open.host.url).search}`, admitted: false })
    expect(answer.status).toBe(400)
    expect(answer.headers.location).toBeUndefined()
    expect(answer.headers['set-cookie']).toBeUndefined()
  })
})

const link = { admitted: false, headers: { accept: 'text/html' } }
const json = { 'content-type': 'application/json' }
const everyAnswer: readonly (readonly [number, string, Question])[] = [
  [200, 'an asset', {}],
  [200, 'an output', { method: 'POST', path: '/api/echo', headers: json, body: '{}' }],
  [303, 'an old link', { path: '/?token=old' }],
  [400, 'no path', { path: '//x' }],
  [400, 'malformed JSON', { method: 'POST', path: '/api/echo', headers: json, body: '{' }],
  [403, 'another Host', { headers: { host: 'evil.example' } }],
  [404, 'no asset', { path: '/none' }],
  [404, 'an expected failure', { method: 'POST', path: '/api/fail', headers: json, body: '{}' }],
  [405, 'a wrong method', { method: 'PUT' }],
  [415, 'no JSON', { method: 'POST', path: '/api/echo', body: 'x' }],
  [500, 'a bug', { method: 'POST', path: '/api/throw', headers: json, body: '{}' }],
]

/** @param policy the content policy; that of the interface, unless the page has a narrower one */
function expectSafe({ headers }: Answer, policy = securityHeaders['Content-Security-Policy']): void {
  for (const [name, value] of Object.entries({ ...securityHeaders, 'Content-Security-Policy': policy })) {
    expect(headers[name.toLowerCase()]).toBe(value)
  }
  expect(headers['x-powered-by']).toBeUndefined()
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
}

describe('every answer has the security headers and none of CORS', () => {
  it.each(everyAnswer)('%i %s', async (status, _name, question) => {
    const answer = await ask(await openHost(), question)
    expect(answer.status).toBe(status)
    expectSafe(answer)
  })

  it('401 a page without cookie', async () => {
    const answer = await ask(await openHost(), link)
    expect(answer.status).toBe(401)
    expectSafe(answer, notAdmittedPolicy)
  })

  it('303 the one-time link', async () => {
    const open = await openHost()
    const answer = await ask(open, { path: `/${new URL(open.host.url).search}`, admitted: false })
    expect(answer.status).toBe(303)
    expectSafe(answer)
  })
})
