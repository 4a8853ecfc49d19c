import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createChromiumPrinter } from '../../../../main/hosting/chromium/print.ts'
import { answeringProgram, fakeBrowser, ownTemporaryFolder, usualAnswers } from './browsers.ts'

const programs = mkdtempSync(join(tmpdir(), 'nines-programs-'))
const own = ownTemporaryFolder()
afterAll(() => {
  own.remove()
  rmSync(programs, { recursive: true })
})

const message = z.object({ method: z.string(), params: z.record(z.string(), z.unknown()) })
const header = z.object({ name: z.string(), value: z.string() })

/** What a print asks of the browser. Several of its measures alone would do; none may be lost unseen. */
async function messagesOf(html: string): Promise<z.infer<typeof message>[]> {
  const note = join(programs, 'messages')
  const answers = {
    ...usualAnswers,
    'IO.read': { data: '%PDF-1.4\n%%EOF', base64Encoded: false, eof: true },
  }
  const requests = ['https://report.invalid/', 'https://report.invalid/', 'http://127.0.0.1/x']
  const executable = fakeBrowser(programs, answeringProgram(answers, { note, requests }))
  await createChromiumPrinter({ findBrowser: () => executable }).print(html)
  const lines = readFileSync(note, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => message.parse(JSON.parse(line)))
}

describe('a print', () => {
  it('turns off scripts and network and stops every request before the page is shown', async () => {
    const messages = await messagesOf('<p>x</p>')
    const methods = messages.map(({ method }) => method)
    const before = messages.slice(0, methods.indexOf('Page.navigate'))
    expect(before).toContainEqual({ method: 'Emulation.setScriptExecutionDisabled', params: { value: true } })
    expect(before).toContainEqual({ method: 'Fetch.enable', params: { patterns: [{ urlPattern: '*' }] } })
    const offline = before.find(({ method }) => method === 'Network.emulateNetworkConditions')
    expect(offline?.params['offline']).toBe(true)
  })

  it('answers the report once, under its policy and in a sandbox, and fails all other requests', async () => {
    const messages = await messagesOf('<p>신뢰</p>')
    const answered = messages.filter(({ method }) => method === 'Fetch.fulfillRequest')
    expect(answered.map(({ params }) => params['requestId'])).toEqual(['0'])
    expect(answered[0]?.params['body']).toBe(Buffer.from('<p>신뢰</p>').toString('base64'))
    const headers = z.array(header).parse(answered[0]?.params['responseHeaders'])
    const policy = headers.find(({ name }) => name === 'Content-Security-Policy')?.value.split('; ')
    expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", 'font-src data:', 'sandbox']))
    const failed = messages.filter(({ method }) => method === 'Fetch.failRequest')
    expect(failed.map(({ params }) => params['requestId'])).toEqual(['1', '2'])
  })
})
