import { describe, expect, it } from 'vitest'
import {
  essayUrl,
  indexUrl,
  isAppFrame,
  isAppUrl,
  isEmbedded,
  isExternalPage,
  isLocalRequest,
  isOwnDownload,
} from '../../../main/electron/policy.ts'
import { hostileUrls } from './hostile.ts'

describe('isAppUrl', () => {
  it.each([indexUrl, 'app://bundle/', 'app://bundle/index.html#/task/airline?x=1'])('knows %s', (url) =>
    expect(isAppUrl(url)).toBe(true),
  )
  it.each(hostileUrls)('does not take %j for the app', (url) => expect(isAppUrl(url)).toBe(false))
})

describe('isAppFrame', () => {
  const own = { origin: 'app://bundle', url: indexUrl, parent: null }

  it('knows the top frame of the app', () => expect(isAppFrame(own)).toBe(true))
  it.each([
    ['a frame that is gone', null],
    ['a subframe', { ...own, parent: own }],
    ['another origin', { ...own, origin: 'https://example.com' }],
    ['an opaque origin', { ...own, origin: 'null' }],
    ['a look-alike origin', { ...own, origin: 'app://bundle.evil' }],
    ['a file', { ...own, url: 'file:///index.html' }],
    ['a look-alike address', { ...own, url: 'app://bundle.evil/index.html' }],
    ['a report', { ...own, url: 'app://report/1.html' }],
  ])('does not trust %s', (_name, frame) => expect(isAppFrame(frame)).toBe(false))
})

describe('isOwnDownload', () => {
  it('knows what the page made', () => expect(isOwnDownload('blob:app://bundle/6f0e-11')).toBe(true))
  it.each([
    'blob:https://example.com/6f0e',
    'blob:app://bundle.evil/6f0e',
    'blob:null/6f0e',
    'app://bundle/index.html',
    'https://example.com/report.pdf',
    'data:application/pdf,x',
  ])('refuses %s', (url) => expect(isOwnDownload(url)).toBe(false))
})

describe('isExternalPage', () => {
  it('knows the listed page', () => expect(isExternalPage(essayUrl)).toBe(true))
  it.each([
    `${essayUrl}?x=1`,
    `${essayUrl}/more`,
    essayUrl.replace('https:', 'http:'),
    essayUrl.replace('.com', '.com.example'),
    'https://www.aisnakeoil.com/',
    'file:///etc/passwd',
    'smb://host/share',
  ])('refuses %s', (url) => expect(isExternalPage(url)).toBe(false))
})

describe('isLocalRequest', () => {
  it.each([indexUrl, 'blob:app://bundle/1', 'data:image/png,x', 'devtools://devtools/bundled/index.html'])(
    'lets %s through',
    (url) => expect(isLocalRequest(url)).toBe(true),
  )
  it.each([
    'https://example.com/',
    'http://localhost/',
    'ws://localhost/',
    'file:///etc/passwd',
    'ftp://x/',
    '',
  ])('stops %j', (url) => expect(isLocalRequest(url)).toBe(false))
})

describe('isEmbedded', () => {
  it.each([
    ['data:font/woff2;base64,AA', true],
    ['https://example.com/data:', false],
    ['database:x', false],
  ])('%s: %s', (url, embedded) => expect(isEmbedded(url)).toBe(embedded))
})
