/** What the shell lets a page do, as pure rules over parsed URLs: never a prefix, never a substring. */

export const appScheme = 'app'
export const appHost = 'bundle'
/** Reports being printed have an origin of their own, apart from the interface. */
export const reportHost = 'report'
export const appOrigin = `${appScheme}://${appHost}`
export const indexUrl = `${appOrigin}/index.html`

/** The pages outside the app that a click may open in the person's browser, as whole addresses. */
export const essayUrl = 'https://www.aisnakeoil.com/p/is-ai-progress-slowing-down'
const externalPages: ReadonlySet<string> = new Set([essayUrl])

/** Local by nature: own pages, own blobs, embedded pictures, the developer tools. */
const localProtocols: ReadonlySet<string> = new Set(['app:', 'blob:', 'data:', 'devtools:'])

export function isAppUrl(url: string): boolean {
  const parsed = URL.parse(url)
  if (parsed === null) return false
  const bare = parsed.username === '' && parsed.password === ''
  return parsed.protocol === `${appScheme}:` && parsed.host === appHost && bare
}

/** A file that a page of the app made itself: `blob:app://bundle/…`. */
export function isOwnDownload(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed?.protocol === 'blob:' && isAppUrl(parsed.pathname)
}

export function isExternalPage(url: string): boolean {
  return externalPages.has(url)
}

/** Nines needs no network: whatever would leave the computer is cancelled. */
export function isLocalRequest(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && localProtocols.has(parsed.protocol)
}

/** Carried inside the page itself: fonts and pictures of a report. */
export function isEmbedded(url: string): boolean {
  return URL.parse(url)?.protocol === 'data:'
}

/** The part of a frame that says who it is. */
export interface Frame {
  readonly origin: string
  readonly url: string
  readonly parent: unknown
}

/** Only the top frame of our own origin may reach the core. A frame that is gone is null. */
export function isAppFrame(frame: Frame | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === appOrigin && isAppUrl(frame.url)
}

/** Who asks for a permission: the address or the origin of a page, and whether it is the whole window. */
export interface Asking {
  readonly url: string
  readonly isMainFrame: boolean
}

/** Only the top frame of our own origin is ever granted anything. */
export function isAppAsking({ url, isMainFrame }: Asking): boolean {
  return isMainFrame && isAppUrl(url)
}
