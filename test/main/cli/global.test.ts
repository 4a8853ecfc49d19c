import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Cancelled } from '../../../shared/domain/failure.ts'
import { answer, newPlace, run, succeed } from './run.ts'

describe('nines', () => {
  it('prints its version and nothing else', async () => {
    expect(await succeed(newPlace(), ['--version'])).toBe('1.2.3\n')
  })

  it('prints help with every command', async () => {
    const help = await succeed(newPlace(), ['--help'])
    for (const command of ['demo', 'task', 'import', 'log', 'assess', 'report', 'serve', 'doctor']) {
      expect(help).toMatch(new RegExp(`^  ${command}\\b`, 'm'))
    }
    for (const option of ['--workspace', '--json', '--quiet', '--help', '--version']) {
      expect(help).toContain(option)
    }
  })

  it.each([['task', 'create'], ['import'], ['assess'], ['report'], ['log'], ['serve'], ['demo'], ['doctor']])(
    'prints help for %s %s',
    async (...command) => {
      const help = await succeed(newPlace(), [...command, '--help'])
      expect(help).toContain(`Usage: nines ${command.join(' ')}`)
    },
  )

  it.each([{ words: [] }, { words: ['task'] }, { words: ['--json'] }])(
    'with $words.length words that say no command shows what there is and fails',
    async ({ words }) => {
      const { code, out, err } = await run(newPlace(), words)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain('Usage: nines')
    },
  )

  it('makes no workspace for a mistake in the words', async () => {
    const place = newPlace()
    await run(place, ['asess'])
    await run(place, ['task', 'create', 'x', '--repeats', 'many'])
    await run(place, ['log', '--task', 'x', '--case', 'a', '--configuration', 'b'])
    expect(existsSync(place.workspace)).toBe(false)
  })

  it.each([
    [['asess'], "unknown command 'asess'", 'assess'],
    [['task', 'craete'], "unknown command 'craete'", 'create'],
    [['assess', '--task', 'x', '--gat'], "unknown option '--gat'", '--gate'],
  ])('suggests what %j may have meant', async (words, what, suggestion) => {
    const { code, out, err } = await run(newPlace(), words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(what)
    expect(err).toContain(`Did you mean ${suggestion}?`)
    expect(err).toContain('(see --help)')
  })

  it.each([
    [['doctor', 'twice'], 'too many arguments'],
    [['assess'], '--task <name>'],
    [['import', '--task', 'x'], 'file'],
    [['report', '--task', 'x'], '--out <file>'],
    [['--workspace'], '--workspace <file>'],
    [['--workspace', '', 'doctor'], '--workspace <file>'],
  ])('names what is wrong with %j', async (words, named) => {
    const { code, out, err } = await run(newPlace(), words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(named)
  })
})

describe('global options', () => {
  it('count before and after the command', async () => {
    const place = newPlace()
    const other = join(place.folder, 'other.nines')
    await succeed(place, ['task', 'create', 'refunds'])
    await succeed(place, ['--workspace', other, 'task', 'create', 'orders'])
    const lists: readonly (readonly string[])[] = [
      ['--json', '--workspace', other, 'task', 'list'],
      ['task', '--json', '--workspace', other, 'list'],
      ['task', 'list', '--json', '--workspace', other],
      ['--workspace', other, 'task', 'list', '--json'],
      ['task', 'list', `--workspace=${other}`, '--json'],
    ]
    for (const words of lists) {
      expect(JSON.parse(await succeed(place, words))).toMatchObject([{ name: 'orders' }])
    }
    expect(await answer(place, ['task', 'list'])).toMatchObject([{ name: 'refunds' }])
  })

  it('--quiet leaves out what a command did, not what it was asked for', async () => {
    const place = newPlace()
    expect(await succeed(place, ['task', 'create', 'refunds', '--quiet'])).toBe('')
    const log = ['log', '--task', 'refunds', '--case', 'a', '--configuration', 'base', '--pass']
    expect(await succeed(place, ['--quiet', ...log])).toBe('')
    const file = place.file('trials.csv', 'case,configuration,outcome', 'b,base,pass')
    expect(await succeed(place, ['import', file, '--task', 'refunds', '--quiet'])).toBe('')
    const out = join(place.folder, 'report.html')
    expect(await succeed(place, ['report', '--task', 'refunds', '--out', out, '--quiet'])).toBe('')
    expect(existsSync(out)).toBe(true)
    expect(await succeed(place, ['task', 'list', '--quiet'])).toContain('refunds')
    expect(await succeed(place, ['assess', '--task', 'refunds', '--quiet'])).toContain('refunds · base')
    expect(await succeed(place, ['--quiet', 'doctor'])).toContain('sound')
    expect(await answer(place, ['--quiet', ...log])).toMatchObject({ case: 'a', repeat: 2 })
  })

  it('--quiet does not hide errors', async () => {
    const { code, err } = await run(newPlace(), ['task', 'show', 'refunds', '--quiet'])
    expect(code).toBe(1)
    expect(err).toContain('There is no task named "refunds"')
  })

  it('--json leaves standard output empty when there is no result', async () => {
    const place = newPlace()
    for (const words of [['task', 'show', 'refunds'], ['asess'], ['log', '--task', 'x']]) {
      const { code, out, err } = await run(place, [...words, '--json'])
      expect(code).toBeGreaterThan(0)
      expect(out).toBe('')
      expect(err).not.toBe('')
    }
  })
})

describe('exit codes', () => {
  it('1 for a failure, with the sentence on standard error alone', async () => {
    const { code, out, err } = await run(newPlace(), ['task', 'show', 'refunds'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toBe('There is no task named "refunds" in this workspace. This workspace has no task yet.\n')
  })

  it('1 for a bug, without its message', async () => {
    const { code, out, err } = await run(newPlace(), ['task', 'list'], {
      openCore: () => ({
        call: async () => ({
          ok: false,
          error: { kind: 'bug', message: 'The log has the details under reference 12ab.', reference: '12ab' },
        }),
        close: () => undefined,
      }),
    })
    expect({ code, out, err }).toEqual({
      code: 1,
      out: '',
      err: 'The log has the details under reference 12ab.\n',
    })
  })

  it('130 for what was interrupted', async () => {
    const { code, out, err } = await run(newPlace(), ['task', 'list'], {
      openCore: () => ({ call: () => Promise.reject(new Cancelled()), close: () => undefined }),
    })
    expect({ code, out, err }).toEqual({ code: 130, out: '', err: 'Cancelled. Nothing was changed.\n' })
  })

  it('always closes the workspace', async () => {
    const closed: string[] = []
    await run(newPlace(), ['task', 'list'], {
      openCore: () => ({
        call: () => Promise.reject(new Error('broken')),
        close: () => closed.push('closed'),
      }),
    })
    expect(closed).toEqual(['closed'])
  })
})

describe('names that come from files', () => {
  it('cannot steer the terminal, also where colours are shown', async () => {
    const place = newPlace()
    const evil = 'evil\u001B[2J\u001B[32mname\u009B0m'
    const log = ['log', '--task', 'refunds', '--case', evil, '--configuration', evil, '--fail']
    await succeed(place, ['task', 'create', 'refunds', '--level', `${evil}=0.5`])
    await succeed(place, log)
    await succeed(place, ['task', 'create', evil])
    for (const words of [
      ['task', 'list'],
      ['task', 'show', 'refunds'],
      ['task', 'show', evil],
      ['assess', '--task', 'refunds'],
      log,
    ]) {
      // Without colour `run` accepts no escape at all; with colour only the verdict's own may remain.
      await succeed(place, words)
      const { out } = await run(place, words, { colour: true })
      const own = ['\u001B[1;31m', '\u001B[1;32m', '\u001B[1;35m', '\u001B[0m']
      const rest = own.reduce((text, code) => text.replaceAll(code, ''), out)
      expect(rest).not.toContain('\u001B')
      expect(rest).not.toContain('\u009B')
    }
    const { err } = await run(place, ['task', 'show', `${evil}!`])
    expect(err).toContain('There is no task named')
  })

  it('cannot break a table into pieces', async () => {
    const place = newPlace()
    await succeed(place, ['task', 'create', 'two\nlines\tand a tab'])
    expect((await succeed(place, ['task', 'list'])).split('\n')).toHaveLength(3)
  })

  it('are whole in JSON', async () => {
    const place = newPlace()
    const evil = 'evil\u001B[2Jname'
    await succeed(place, ['task', 'create', evil])
    expect(await answer(place, ['task', 'list'])).toMatchObject([{ name: evil }])
  })
})
