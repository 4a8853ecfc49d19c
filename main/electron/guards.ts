import { shell, type Session, type WebContents } from 'electron'
import type { Log } from '../core.ts'
import { isAppUrl, isExternalPage, isLocalRequest } from './policy.ts'

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

/** Electron grants permissions unless told otherwise; Nines asks for none. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** Cancels every request that would leave the computer, should the content policy ever be got around. */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) =>
    callback({ cancel: !isLocalRequest(details.url) }),
  )
}
