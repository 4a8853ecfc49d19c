import { join } from 'node:path'
import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import type { SaveDialogOptions } from 'electron'
import { FakeWebContents, session } from './fake-electron.ts'
import { record } from './fake-record.ts'
import { firstWindow, startShell } from './start-shell.ts'

class FakeDownload extends EventEmitter {
  readonly url: string
  saveDialog: SaveDialogOptions | null = null
  constructor(url: string) {
    super()
    this.url = url
  }
  getURL(): string {
    return this.url
  }
  getFilename(): string {
    return 'airline-report.pdf'
  }
  setSaveDialogOptions(options: SaveDialogOptions): void {
    this.saveDialog = options
  }
}

async function download(url: string, ownWindow = true) {
  const running = await startShell()
  const item = new FakeDownload(url)
  const preventDefault = vi.fn<() => void>()
  const contents = ownWindow ? firstWindow().webContents : new FakeWebContents()
  session.defaultSession.emit('will-download', { preventDefault }, item, contents, null)
  return { running, item, preventDefault }
}

describe('saving what the page made', () => {
  it('asks where, beginning in the downloads folder', async () => {
    const { running, item, preventDefault } = await download('blob:app://bundle/6f0e')
    expect(preventDefault).not.toHaveBeenCalled()
    expect(item.saveDialog).toEqual({ defaultPath: join(running.folder, 'downloads', 'airline-report.pdf') })
  })

  it('says so when the file could not be written', async () => {
    const { running, item } = await download('blob:app://bundle/6f0e')
    item.emit('done', {}, 'interrupted')
    expect(record.errorBoxes[0]?.content).toContain('airline-report.pdf')
    expect(running.errors).toHaveLength(1)
  })

  it.each(['completed', 'cancelled'])('is silent when it was %s', async (state) => {
    const { running, item } = await download('blob:app://bundle/6f0e')
    item.emit('done', {}, state)
    expect(record.errorBoxes).toEqual([])
    expect(running.errors).toEqual([])
  })
})

describe('other downloads', () => {
  it.each(['https://example.com/x.pdf', 'blob:https://example.com/1', 'data:,x', 'file:///etc/passwd'])(
    'from %s are refused',
    async (url) => {
      const { running, item, preventDefault } = await download(url)
      expect(preventDefault).toHaveBeenCalledOnce()
      expect(item.saveDialog).toBeNull()
      expect(running.errors).toEqual([`download refused: ${url}`])
    },
  )

  it('from another window are refused', async () => {
    const { preventDefault } = await download('blob:app://bundle/6f0e', false)
    expect(preventDefault).toHaveBeenCalledOnce()
  })
})
