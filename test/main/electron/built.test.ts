import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandEntries } from '../../../shared/commands/entries.ts'
import { contentPolicy } from '../../../main/hosting/content-policy.ts'
import { bootBuilt, needBuilt, projectFolder, type BootReport } from './run-built.ts'

const dist = join(projectFolder, 'dist')
const folder = mkdtempSync(join(tmpdir(), 'nines-built-'))
afterAll(() => rmSync(folder, { recursive: true }))

const newTask = { name: 'Refunds 환불', plannedCases: 50, plannedRepeats: 4 }
let first: BootReport
let second: BootReport

beforeAll(() => {
  needBuilt(dist)
  first = bootBuilt(dist, folder, [
    ['task.create', newTask],
    ['task.list', {}],
    ['no.such.operation', {}],
  ])
  second = bootBuilt(dist, folder, [['task.list', {}]])
}, 60_000)

describe('the built app', () => {
  it('settles before Electron is ready, and opens no window until then', () => {
    expect(first.settledBeforeReady).toBe(true)
    expect(first.windowsBeforeReady).toBe(0)
    expect(first.errorBoxes).toEqual([])
  })

  it('names a preload that is there and requires electron only', () => {
    expect(first.preload?.exists).toBe(true)
    expect(first.preload?.path.endsWith('.cjs')).toBe(true)
    expect(new Set(first.preload?.requires)).toEqual(new Set(['electron']))
  })

  it('serves every file that its page names, under the content policy', () => {
    expect(first.page?.contentPolicy).toBe(contentPolicy)
    const assets = first.page?.assets ?? []
    expect(assets.filter((asset) => asset.status !== 200 || asset.byteLength === 0)).toEqual([])
    const mimeTypes = assets.map((asset) => asset.mimeType)
    expect(mimeTypes).toContain('text/javascript; charset=utf-8')
    expect(mimeTypes).toContain('text/css; charset=utf-8')
  })

  it('sends the window the commands of its menu, each of which the window knows', () => {
    const sent = first.commandsSent ?? []
    expect(sent.map(([channel]) => channel)).toEqual(sent.map(() => 'nines:command'))
    expect(sent.map(([, id]) => id).toSorted()).toEqual(
      commandEntries.flatMap(({ id, menu }) => (menu === null ? [] : [id])).toSorted(),
    )
  })

  it('has nothing inline in its page that the content policy would stop', () => {
    const html = readFileSync(join(dist, 'renderer', 'index.html'), 'utf8')
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|(?:src|href)="(?:data|https?|javascript):/)
  })
})

describe('the round trip through the window’s channel', () => {
  it('creates a task and lists it', () => {
    expect(first.replies?.[0]).toMatchObject({ ok: true, value: newTask })
    expect(first.replies?.[1]).toMatchObject({ ok: true, value: [{ name: newTask.name }] })
  })

  it('answers an unknown operation with a failure', () => {
    expect(first.replies?.[2]).toMatchObject({ ok: false, error: { code: 'unknown-operation' } })
  })

  it('is in a SQLite file, and there at the next start', () => {
    const file = readFileSync(join(folder, 'workspace.nines'))
    expect(file.subarray(0, 15).toString('latin1')).toBe('SQLite format 3')
    expect(second.replies?.[0]).toMatchObject({ ok: true, value: [{ name: newTask.name }] })
  })
})

describe('a workspace that is none', () => {
  it('is told in a dialog, kept as it is, and ends the app with code 1', () => {
    const other = mkdtempSync(join(folder, 'foreign-'))
    const file = join(other, 'workspace.nines')
    const text = 'These are somebody’s notes. '.repeat(100)
    writeFileSync(file, text)
    const report = bootBuilt(dist, other, [])
    expect(report.exitCodes).toEqual([1])
    expect(report.errorBoxes).toHaveLength(1)
    expect(report.errorBoxes[0]?.content).toContain('workspace.nines')
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})
