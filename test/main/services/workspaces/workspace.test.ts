import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'
import { freshFile, makeWorkspace } from '../../../helpers/workspace.ts'
import { openCore, openOn } from '../open-core.ts'

const folder = temporaryFolder('workspaces')

describe('a workspace', () => {
  it('says where it is and what it holds', async () => {
    const file = freshFile(folder)
    makeWorkspace(file)
    const { client } = openOn(file)
    const { id, ...info } = await client.call('workspace.info', {})
    expect(id).not.toBe('')
    expect(info).toEqual({
      path: file,
      name: 'team.nines',
      schemaVersion: 4,
      appVersion: '0.0.0-test',
      tasks: 1,
      trials: 6,
      backup: { lastAt: null, problem: null },
    })
  })

  it('is sound', async () => {
    const { client } = openCore()
    await client.call('sample.open', {})
    expect(await client.call('workspace.check', {})).toEqual({ sound: true, problems: [] })
  })

  it('is not sound when another program has torn it', async () => {
    const { client, file } = openCore()
    await client.call('task.create', { name: 'refunds' })
    await client.call('trial.log', { task: 'refunds', configuration: 'base', case: 'a', outcome: 'pass' })
    const other = new Database(file)
    other.pragma('foreign_keys = OFF')
    other.prepare('DELETE FROM configuration').run()
    other.close()
    const { sound, problems } = await client.call('workspace.check', {})
    expect(sound).toBe(false)
    expect(problems[0]).toMatch(/foreign key/)
  })

  it('that is none is refused before a core is there', () => {
    const file = join(dirname(freshFile(folder)), 'notes.txt')
    writeFileSync(file, 'my notes')
    expect(() => openOn(file)).toThrow('is not a Nines workspace')
  })
})
