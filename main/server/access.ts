import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** How long the URL that `serve` prints lets one browser in, ms. */
const urlTokenLifetimeMs = 15 * 60_000

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

/** Who is let in: one browser by a single-use URL, then by its cookie; scripts by a bearer token. */
export interface Access {
  /** To be opened once, within 15 minutes. */
  readonly urlToken: string
  readonly bearerToken: string
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
 * @param bearerToken given by the user for scripts, else made up
 */
export function createAccess(port: number, bearerToken = newToken(), now: () => number = Date.now): Access {
  const urlToken = newToken()
  const session = newToken()
  const cookieName = `nines-${port}`
  const openUntil = now() + urlTokenLifetimeMs
  let used = false
  return {
    urlToken,
    bearerToken,
    redeem(token) {
      if (used || now() > openUntil || !matches(token, urlToken)) return undefined
      used = true
      return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`
    },
    admits({ cookie, authorization }) {
      const carried = cookieValue(cookie, cookieName)
      if (carried !== undefined && matches(carried, session)) return true
      const [scheme, token] = authorization?.split(' ') ?? []
      return scheme === 'Bearer' && token !== undefined && matches(token, bearerToken)
    },
  }
}
