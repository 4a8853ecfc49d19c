import { chmodSync, existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { makeWorkspace, sha256 } from '../../helpers/workspace.ts'
import { newPlace, run, succeed } from './run.ts'

const reading: readonly { readonly words: readonly string[] }[] = [
  { words: ['task', 'list'] },
  { words: ['task', 'show', 'refunds'] },
  { words: ['assess', '--task', 'refunds'] },
  { words: ['report', '--task', 'refunds', '--out', 'report.html'] },
  { words: ['log', '--task', 'refunds', '--case', 'a', '--configuration', 'base', '--pass'] },
  { words: ['doctor'] },
]

describe('a workspace that is named and not there', () => {
  it.each(reading)('is not made by $words.0 $words.1', async ({ words }) => {
    const place = newPlace()
    const file = join(place.folder, 'missing', 'team.nines')
    const { code, out, err } = await run(place, [...words, '--workspace', file])
    expect(code).toBe(1)
    expect(err + out).toContain(
      `There is no workspace ${file}. Nothing was made. Check the path, or make it: nines task create NAME --workspace ${file}`,
    )
    expect(readdirSync(place.folder)).toEqual([])
  })

  it('is not made by an import into a task that would have to be there', async () => {
    const place = newPlace()
    const trials = place.file('trials.csv', 'case,configuration,outcome', 'a,base,pass')
    const file = join(place.folder, 'missing.nines')
    const { code, err } = await run(place, ['import', trials, '--task', 'refunds', '--workspace', file])
    expect(code).toBe(1)
    expect(err).toContain('There is no workspace')
    expect(existsSync(file)).toBe(false)
  })

  it.each([[['task', 'create', 'refunds']], [['import', 'trials.csv', '--task', 'refunds', '--create']]])(
    'is made by %j, with its folder',
    async (words) => {
      const place = newPlace()
      const trials = place.file('trials.csv', 'case,configuration,outcome', 'a,base,pass')
      const file = join(place.folder, 'new folder', 'team.nines')
      const given = words.map((word) => (word === 'trials.csv' ? trials : word))
      const { code } = await run(place, [...given, '--workspace', file])
      expect(code).toBe(0)
      expect(existsSync(file)).toBe(true)
    },
  )

  it('is not looked for when NINES_WORKSPACE names it either', async () => {
    const place = newPlace()
    const { code, err } = await run(place, ['task', 'list'], {
      environment: { NINES_WORKSPACE: place.workspace },
    })
    expect(code).toBe(1)
    expect(err).toContain(`There is no workspace ${place.workspace}.`)
  })

  it('is made without a word when it is the one of the app', async () => {
    const place = newPlace()
    expect(await succeed(place, ['task', 'list'])).toBe(
      'No task yet. Create one with nines task create NAME, or look at the sample with nines demo.\n',
    )
    expect(existsSync(place.workspace)).toBe(true)
  })
})

describe('a workspace that cannot be used', () => {
  it.each(reading)('another file is refused by $words.0 $words.1 and left as it is', async ({ words }) => {
    const place = newPlace()
    const file = place.file('notes.txt', 'my notes')
    const { code, out, err } = await run(place, [...words, '--workspace', file])
    expect(code).toBe(1)
    expect(out + err).toContain(`${file} is not a Nines workspace. It was left untouched.`)
    expect(readFileSync(file, 'utf8')).toBe('my notes\n')
    expect(readdirSync(place.folder)).toEqual(['notes.txt'])
  })

  it('the database of another program is refused and left as it is', async () => {
    const place = newPlace()
    const file = join(place.folder, 'other.db')
    const database = new Database(file)
    database.exec('CREATE TABLE mine (id INTEGER)')
    database.close()
    const before = sha256(file)
    const { code, err } = await run(place, ['task', 'create', 'refunds', '--workspace', file])
    expect(code).toBe(1)
    expect(err).toContain('is not a Nines workspace')
    expect(sha256(file)).toBe(before)
  })

  it('a folder is refused', async () => {
    const place = newPlace()
    const { code, err } = await run(place, ['task', 'create', 'refunds', '--workspace', place.folder])
    expect(code).toBe(1)
    expect(err).toContain('is not a Nines workspace')
  })

  it('one below a file is out of reach', async () => {
    const place = newPlace()
    const notes = place.file('notes.txt', 'my notes')
    const { code, err } = await run(place, [
      'task',
      'create',
      'refunds',
      '--workspace',
      join(notes, 'team.nines'),
    ])
    expect(code).toBe(1)
    expect(err).toContain('Nothing was changed.')
  })

  it('one that is marked read-only is refused and left as it is', async () => {
    const place = newPlace()
    makeWorkspace(place.workspace)
    chmodSync(place.workspace, 0o444)
    const before = sha256(place.workspace)
    const words = ['log', '--task', 'refunds', '--case', 'a', '--configuration', 'base', '--pass']
    const { code, err } = await run(place, words)
    expect(code).toBe(1)
    expect(err).toContain('may not be written to. Nothing was changed.')
    expect(sha256(place.workspace)).toBe(before)
  })
})
