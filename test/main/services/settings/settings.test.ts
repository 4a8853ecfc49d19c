import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'
import { freshFile } from '../../../helpers/workspace.ts'
import { openOn } from '../open-core.ts'

const folder = temporaryFolder('settings')

/** A place of its own for a settings file, with this content when some is given. */
function settingsFile(content?: string): string {
  const file = join(dirname(freshFile(folder)), 'settings.json')
  if (content !== undefined) writeFileSync(file, content)
  return file
}

function openWith(settings: string) {
  return openOn(freshFile(folder), settings)
}

const defaults = { language: null, theme: 'system', loggerName: null }
const mine = { language: 'ko', theme: 'dark', loggerName: '지우' } as const

describe('settings', () => {
  it('are the defaults while there is no file, and looking makes none', async () => {
    const file = settingsFile()
    const { client } = openWith(file)
    expect(await client.call('settings.get', {})).toEqual(defaults)
    expect(readdirSync(dirname(file))).toEqual([])
  })

  it('are kept for the next start, in a folder that is made for them', async () => {
    const file = join(dirname(settingsFile()), 'new', 'settings.json')
    const first = openWith(file)
    expect(await first.client.call('settings.set', mine)).toEqual(mine)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(mine)
    const second = openWith(file)
    expect(await second.client.call('settings.get', {})).toEqual(mine)
    // No draft is left beside the file.
    expect(readdirSync(dirname(file))).toEqual(['settings.json'])
  })

  it.each([
    ['broken JSON', '{"theme": "dark"'],
    ['nothing', ''],
    ['a list', '[1, 2]'],
    ['null', 'null'],
    ['another type in every field', '{"language": 1, "theme": {}, "loggerName": ["x"]}'],
  ])('fall back to the defaults when the file holds %s', async (_, content) => {
    const { client } = openWith(settingsFile(content))
    expect(await client.call('settings.get', {})).toEqual(defaults)
  })

  it('keep what can be read when a field is missing, unknown or of a newer kind', async () => {
    const content = '{"language": "ko", "theme": "sepia", "fontSize": 14}'
    const { client } = openWith(settingsFile(content))
    expect(await client.call('settings.get', {})).toEqual({ ...defaults, language: 'ko' })
  })

  it('fall back to the defaults when the file cannot be read', async () => {
    const file = settingsFile()
    mkdirSync(file)
    const { client } = openWith(file)
    expect(await client.call('settings.get', {})).toEqual(defaults)
  })

  it('that cannot be saved leave the old ones', async () => {
    const blocked = settingsFile('{"theme": "light"}')
    const { client } = openWith(join(blocked, 'settings.json'))
    await expect(client.call('settings.set', mine)).rejects.toMatchObject({
      code: 'output-unwritable',
      message: `The settings could not be saved to ${join(blocked, 'settings.json')}. The old ones stay. Check that you may write there and that the disk has room.`,
    })
    expect(readFileSync(blocked, 'utf8')).toBe('{"theme": "light"}')
  })

  it('change field by field: what is not named stays', async () => {
    const file = settingsFile('{"language": "ko", "theme": "light"}')
    const { client } = openWith(file)
    expect(await client.call('settings.set', { loggerName: '지우' })).toEqual({ ...mine, theme: 'light' })
    expect(await client.call('settings.set', { theme: 'dark' })).toEqual(mine)
    expect(await client.call('settings.set', { language: null })).toEqual({ ...mine, language: null })
    expect(await client.call('settings.set', {})).toEqual({ ...mine, language: null })
    expect(await client.call('settings.set', { loggerName: null })).toEqual({
      language: null,
      theme: 'dark',
      loggerName: null,
    })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      language: null,
      theme: 'dark',
      loggerName: null,
    })
  })

  it.each([
    ['an unknown language', { ...mine, language: 'de' }],
    ['an unknown theme', { ...mine, theme: 'sepia' }],
    ['a name of 201 characters', { ...mine, loggerName: 'x'.repeat(201) }],
    ['a field of another type', { language: 'ko', theme: null }],
  ])('are refused with %s', async (_, wanted) => {
    const file = settingsFile('{"theme": "light"}')
    const { core } = openWith(file)
    expect(await core.call('settings.set', wanted)).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect(readFileSync(file, 'utf8')).toBe('{"theme": "light"}')
  })
})
