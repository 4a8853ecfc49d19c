import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { ExpectedFailure } from '../../shared/domain/failure.ts'

/** How long the URL that `serve` prints lets one browser in, ms. */
const urlTokenLifetimeMs = 15 * 60_000

/** What an Authorization header can carry (RFC 6750), long enough not to be guessed. */
const bearerTokenForm = /^[\w.~+/-]{16,}=*$/

function newToken(): string {
  return randomBytes(32).toString('base64url')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Compares digests, so that neither length nor time tells anything about the token. */
function matches(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

function cookieValue(header: string | undefined, name: string): string | undefined {
  return header
    ?.split(';')
    .map((pair) => pair.trim().split('='))
    .find(([key]) => key === name)?.[1]
}

/**
 * The token for scripts that the user chose, or a new one when none was chosen.
 * @throws ExpectedFailure when it could be guessed or not be sent
 */
export function chooseBearerToken(chosen: string | undefined): string {
  if (chosen === undefined || chosen === '') return newToken()
  if (bearerTokenForm.test(chosen)) return chosen
  throw new ExpectedFailure(
    'bad-input',
    'The token for scripts (NINES_TOKEN) must be 16 or more of these characters: letters, digits and - . _ ~ + /. Nothing was started. Choose another, or leave it out and Nines makes one.',
  )
}

/** Who is let in: one browser by a single-use URL, then by its cookie; scripts by a bearer token. */
export interface Access {
  /** To be opened once, within 15 minutes. */
  readonly urlToken: string
  /** Exchanges the URL's token for a cookie; undefined when it is wrong, used or too old. */
  redeem(token: string): string | undefined
  /** Whether a request carries the cookie or the bearer token. */
  admits(request: {
    readonly cookie?: string | undefined
    readonly authorization?: string | undefined
  }): boolean
}

/**
 * @param port makes the cookie's name: cookies of one address are shared by all its ports
 * @param now in ms
 */
export function createAccess(port: number, bearerToken: string, now: () => number = Date.now): Access {
  const urlToken = newToken()
  const session = newToken()
  const cookieName = `nines-${port}`
  const openUntil = now() + urlTokenLifetimeMs
  let used = false
  return {
    urlToken,
    redeem(token) {
      if (used || now() > openUntil || !matches(token, urlToken)) return undefined
      used = true
      return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`
    },
    admits({ cookie, authorization }) {
      const carried = cookieValue(cookie, cookieName)
      if (carried !== undefined && matches(carried, session)) return true
      const [scheme, token] = authorization?.split(' ') ?? []
      return scheme?.toLowerCase() === 'bearer' && token !== undefined && matches(token, bearerToken)
    },
  }
}
