import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { startHost } from '../../../main/server/index.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import type { Core } from '../../../main/core.ts'
import type { CliHost } from '../../../main/cli/index.ts'
import { newPlace, type Place, run, type RunOptions } from './run.ts'

const token = 'a-token-for-the-tests'

/** The real host; while it serves, `visit` may call on it, then the user interrupts. */
function serving(place: Place, visit: (url: string) => Promise<void> = async () => undefined): RunOptions {
  const rendererFolder = join(place.folder, 'renderer')
  mkdirSync(rendererFolder)
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>Nines</title>')
  let url = ''
  const log = { info: () => undefined, error: () => undefined }
  const start: CliHost['startHost'] = async (core, options) => {
    const host = await startHost({ core, log, rendererFolder, ...options })
    url = host.url
    return host
  }
  return { startHost: start, untilInterrupted: () => visit(url) }
}

async function isReachable(url: string): Promise<boolean> {
  try {
    await fetch(url)
    return true
  } catch {
    return false
  }
}

describe('nines serve', () => {
  it('prints one link, serves until it is interrupted and stops', async () => {
    const place = newPlace()
    let used = ''
    const options = serving(place, async (url) => {
      used = url
      const page = await fetch(url, { redirect: 'manual' })
      expect(page.status).toBe(303)
    })
    const { code, out, err } = await run(place, ['serve', '--no-open'], options)
    expect({ code, out, err }).toEqual({ code: 0, out: `${used}\n`, err: 'Press Ctrl+C to stop.\n' })
    expect(used).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=/)
    expect(await isReachable(used)).toBe(false)
  })

  it('lets scripts in with NINES_TOKEN, on the workspace that is named', async () => {
    const place = newPlace()
    const options = serving(place, async (url) => {
      const answer = await fetch(new URL('/api/task.create', url), {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: '{"name": "refunds"}',
      })
      expect(answer.status).toBe(200)
    })
    const environment = { NINES_TOKEN: token }
    const words = ['serve', '--no-open', '--json', '--workspace', join(place.folder, 'other.nines')]
    const { code, out, err } = await run(place, words, { ...options, environment })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toMatchObject({ token })
    const list = await run(place, ['task', 'list', '--workspace', join(place.folder, 'other.nines')])
    expect(list.out).toContain('refunds')
  })

  it('opens a browser, and says so when it cannot', async () => {
    const place = newPlace()
    const openAddress = vi.fn<(url: string) => boolean>(() => true)
    const options = serving(place)
    const opened = await run(place, ['serve'], { ...options, openAddress })
    expect(openAddress).toHaveBeenCalledExactlyOnceWith(opened.out.trim())
    expect(opened.err).not.toContain('No browser')
    const { code, err } = await run(place, ['serve'], { ...options, openAddress: () => false })
    expect(code).toBe(0)
    expect(err).toContain('No browser was opened: open the link above in one.\n')
  })

  it('takes the port it is given', async () => {
    const place = newPlace()
    const asked: unknown[] = []
    const startOn: CliHost['startHost'] = (_, options) => {
      asked.push(options.port)
      return Promise.reject(new ExpectedFailure('output-unwritable', 'Port 8123 cannot be used.'))
    }
    const { code, out, err } = await run(place, ['serve', '--port', '8123'], { startHost: startOn })
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: 'Port 8123 cannot be used.\n' })
    expect(asked).toEqual([8123])
  })

  it.each(['65536', '-1', 'http'])('refuses the port %s', async (port) => {
    const { code, err } = await run(newPlace(), ['serve', '--port', port])
    expect(code).toBe(2)
    expect(err).toContain('--port')
  })

  it('stops the host also when waiting fails', async () => {
    const place = newPlace()
    let used = ''
    const options = serving(place, (url) => {
      used = url
      return Promise.reject(new Error('no signals here'))
    })
    const { code } = await run(place, ['serve', '--no-open'], options)
    expect(code).toBe(1)
    expect(await isReachable(used)).toBe(false)
  })

  it('goes on in the workspace that a window had open last when it is asked to, and none is named', async () => {
    const place = newPlace()
    const last = join(place.folder, 'last.nines')
    await run(place, ['task', 'create', 'refunds', '--workspace', last])
    const opened: unknown[] = []
    const options = {
      ...serving(place),
      lastWorkspace: () => last,
      startHost: async (core: Core) => {
        opened.push(await core.call('workspace.info', {}))
        return await Promise.reject(new ExpectedFailure('output-unwritable', 'Enough.'))
      },
    }
    await run(place, ['serve', '--reopen'], options)
    await run(place, ['serve'], options)
    await run(place, ['serve', '--reopen', '--workspace', place.workspace], options)
    expect(opened).toMatchObject([
      { value: { path: last } },
      { value: { path: place.workspace } },
      { value: { path: place.workspace } },
    ])
  })

  it('opens the usual one when the last one cannot be opened, and says so', async () => {
    const place = newPlace()
    const last = place.file('last.nines', 'my notes '.repeat(50))
    const { code, err } = await run(place, ['serve', '--no-open', '--reopen'], {
      ...serving(place),
      lastWorkspace: () => last,
    })
    expect(code).toBe(0)
    expect(err).toContain('is not a Nines workspace')
    expect(err).toContain('The usual workspace is opened instead.')
  })
})
