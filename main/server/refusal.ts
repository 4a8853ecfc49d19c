import type { IncomingHttpHeaders } from 'node:http'

/** Why a request gets no further than the door. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 405 | 413 | 415
  readonly code: 'unauthorized' | 'forbidden' | 'too-large' | 'bad-input'
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
}

function forbidden(message: string): Refusal {
  return { status: 403, code: 'forbidden', message }
}

/** A person following a link, in a tab of its own: not a frame, an object or a script. */
function isNavigation(method: string, headers: IncomingHttpHeaders): boolean {
  return (
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  )
}

/**
 * Checks where a request comes from, before anything else of it is read. An exact Host stops names that
 * were rebound to this address; Origin and Sec-Fetch-Site stop other pages of the same browser.
 * @returns undefined when it may go on
 */
export function refuseOrigin(
  request: { readonly method: string; readonly headers: IncomingHttpHeaders },
  authority: string,
): Refusal | undefined {
  const { headers, method } = request
  if (headers.host !== authority) {
    return forbidden(`Nines answers only at http://${authority}, not at other names of this computer.`)
  }
  if (headers.origin !== undefined && headers.origin !== `http://${authority}`) {
    return forbidden('Another page may not reach Nines.')
  }
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isNavigation(method, headers)) {
    return forbidden('Another page may not reach Nines.')
  }
  return undefined
}

/** How browsers, now and formerly, mark what they fetch before anyone asked to see it. */
const speculativeHeaders = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const

/** A browser that loads a page ahead, for example while the address is still being typed. */
export function isSpeculative(headers: IncomingHttpHeaders): boolean {
  return speculativeHeaders.some((name) => headers[name] !== undefined)
}

/** The browser asks again, without the mark, when the person really opens the link. */
export const notAhead = forbidden(
  'The one-time link was not used up: it works when it is opened, not when it is loaded ahead.',
)

export const notAdmitted: Refusal = {
  status: 401,
  code: 'unauthorized',
  message:
    'This address alone does not open Nines, and its one-time link was used or is too old. Start Nines again (npm start, or nines serve) and open the new link.',
  headers: { 'WWW-Authenticate': 'Bearer' },
}

/** A script that shows a token has no use for the one-time link. */
export const wrongToken: Refusal = {
  status: 401,
  code: 'unauthorized',
  message:
    'The token of this request is not the one of this Nines. Send the one that nines serve was given in NINES_TOKEN, or printed with --json: Authorization: Bearer TOKEN.',
  headers: { 'WWW-Authenticate': 'Bearer' },
}

export const notAnAddress: Refusal = {
  status: 400,
  code: 'bad-input',
  message: 'The address of a request must be a path, for example /api/task.list.',
}

export const onlyPost: Refusal = {
  status: 405,
  code: 'bad-input',
  message: 'Operations are called with POST.',
  headers: { Allow: 'POST' },
}

export const onlyGet: Refusal = {
  status: 405,
  code: 'bad-input',
  message: 'Files of the interface are read with GET; operations are called with POST at /api/….',
  headers: { Allow: 'GET, HEAD' },
}
