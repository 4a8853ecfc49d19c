import { describe, expect, it } from 'vitest'
import { chooseBearerToken, createAccess } from '../../../main/server/access.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'

const bearer = 'a-token-for-the-tests'
const minuteMs = 60_000

function accessAt(startMs: number) {
  const time = { nowMs: startMs }
  return { time, access: createAccess(4000, bearer, () => time.nowMs) }
}

describe('the one-time link', () => {
  it('lets in once', () => {
    const { access } = accessAt(0)
    expect(access.redeem(access.urlToken)).toBeDefined()
    expect(access.redeem(access.urlToken)).toBeUndefined()
  })

  it('is not used up by a wrong token', () => {
    const { access } = accessAt(0)
    expect(access.redeem(`${access.urlToken}x`)).toBeUndefined()
    expect(access.redeem('')).toBeUndefined()
    expect(access.redeem(access.urlToken)).toBeDefined()
  })

  it.each([
    [15 * minuteMs, true],
    [15 * minuteMs + 1, false],
  ])('%i ms after the start lets in: %s', (afterMs, letsIn) => {
    const { access, time } = accessAt(1_000_000)
    time.nowMs += afterMs
    expect(access.redeem(access.urlToken) !== undefined).toBe(letsIn)
  })

  it('gives a cookie for this port that no script reads and no other site sends', () => {
    const { access } = accessAt(0)
    const [pair, ...attributes] = access.redeem(access.urlToken)?.split('; ') ?? []
    expect(pair).toMatch(/^nines-4000=[\w-]{43}$/)
    expect(attributes).toEqual(['HttpOnly', 'SameSite=Strict', 'Path=/'])
  })

  it('has 256 random bits, and the cookie others', () => {
    const first = accessAt(0).access
    const second = accessAt(0).access
    expect(Buffer.from(first.urlToken, 'base64url')).toHaveLength(32)
    expect(first.urlToken).not.toBe(second.urlToken)
    expect(first.redeem(first.urlToken)).not.toContain(first.urlToken)
  })
})

function entered(): { readonly access: ReturnType<typeof createAccess>; readonly cookie: string } {
  const { access } = accessAt(0)
  return { access, cookie: access.redeem(access.urlToken)?.split(';')[0] ?? '' }
}

describe('the cookie', () => {
  it('lets in, also among others', () => {
    const { access, cookie } = entered()
    expect(access.admits({ cookie })).toBe(true)
    expect(access.admits({ cookie: `theme=dark; ${cookie}; nines-4001=x` })).toBe(true)
  })

  it.each<[string, (cookie: string) => string]>([
    ['cut short', (cookie) => cookie.slice(0, -1)],
    ['with more at its end', (cookie) => `${cookie}x`],
    ['empty', () => 'nines-4000='],
    ['without a value', () => 'nines-4000'],
    ['under the name of another port', (cookie) => cookie.replace('4000', '4001')],
    ['under a longer name', (cookie) => `x${cookie}`],
    ['as a value', (cookie) => `x=${cookie}`],
  ])('%s does not', (_name, change) => {
    const { access, cookie } = entered()
    expect(access.admits({ cookie: change(cookie) })).toBe(false)
  })

  it('of another run on the same port does not', () => {
    expect(entered().access.admits({ cookie: entered().cookie })).toBe(false)
  })

  it('is not there before the link was opened', () => {
    expect(accessAt(0).access.admits({ cookie: 'nines-4000=undefined' })).toBe(false)
  })
})

describe('the bearer token', () => {
  it.each([
    [`Bearer ${bearer}`, true],
    [`bearer ${bearer}`, true],
    [`Bearer ${bearer}x`, false],
    [`Bearer  ${bearer}`, false],
    [`Basic ${bearer}`, false],
    [bearer, false],
    ['Bearer', false],
    ['Bearer ', false],
    ['', false],
  ])('%j lets in: %s', (authorization, letsIn) => {
    expect(accessAt(0).access.admits({ authorization })).toBe(letsIn)
  })

  it('is not the token of the link', () => {
    const { access } = accessAt(0)
    expect(access.admits({ authorization: `Bearer ${access.urlToken}` })).toBe(false)
  })
})

describe('choosing the bearer token', () => {
  it.each([undefined, ''])('makes one when it is given %j', (chosen) => {
    const made = chooseBearerToken(chosen)
    expect(Buffer.from(made, 'base64url')).toHaveLength(32)
    expect(chooseBearerToken(chosen)).not.toBe(made)
  })

  it.each(['0123456789abcdef', 'a.b_c-d~e+f/g.hijk=='])('takes %s', (chosen) => {
    expect(chooseBearerToken(chosen)).toBe(chosen)
  })

  it.each(['0123456789abcde', 'sixteen letters with spaces', 'sixteen-letters\n', 'sixteen-letters-é'])(
    'refuses %j, which could be guessed or not be sent, without repeating it',
    (chosen) => {
      expect(() => chooseBearerToken(chosen)).toThrow(ExpectedFailure)
      expect(() => chooseBearerToken(chosen)).not.toThrow(chosen)
      expect(() => chooseBearerToken(chosen)).toThrow('16 or more')
    },
  )
})
