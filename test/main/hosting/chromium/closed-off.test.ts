import { createServer } from 'node:http'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChromiumPrinter } from '../../../../main/hosting/chromium/print.ts'
import { ownTemporaryFolder, realBrowser, textOf } from './browsers.ts'

const browser = realBrowser()
const own = ownTemporaryFolder()
const printer = createChromiumPrinter({ findBrowser: () => browser })

/** Hears of every connection, also of one that asks for nothing. */
const server = createServer((request, response) => {
  reached.push(request.url ?? '')
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.end('<p>from the network</p>')
})
const reached: string[] = []
server.on('connection', () => reached.push('a connection'))

let origin = ''
let secret = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  origin = `http://127.0.0.1:${address.port}`
  mkdirSync(join(own.folder, 'private'))
  const file = join(own.folder, 'private', 'secret.txt')
  writeFileSync(file, 'a secret of this computer')
  secret = pathToFileURL(file).href
})
afterAll(() => {
  server.close()
  own.remove()
})

const write = (word: string): string => `document.body.append('${word}')`

async function print(head: string, body: string): Promise<string> {
  const html = `<!doctype html><html><head><meta charset="utf-8">${head}</head><body><p>the report</p>${body}</body></html>`
  return await textOf(await printer.print(html))
}

describe('a page being printed', () => {
  it('reaches no network in any way', async () => {
    const text = await print(
      `<link rel="stylesheet" href="${origin}/style"><link rel="preload" as="image" href="${origin}/preload">
       <link rel="preconnect" href="${origin}"><link rel="prefetch" href="${origin}/prefetch">
       <link rel="icon" href="${origin}/icon"><link rel="manifest" href="${origin}/manifest">
       <link rel="dns-prefetch" href="//localhost"><base href="${origin}/">
       <style>@import "${origin}/import"; @font-face { font-family: Far; src: url(${origin}/font) }
       p { font-family: Far, serif; background: url(${origin}/background) }
       @page { @top-left { content: url(${origin}/margin) } }</style>`,
      `<img src="${origin}/image" srcset="${origin}/srcset 2x"><iframe src="${origin}/frame"></iframe>
       <iframe srcdoc="<img src='${origin}/inner'>"></iframe><object data="${origin}/object"></object>
       <embed src="${origin}/embed"><video src="${origin}/video" poster="${origin}/poster"></video>
       <svg><image href="${origin}/svg" /><use href="${origin}/use#x" /></svg>
       <script src="${origin}/script"></script><input type="image" src="${origin}/input">`,
    )
    expect(text).toContain('the report')
    expect(text).not.toContain('from the network')
    expect(reached).toEqual([])
  })

  it('stays on the page when a refresh would lead away from it', async () => {
    const text = await print(`<meta http-equiv="refresh" content="0;url=${origin}/refresh">`, '')
    expect(text).toContain('the report')
    expect(reached).toEqual([])
  })

  it('runs no script', async () => {
    const text = await print(
      `<script>document.write('from-head')</script>`,
      `<script>${write('from-body')}</script><script type="module">${write('from-module')}</script>
       <img src="data:," onerror="${write('from-error')}"><svg onload="${write('from-svg')}"></svg>
       <iframe src="javascript:parent.${write('from-frame')}"></iframe><details open ontoggle="${write('from-toggle')}">x</details>
       <iframe srcdoc="<script>document.write('from-inner')</script>"></iframe><noscript>scripts are off</noscript>`,
    )
    expect(text).toContain('scripts are off')
    expect(text).not.toContain('from-')
  })

  it('reads no file of this computer', async () => {
    const text = await print(
      `<link rel="stylesheet" href="${secret}"><style>@import "${secret}"</style>`,
      `<iframe src="${secret}"></iframe><object data="${secret}"></object><embed src="${secret}">
       <iframe src="file:///etc/passwd"></iframe><img src="${secret}"><iframe src="view-source:${secret}"></iframe>`,
    )
    expect(text).toContain('the report')
    expect(text).not.toContain('secret of this computer')
    expect(text).not.toContain('root:')
  })
})
