import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { writeWholeFile } from '../../../main/whole-file.ts'
import { answer, newPlace, type Place, run, succeed } from './run.ts'

// The real one, unless a test fills the disk.
vi.mock('../../../main/whole-file.ts', { spy: true })

const task = '환불 처리'
const told = z.looseObject({ setup: z.unknown() })
const exported = ['export', '--task', task, '--out']

/** A task whose trials say what files break on. */
async function placeWithTrials(): Promise<Place> {
  const place = newPlace()
  await succeed(place, ['task', 'create', task, '--repeats', '2', '--level', 'Alone=90%'])
  for (const configuration of ['base', '=1+1']) {
    for (const label of ['첫째', 'b, "c"']) {
      const log = ['log', '--task', task, '--configuration', configuration, '--case', label]
      await succeed(place, [
        ...log,
        '--pass',
        '--cost',
        '0.1',
        '--latency',
        '1.5',
        '--note',
        '-느림\n둘째 줄',
      ])
      await succeed(place, [...log, '--fail', '--cause', 'tool-error', '--verifier', 'reject'])
    }
  }
  return place
}

describe('nines export', () => {
  it.each(['trials.csv', 'out/trials.JSONL'])('writes %s, which comes back without loss', async (name) => {
    const place = await placeWithTrials()
    const out = join(place.folder, name)
    const bytes = (): number => readFileSync(out).length
    const { code, out: said } = await run(place, [...exported, out])
    expect(code).toBe(0)
    expect(said).toBe(`Wrote ${out} (8 trials, ${Math.ceil(bytes() / 1000)} kB).\n`)
    expect(await answer(place, [...exported, out])).toEqual({ file: out, bytes: bytes(), trials: 8 })
    const copy = ['--workspace', join(place.folder, 'copy.nines')]
    // JSONL says how the task was set up; CSV cannot.
    const isCarried = name.endsWith('JSONL')
    if (!isCarried) {
      await succeed(place, ['task', 'create', task, '--repeats', '2', '--level', 'Alone=90%', ...copy])
    }
    const done = await run(place, ['import', out, '--task', task, '--create', ...copy])
    expect(done.code).toBe(0)
    expect(done.out.includes(`The task "${task}" is set up as the file says`)).toBe(isCarried)
    const assess = ['assess', '--task', task, '--configuration', '=1+1']
    expect(await answer(place, [...assess, ...copy])).toEqual(await answer(place, assess))
    const again = join(place.folder, `again.${name.slice(-5).replace(/^.*\./u, '')}`)
    await succeed(place, [...exported, again, '--quiet', ...copy])
    expect(readFileSync(again).equals(readFileSync(out))).toBe(true)
  })

  it('writes the trials of one configuration', async () => {
    const place = await placeWithTrials()
    const out = join(place.folder, 'base.jsonl')
    await succeed(place, [...exported, out, '--configuration', 'base', '--quiet'])
    const rows = readFileSync(out, 'utf8').trimEnd().split('\n')
    expect(rows).toHaveLength(4)
    const at = '2026-03-01T09:00:00.000Z'
    const { setup, ...trial } = told.parse(JSON.parse(rows[0] ?? ''))
    expect(setup).toMatchObject({
      task: { plannedRepeats: 2, target: 'Alone', levels: [{ name: 'Alone', required: 0.9 }] },
      configurations: [{ name: 'base', parameters: {} }],
      planChanges: [],
    })
    expect(trial).toEqual({
      case: '첫째',
      configuration: 'base',
      repeat: 1,
      outcome: 'pass',
      latency_ms: 1500,
      cost_usd: 0.1,
      logged_at: at,
      note: '-느림\n둘째 줄',
    })
  })

  it.each([
    ['trials.txt', 'not ".txt"'],
    ['trials', 'must end in .csv or .jsonl'],
  ])('refuses --out %s before anything is opened', async (name, sentence) => {
    const place = newPlace()
    const { code, out, err } = await run(place, [...exported, join(place.folder, name)])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
    expect(readdirSync(place.folder)).toEqual([])
  })

  it.each([
    ['there is no such task', ['export', '--task', 'orders', '--out'], 'There is no task named "orders"'],
    ['there is no such configuration', [...exported.slice(0, 3), '--configuration', 'x', '--out'], 'It has'],
  ])('writes nothing when %s', async (_, words, sentence) => {
    const place = await placeWithTrials()
    const out = join(place.folder, 'trials.csv')
    const { code, err } = await run(place, [...words, out])
    expect(code).toBe(1)
    expect(err).toContain(sentence)
    expect(existsSync(out)).toBe(false)
  })
})

describe('an export that cannot be written', () => {
  it.each([
    ['is a folder', 'it is a folder', 'taken.csv'],
    ['lies below a file', 'a part of the path is a file, not a folder', join('notes.txt', 'trials.csv')],
  ])('because its place %s leaves everything as it was', async (_, reason, name) => {
    const place = await placeWithTrials()
    mkdirSync(join(place.folder, 'taken.csv'))
    writeFileSync(join(place.folder, 'notes.txt'), 'my notes')
    const before = readdirSync(place.folder)
    const out = join(place.folder, name)
    // Without it, a slow machine would also say how far it is.
    const written = await run(place, [...exported, out, '--quiet'])
    expect({ code: written.code, out: written.out }).toEqual({ code: 1, out: '' })
    expect(written.err).toBe(
      `${out} cannot be written (${reason}). Nothing was written. Check the folder, or choose another place with --out.\n`,
    )
    expect(readdirSync(place.folder)).toEqual(before)
    expect(readFileSync(join(place.folder, 'notes.txt'), 'utf8')).toBe('my notes')
  })

  it('because the disk is full leaves the old one', async () => {
    const place = await placeWithTrials()
    const out = join(place.folder, 'trials.csv')
    writeFileSync(out, 'the old one')
    vi.mocked(writeWholeFile).mockImplementationOnce(() => {
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
    })
    const { code, err } = await run(place, [...exported, out])
    expect(code).toBe(1)
    expect(err).toContain(`There is no room left on the disk for ${out}. Nothing was written`)
    expect(readFileSync(out, 'utf8')).toBe('the old one')
  })
})
