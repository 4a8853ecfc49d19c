import type { IncomingHttpHeaders } from 'node:http'

/** Why a request gets no further than the door. */
export interface Refusal {
  readonly status: 401 | 403 | 404 | 405 | 413 | 415
  readonly code: 'unauthorized' | 'forbidden' | 'too-large' | 'bad-input' | 'unknown-operation'
  readonly message: string
}

function forbidden(message: string): Refusal {
  return { status: 403, code: 'forbidden', message }
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
  const navigation = method === 'GET' && headers['sec-fetch-mode'] === 'navigate'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !navigation) {
    return forbidden('Another page may not reach Nines.')
  }
  return undefined
}

export const notAdmitted: Refusal = {
  status: 401,
  code: 'unauthorized',
  message:
    'This address alone does not open Nines, and its one-time link was used or is too old. Start Nines again (npm start, or nines serve) and open the new link.',
}
