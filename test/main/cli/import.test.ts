import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resourcesFolder } from '../../helpers/resources.ts'
import { contentsOf } from '../../helpers/workspace.ts'
import { answer, header, newPlace, type Place, run, succeed } from './run.ts'

async function placeWithTask(): Promise<Place> {
  const place = newPlace()
  await succeed(place, ['task', 'create', 'refunds'])
  return place
}

describe('nines import', () => {
  it('says what it wrote, and on standard error what it reads', async () => {
    const place = await placeWithTask()
    const file = place.file(
      'trials.csv',
      `${header},messages`,
      'a,base,1,pass,3',
      'a,base,2,fail,4',
      'b,base,1,pass,',
    )
    const { code, out, err } = await run(place, ['import', file, '--task', 'refunds'])
    expect({ code, err }).toEqual({ code: 0, err: `Reading ${file} …\n` })
    expect(out).toBe(
      [
        'trials.csv (csv): 3 rows, 2 cases, configurations: base. Columns left out: messages.',
        'Imported 3 trials into "refunds" (0 already there); planned repeats: 2.',
        'To undo it: nines import --undo 1',
        '',
      ].join('\n'),
    )
  })

  it('takes the real sample, and a second time adds nothing', async () => {
    const place = newPlace()
    const sample = join(resourcesFolder(), 'sample.csv')
    const words = ['import', sample, '--task', 'airline', '--create']
    expect(await answer(place, words)).toMatchObject({ added: 200, alreadyThere: 0, plannedRepeats: 4 })
    expect(await answer(place, words)).toMatchObject({ added: 0, alreadyThere: 200, committed: true })
    expect(await answer(place, ['task', 'list'])).toMatchObject([{ name: 'airline', trials: 200 }])
  })

  it('takes JSONL, told by its content or by --format', async () => {
    const place = await placeWithTask()
    const file = place.file('trials.log', '{"case": "a", "configuration": "base", "outcome": "pass"}')
    expect(await answer(place, ['import', file, '--task', 'refunds'])).toMatchObject({ format: 'jsonl' })
    const forced = ['import', file, '--task', 'refunds', '--format', 'jsonl']
    expect(await answer(place, forced)).toMatchObject({ format: 'jsonl', alreadyThere: 1 })
  })

  it('needs --create for a task that is not there', async () => {
    const place = await placeWithTask()
    const file = place.file('trials.csv', header, 'a,base,1,pass')
    const { code, out, err } = await run(place, ['import', file, '--task', 'refund'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('There is no task named "refund" in this workspace. It has "refunds".')
  })

  it('maps columns, leaves columns out, marks scores and names the configuration', async () => {
    const place = await placeWithTask()
    const file = place.file('trials.csv', 'Ticket,Points,colour', 'a,0.7,red', 'b,0.69,blue')
    const words = ['import', file, '--task', 'refunds', '--map', 'case=Ticket', '--map', 'score=Points']
    words.push('--ignore-column', 'colour', '--pass-mark', '0.7', '--configuration', 'base')
    expect(await answer(place, words)).toMatchObject({
      added: 2,
      outcomes: { pass: 1, fail: 1 },
      configurations: ['base'],
      columns: [
        { name: 'Ticket', field: 'case' },
        { name: 'Points', field: 'score' },
        { name: 'colour', field: null },
      ],
    })
  })
})

describe('a file with unusable rows', () => {
  const lines = [header, 'a,base,1,pass', 'a,base,2,maybe', ',base,1,pass', 'b,base,1,fail']

  it('is refused with line numbers, columns and reasons; nothing is imported', async () => {
    const place = await placeWithTask()
    const file = place.file('trials.csv', ...lines)
    const { code, out, err } = await run(place, ['import', file, '--task', 'refunds'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toBe(
      [
        `Reading ${file} …`,
        'trials.csv has 2 problems. Nothing was imported.',
        '  line 3, outcome: "maybe" is not one of pass, fail, error, void',
        '  line 4, case: the case is empty',
        'Mend the file, or map a column with --map field=column, or leave one out with --ignore-column NAME. Or import the usable rows with --skip-bad-rows.',
        '',
      ].join('\n'),
    )
    expect(await answer(place, ['task', 'list'])).toMatchObject([{ trials: 0 }])
  })

  it('makes no task either', async () => {
    const place = newPlace()
    const file = place.file('trials.csv', ...lines)
    const { code } = await run(place, ['import', file, '--task', 'refunds', '--create'])
    expect(code).toBe(1)
    expect(await answer(place, ['task', 'list'])).toEqual([])
  })

  it('is imported without them with --skip-bad-rows, which says what was left out', async () => {
    const place = await placeWithTask()
    const file = place.file('trials.csv', ...lines)
    const { code, out } = await run(place, ['import', file, '--task', 'refunds', '--skip-bad-rows'])
    expect(code).toBe(0)
    expect(out).toContain('Imported 2 trials into "refunds" (0 already there, 2 unusable)')
    expect(out).toContain('  line 3, outcome: "maybe" is not one of')
  })

  it('shows the first 20 problems and how many there are', async () => {
    const place = await placeWithTask()
    const bad = Array.from({ length: 25 }, (_, index) => `case ${index},base,1,maybe`)
    const file = place.file('trials.csv', header, ...bad)
    const { err } = await run(place, ['import', file, '--task', 'refunds'])
    expect(err.match(/^ {2}line /gm)).toHaveLength(20)
    expect(err).toContain('  … and 5 more; --dry-run --json lists the first 1,000\n')
    const { out } = await run(place, ['import', file, '--task', 'refunds', '--dry-run', '--json'])
    expect(JSON.parse(out)).toMatchObject({ problemCount: 25, blocking: true })
    expect(out.match(/"reason"/g)).toHaveLength(25)
  })

  it.each([
    ['a column is not known', [`${header},colour`, 'a,base,1,pass,red']],
    ['a column is there twice', [`${header},Outcome`, 'a,base,1,pass,fail']],
    ['a quote is never closed', [header, 'a,base,1,pass', 'b,base,1,"pass']],
    ['no row can be used', [header, 'a,base,1,maybe']],
  ])('is not advised to leave rows out where that does not help: %s', async (_, rows) => {
    const place = await placeWithTask()
    const file = place.file('trials.csv', ...rows)
    const words = ['import', file, '--task', 'refunds']
    for (const options of [[], ['--dry-run']]) {
      const { code, err } = await run(place, [...words, ...options])
      expect(code).toBe(1)
      expect(err).toContain('Mend the file, or map a column')
      expect(err).not.toContain('--skip-bad-rows')
    }
    const { code, err } = await run(place, [...words, '--skip-bad-rows', '--dry-run'])
    expect(code).toBe(1)
    expect(err).toContain('Leaving rows out does not help here.')
  })

  it('is advised to leave rows out in a dry run, too, where that helps', async () => {
    const place = await placeWithTask()
    const file = place.file('trials.csv', ...lines)
    const { err } = await run(place, ['import', file, '--task', 'refunds', '--dry-run'])
    expect(err).toContain('Or import the usable rows with --skip-bad-rows.')
  })

  it('is refused with --skip-bad-rows too when a whole column is not understood', async () => {
    const place = await placeWithTask()
    const file = place.file('trials.csv', `${header},colour`, 'a,base,1,pass,red')
    const { code, err } = await run(place, ['import', file, '--task', 'refunds', '--skip-bad-rows'])
    expect(code).toBe(1)
    expect(err).toContain('trials.csv has one problem. Nothing was imported.')
    expect(err).toContain('line 1, colour: column "colour" is not known')
    expect(err).toContain('Leaving rows out does not help here.')
    expect(err).not.toContain('--skip-bad-rows')
  })
})

describe('--dry-run', () => {
  it('says what would happen and writes nothing', async () => {
    const place = await placeWithTask()
    const file = place.file('trials.csv', header, 'a,base,1,pass')
    const before = contentsOf(place.folder)
    const { code, out } = await run(place, ['import', file, '--task', 'refunds', '--dry-run'])
    expect(code).toBe(0)
    expect(out).toContain('Would import 1 trials into "refunds"')
    const summary = await answer(place, ['import', file, '--task', 'new', '--create', '--dry-run'])
    expect(summary).toMatchObject({ added: 1, committed: false })
    expect(contentsOf(place.folder)).toEqual(before)
  })

  it('is heard with --quiet: it is what was asked for', async () => {
    const place = await placeWithTask()
    const file = place.file('trials.csv', header, 'a,base,1,pass')
    const words = ['import', file, '--task', 'refunds', '--dry-run', '--quiet']
    expect(await succeed(place, words)).toContain('Would import 1 trials')
  })

  it.each([
    ['rows that cannot be used', [header, 'a,base,1,maybe'], []],
    ['a column that is not known', [`${header},colour`, 'a,base,1,pass,red'], ['--skip-bad-rows']],
    ['no row that can be used', [header, 'a,base,1,maybe'], ['--skip-bad-rows']],
  ])('fails as the import would for %s', async (_, lines, options) => {
    const place = await placeWithTask()
    const file = place.file('trials.csv', ...lines)
    const words = ['import', file, '--task', 'refunds', ...options]
    const { code, out, err } = await run(place, [...words, '--dry-run'])
    expect(code).toBe(1)
    expect(out).toContain('Would import nothing into "refunds": one problem.\n  line ')
    expect(err).toContain('Nothing would be imported.')
    expect((await run(place, words)).code).toBe(1)
    const inJson = await run(place, [...words, '--dry-run', '--json'])
    expect(inJson.code).toBe(1)
    expect(JSON.parse(inJson.out)).toMatchObject({ problemCount: 1, committed: false })
  })
})

describe('a file that cannot be read', () => {
  it.each([
    ['is not there', 'missing.csv', 'there is no such file'],
    ['is a folder', 'folder', 'it is a folder'],
    ['lies below a file', join('notes.csv', 'trials.csv'), 'a part of the path is a file, not a folder'],
  ])('%s', async (_, name, reason) => {
    const place = await placeWithTask()
    mkdirSync(join(place.folder, 'folder'))
    place.file('notes.csv')
    const file = join(place.folder, name)
    const { code, out, err } = await run(place, ['import', file, '--task', 'refunds'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(`${file} cannot be read (${reason}). Nothing was imported. Check the path.`)
  })

  it.each([
    ['empty', '', 'the file is empty'],
    ['half a quoted field', `${header}\na,base,1,"pass\n`, 'never closed'],
    ['a JSON document', '[{"case": "a"}]', 'this is one JSON document'],
  ])('because it is %s', async (_, content, reason) => {
    const place = await placeWithTask()
    const file = place.file('trials.csv', ...content.split('\n'))
    const { code, out, err } = await run(place, ['import', file, '--task', 'refunds'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(reason)
    expect(err).toContain('Nothing was imported.')
  })
})

describe('wrong usage of import', () => {
  it.each([
    [['--format', 'inspect'], 'This version cannot read inspect files yet, only csv and jsonl.'],
    [['--format', 'xlsx'], 'The formats are auto, csv, jsonl.'],
    [['--map', 'case'], 'A mapping is field=column'],
    [['--pass-mark', 'high'], '--pass-mark'],
    [['--scorer', 'exact'], '--scorer'],
    [['--configuration', ' '], '--configuration'],
  ])('%j', async (options, named) => {
    const place = await placeWithTask()
    const file = place.file('trials.csv', header, 'a,base,1,pass')
    const { code, out, err } = await run(place, ['import', file, '--task', 'refunds', ...options])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(named)
    expect(await answer(place, ['task', 'list'])).toMatchObject([{ trials: 0 }])
    expect(readFileSync(file, 'utf8')).toBe(`${header}\na,base,1,pass\n`)
  })
})
