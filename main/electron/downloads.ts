import { join } from 'node:path'
import { app, dialog, type Session, type WebContents } from 'electron'
import type { Log } from '../core.ts'
import { isOwnDownload } from './policy.ts'
import { shellText } from './text.ts'

export interface DownloadOptions {
  readonly session: Session
  readonly log: Log
  readonly isOwnWindow: (contents: WebContents) => boolean
}

/** Lets the page save what it made itself, through the system's save dialog, and nothing from anywhere else. */
export function serveDownloads({ session, log, isOwnWindow }: DownloadOptions): void {
  session.on('will-download', (event, item, contents) => {
    const url = item.getURL()
    if (!isOwnWindow(contents) || !isOwnDownload(url)) {
      event.preventDefault()
      log.error(`download refused: ${url}`)
      return
    }
    const fileName = item.getFilename()
    item.setSaveDialogOptions({ defaultPath: join(app.getPath('downloads'), fileName) })
    item.once('done', (_event, state) => {
      if (state !== 'interrupted') return
      log.error(`saving ${fileName} was interrupted`)
      dialog.showErrorBox(shellText.downloadFailed, shellText.downloadFailedDetail(fileName))
    })
  })
}
