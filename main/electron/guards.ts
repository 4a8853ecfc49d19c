import { shell, type Session, type WebContents } from 'electron'
import type { Log } from '../core.ts'
import { type Asking, isAppAsking, isAppUrl, isExternalPage, isLocalRequest } from './policy.ts'

/** Opens one of the listed pages in the person's own browser; anything else stays closed. */
export function openExternalPage(url: string, log: Log): void {
  if (!isExternalPage(url)) {
    log.error(`a page outside Nines was not opened: ${url}`)
    return
  }
  shell.openExternal(url).catch((error: unknown) => log.error(`the browser did not open ${url}`, error))
}

interface Navigation {
  readonly url: string
  preventDefault(): void
}

/** Holds any page, whoever made it, to the app's own origin: no foreign pages, new windows or webviews. */
export function guardContents(contents: WebContents, log: Log): void {
  const stayInside = (navigation: Navigation): void => {
    if (isAppUrl(navigation.url)) return
    navigation.preventDefault()
    log.error(`navigation refused: ${navigation.url}`)
  }
  contents.on('will-navigate', stayInside)
  contents.on('will-redirect', stayInside)
  contents.on('will-frame-navigate', stayInside)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openExternalPage(url, log)
    return { action: 'deny' }
  })
}

/** Electron grants permissions unless told otherwise; a session that is not the window's gets none. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/**
 * Denies everything but what copying a chart needs: to write to the clipboard, from the top frame of our own window
 * at our own origin. Chromium asks this for `navigator.clipboard.write` and `writeText`, and cleans what is written.
 * Reading the clipboard, and writing to it unclean, stay denied.
 */
export function allowCopyingAlone(session: Session, isOwnWindow: (contents: WebContents) => boolean): void {
  const mayCopy = (contents: WebContents | null, permission: string, asking: Asking): boolean =>
    permission === 'clipboard-sanitized-write' &&
    contents !== null &&
    isOwnWindow(contents) &&
    isAppAsking(asking)
  denyPermissions(session)
  session.setPermissionRequestHandler((contents, permission, callback, { requestingUrl, isMainFrame }) =>
    callback(mayCopy(contents, permission, { url: requestingUrl, isMainFrame })),
  )
  session.setPermissionCheckHandler((contents, permission, url, { isMainFrame }) =>
    mayCopy(contents, permission, { url, isMainFrame }),
  )
}

/** Cancels every request that would leave the computer, should the content policy ever be got around. */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) =>
    callback({ cancel: !isLocalRequest(details.url) }),
  )
}
