import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeWorkspace } from '../../../helpers/workspace.ts'
import { failureOf, openCore, openOn } from '../open-core.ts'

/** A core with one task, and the path of a file beside its workspace. */
async function openWithTask() {
  const opened = openCore()
  await opened.client.call('task.create', { name: 'refunds' })
  return { ...opened, beside: (name: string) => join(dirname(opened.file), name) }
}

describe('a workspace to open', () => {
  it.each([
    ['a name alone', () => 'other.nines', 'bad-input'],
    ['a path from here on', () => './other.nines', 'bad-input'],
    ['a file with another ending', (folder: string) => join(folder, 'settings.json'), 'bad-input'],
    ['one that is gone', (folder: string) => join(folder, 'gone.nines'), 'workspace-not-found'],
    ['a folder', (folder: string) => join(folder, 'folder.nines'), 'workspace-foreign'],
    ['something else', (folder: string) => join(folder, 'notes.nines'), 'workspace-foreign'],
    ['a path with a control character', (folder: string) => join(folder, 'a\u0000b.nines'), 'bad-input'],
  ])('that is %s is refused, and the present one stays open', async (_what, pathIn, code) => {
    const { client, file, beside } = await openWithTask()
    mkdirSync(beside('folder.nines'))
    writeFileSync(beside('notes.nines'), 'my notes')
    const before = await client.call('workspace.info', {})
    expect((await failureOf(client.call('workspace.open', { path: pathIn(dirname(file)) }))).code).toBe(code)
    expect(await client.call('workspace.info', {})).toEqual(before)
    await client.call('task.create', { name: 'billing' })
    expect(readFileSync(beside('notes.nines'), 'utf8')).toBe('my notes')
  })

  it('may be the present one by another name: nothing happens', async () => {
    const { client, file, beside } = await openWithTask()
    symlinkSync(file, beside('link.nines'))
    const before = await client.call('workspace.info', {})
    expect(await client.call('workspace.open', { path: beside('link.nines') })).toEqual(before)
  })

  it('is brought up to date like any other, and what was left stays whole', async () => {
    const { client, file, beside } = await openWithTask()
    makeWorkspace(beside('other.nines'))
    expect(await client.call('workspace.open', { path: beside('other.nines') })).toMatchObject({ trials: 6 })
    await client.call('task.create', { name: 'in the other' })
    await client.call('workspace.open', { path: file })
    expect(await client.call('task.list', {})).toMatchObject([{ name: 'refunds' }])
    expect(await client.call('workspace.check', {})).toEqual({ sound: true, problems: [] })
  })

  it('is closed as soon as it was left: its log is folded away', async () => {
    const { client, file, beside } = await openWithTask()
    expect(existsSync(`${file}-wal`)).toBe(true)
    await client.call('workspace.create', { path: beside('other.nines') })
    await expect.poll(() => existsSync(`${file}-wal`)).toBe(false)
  })

  it('takes nothing over from what is under way in the one that is left, and half of nothing stays there', async () => {
    const { client, file, beside } = await openWithTask()
    const csv = [
      'case,configuration,outcome',
      ...Array.from({ length: 3000 }, (_, n) => `c${n},x,pass`),
    ].join('\n')
    const importing = Promise.allSettled([
      client.call('import.commit', { task: 'refunds', fileName: 'run.csv', contentBase64: btoa(csv) }),
    ])
    await client.call('workspace.create', { path: beside('other.nines') })
    const [imported] = await importing
    expect(await client.call('workspace.info', {})).toMatchObject({ trials: 0 })
    await client.call('workspace.open', { path: file })
    const trials = imported.status === 'fulfilled' ? 3000 : 0
    expect(await client.call('workspace.info', {})).toMatchObject({ trials })
  })
})

describe('a new workspace', () => {
  it('is not made where there is a file or no folder', async () => {
    const { client, file, beside } = await openWithTask()
    expect((await failureOf(client.call('workspace.create', { path: file }))).code).toBe('workspace-exists')
    const nowhere = join(beside('no-folder'), 'new.nines')
    expect((await failureOf(client.call('workspace.create', { path: nowhere }))).code).toBe(
      'workspace-unreachable',
    )
    expect(existsSync(beside('no-folder'))).toBe(false)
    expect(await client.call('workspace.info', {})).toMatchObject({ path: file, tasks: 1 })
  })
})

describe('the recent workspaces', () => {
  it('are the same for every program of one person, and say which are gone', async () => {
    const { client, file, settingsFile, beside } = await openWithTask()
    await client.call('workspace.create', { path: beside('other.nines') })
    makeWorkspace(beside('never opened.nines'))
    const elsewhere = openOn(beside('never opened.nines'), settingsFile)
    await client.call('workspace.open', { path: file })
    rmSync(beside('other.nines'))
    const { workspaces } = await elsewhere.client.call('workspace.recent', {})
    expect(workspaces.map(({ name, tasks, isThere, isOpen }) => [name, tasks, isThere, isOpen])).toEqual([
      ['team.nines', 1, true, false],
      ['other.nines', 0, false, false],
      ['never opened.nines', null, true, true],
    ])
  })

  it('are none when their list cannot be read, and are kept anew', async () => {
    const { client, file, beside } = await openWithTask()
    writeFileSync(beside('recent.json'), '{"not": "a list"')
    const { workspaces } = await client.call('workspace.recent', {})
    expect(workspaces).toMatchObject([{ path: file, openedAt: null, isOpen: true }])
    writeFileSync(
      beside('recent.json'),
      JSON.stringify([{ path: 3 }, 'x', { path: '/a.nines', openedAt: 'x' }]),
    )
    await client.call('workspace.open', { path: file })
    expect((await client.call('workspace.recent', {})).workspaces).toMatchObject([{ path: file }])
  })

  it('are twenty at most', async () => {
    const { client, beside } = await openWithTask()
    for (let index = 0; index < 25; index += 1) {
      makeWorkspace(beside(`x${index}.nines`))
      await client.call('workspace.open', { path: beside(`x${index}.nines`) })
    }
    const { workspaces } = await client.call('workspace.recent', {})
    expect(workspaces.filter(({ openedAt }) => openedAt !== null)).toHaveLength(20)
    expect(workspaces[0]?.name).toBe('x24.nines')
  })
})
