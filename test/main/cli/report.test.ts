import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { writeWholeFile } from '../../../main/whole-file.ts'
import { answer, newPlace, type Place, run, succeed } from './run.ts'

// The real one, unless a test fills the disk.
vi.mock('../../../main/whole-file.ts', { spy: true })

/** Whether this user may put a small disk somewhere, as root may. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = mkdtempSync(join(tmpdir(), 'nines-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder])
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function placeWithTrial(): Promise<Place> {
  const place = newPlace()
  await succeed(place, ['task', 'create', '환불 처리'])
  await succeed(place, ['log', '--task', '환불 처리', '--configuration', 'base', '--case', 'a', '--pass'])
  return place
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}

function decoded(html: string): string {
  return html.replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity)
}

/** What a shell makes of a command line: its words, one a line. */
function shellWords(command: string): readonly string[] {
  const { stdout } = spawnSync('sh', ['-c', `printf '%s\\n' ${command}`], { encoding: 'utf8' })
  return stdout.trimEnd().split('\n')
}

const report = ['report', '--task', '환불 처리', '--out']

describe('nines report', () => {
  it('writes HTML and says where and how much', async () => {
    const place = await placeWithTrial()
    const out = join(place.folder, 'reports', 'report.html')
    const said = await succeed(place, [...report, out])
    const page = readFileSync(out, 'utf8')
    expect(page).toMatch(/^<!doctype html><html lang="en"/i)
    expect(page).toContain('환불 처리')
    expect(said).toBe(`Wrote ${out} (${Math.ceil(Buffer.byteLength(page) / 1000)} kB).\n`)
    expect(await answer(place, [...report, out])).toEqual({ file: out, bytes: Buffer.byteLength(page) })
  })

  it('writes PDF, having warmed the printer up', async () => {
    const place = await placeWithTrial()
    const out = join(place.folder, 'report.PDF')
    const warmPrinter = vi.fn<() => void>()
    await succeed(place, [...report, out], { warmPrinter })
    expect(warmPrinter).toHaveBeenCalledOnce()
    expect(readFileSync(out, 'latin1')).toMatch(/^%PDF-/)
  })

  it('does not warm a printer up for HTML', async () => {
    const place = await placeWithTrial()
    const warmPrinter = vi.fn<() => void>()
    await succeed(place, [...report, join(place.folder, 'report.htm')], { warmPrinter })
    expect(warmPrinter).not.toHaveBeenCalled()
  })

  it('is in Korean on request', async () => {
    const place = await placeWithTrial()
    const out = join(place.folder, 'report.html')
    await succeed(place, [...report, out, '--language', 'ko'])
    expect(readFileSync(out, 'utf8')).toMatch(/<html lang="ko"/)
  })

  it('prints the command that computes its assessment again', async () => {
    const place = newPlace()
    const task = "It's 환불, $HOME & `more`"
    const configuration = '-first "try" \\ 100%'
    await succeed(place, ['task', 'create', task])
    for (const name of [configuration, 'another']) {
      await succeed(place, ['log', '--task', task, `--configuration=${name}`, '--case', 'a', '--pass'])
    }
    const out = join(place.folder, 'report.html')
    const about = ['--task', task, `--configuration=${configuration}`, '--level', 'Assist']
    await succeed(place, ['report', ...about, '--scope', 'these-cases', '--out', out])
    const [, command = ''] = /<code>(nines assess.*?)<\/code>/s.exec(readFileSync(out, 'utf8')) ?? []
    const words = shellWords(decoded(command.replaceAll(/<[^>]*>/g, '')))
    expect(words.slice(0, 2)).toEqual(['nines', 'assess'])
    const again = await answer(
      place,
      words.slice(1).filter((each) => each !== '--json'),
    )
    expect(again).toMatchObject({
      task,
      configuration,
      scope: 'these-cases',
      bottleneck: { level: 'Assist' },
    })
    const { dataFingerprint } = z.object({ dataFingerprint: z.string() }).parse(again)
    expect(readFileSync(out, 'utf8')).toContain(dataFingerprint)
  })

  it('is about the level and the scope that are asked for', async () => {
    const place = await placeWithTrial()
    const out = join(place.folder, 'report.html')
    const words = (): string => readFileSync(out, 'utf8').replaceAll(/<[^>]*>/g, '')
    await succeed(place, [...report, out])
    expect(words()).toContain('for Unattended (99%).')
    await succeed(place, [...report, out, '--level', 'Assist', '--scope', 'these-cases'])
    expect(words()).toContain('for Assist (80%).')
    expect(words()).not.toContain('for Unattended (99%).')
  })

  it('has the options of a report', async () => {
    const place = await placeWithTrial()
    const out = join(place.folder, 'report.html')
    const note = place.file('note.txt', '첫 문단', '', '둘째 문단')
    const words = ['--paper', 'Letter', '--detail', 'full', '--section', 'method', '--section', 'data']
    const more = ['--show-level', 'Assist', '--note-file', note, '--anonymous', '--compared', 'base']
    await succeed(place, [...report, out, ...words, ...more])
    const page = readFileSync(out, 'utf8')
    expect(page).toContain('@page{size:letter')
    expect(page).toContain('<p>첫 문단</p><p>둘째 문단</p>')
    const headings = [...page.matchAll(/<h2 id="([\w-]+)">/g)].map(([, id]) => id)
    expect(headings).toEqual(expect.arrayContaining(['author', 'method', 'appendix']))
    expect(headings).not.toContain('evidence')
    expect(page).toContain('Left out')
    expect(page.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/Supervised +95%/)
    await succeed(place, [...report, out, '--detail', 'one-page', '--note', 'One line.'])
    expect(readFileSync(out, 'utf8')).toContain('<p>One line.</p>')
  })

  it.each([
    [['--section', 'covers'], 2, 'The parts are evidence, scaling,'],
    [['--paper', 'A3'], 2, '--paper'],
    [['--detail', 'long'], 2, '--detail'],
    [['--show-level', 'Alone'], 1, 'has no level "Alone"'],
    [['--compared', 'nobody'], 1, 'no configuration named "nobody"'],
    [['--note', 'x'.repeat(3001)], 2, 'The note has 3001 characters, and at most 3000 are printed.'],
    [['--note', 'a', '--note-file', 'b'], 2, '--note or by --note-file'],
    [['--note-file', 'missing.txt'], 2, 'missing.txt cannot be read (there is no such file)'],
  ] as const)('refuses %j and writes nothing', async (words, code, sentence) => {
    const place = await placeWithTrial()
    const out = join(place.folder, 'report.html')
    const refused = await run(place, [...report, out, ...words])
    expect({ code: refused.code, out: refused.out }).toEqual({ code, out: '' })
    expect(refused.err).toContain(sentence)
    expect(existsSync(out)).toBe(false)
  })

  it.each([
    [['--level', 'Alone'], 'no level "Alone"'],
    [['--scope', 'all-cases'], '--scope'],
  ])('refuses %j', async (words, sentence) => {
    const place = await placeWithTrial()
    const out = join(place.folder, 'report.html')
    const { code, err } = await run(place, [...report, out, ...words])
    expect(code).not.toBe(0)
    expect(err).toContain(sentence)
    expect(existsSync(out)).toBe(false)
  })

  it.each([
    ['report.txt', 'not ".txt"'],
    ['report', 'must end in .pdf or .html'],
  ])('refuses --out %s before anything is opened', async (name, sentence) => {
    const place = newPlace()
    const { code, out, err } = await run(place, [...report, join(place.folder, name)])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
    expect(err).toContain('--out')
    expect(readdirSync(place.folder)).toEqual([])
  })

  it('refuses a language it does not speak', async () => {
    const place = await placeWithTrial()
    const { code, err } = await run(place, [...report, 'report.html', '--language', 'de'])
    expect(code).toBe(2)
    expect(err).toContain('--language')
  })

  it.each([
    ['there is no such task', ['report', '--task', 'orders', '--out'], 'There is no task named "orders"'],
    [
      'there is no such configuration',
      [...report.slice(0, 3), '--configuration', 'x', '--out'],
      'It has "base"',
    ],
  ])('writes nothing when %s', async (_, words, sentence) => {
    const place = await placeWithTrial()
    const out = join(place.folder, 'report.html')
    const { code, err } = await run(place, [...words, out])
    expect(code).toBe(1)
    expect(err).toContain(sentence)
    expect(existsSync(out)).toBe(false)
  })
})

describe('a report that cannot be written', () => {
  it.each([
    ['is a folder', 'it is a folder', 'taken.html'],
    ['lies below a file', 'a part of the path is a file, not a folder', join('notes.txt', 'report.html')],
  ])('because its place %s leaves everything as it was', async (_, reason, name) => {
    const place = await placeWithTrial()
    mkdirSync(join(place.folder, 'taken.html'))
    writeFileSync(join(place.folder, 'notes.txt'), 'my notes')
    const before = readdirSync(place.folder)
    const out = join(place.folder, name)
    const written = await run(place, [...report, out])
    expect({ code: written.code, out: written.out }).toEqual({ code: 1, out: '' })
    expect(written.err).toBe(
      `${out} cannot be written (${reason}). Nothing was written. Check the folder, or choose another place with --out.\n`,
    )
    expect(readdirSync(place.folder)).toEqual(before)
    expect(readFileSync(join(place.folder, 'notes.txt'), 'utf8')).toBe('my notes')
  })

  it('because the disk is full leaves the old one', async () => {
    const place = await placeWithTrial()
    const out = join(place.folder, 'report.html')
    writeFileSync(out, 'the old one')
    vi.mocked(writeWholeFile).mockImplementationOnce(() => {
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
    })
    const { code, err } = await run(place, [...report, out])
    expect(code).toBe(1)
    expect(err).toBe(
      `There is no room left on the disk for ${out}. Nothing was written and nothing stored was lost. Free some room and try again.\n`,
    )
    expect(readFileSync(out, 'utf8')).toBe('the old one')
  })

  it.skipIf(!existsSync('/dev/full'))('because its place is a device that is full says so', async () => {
    const place = await placeWithTrial()
    const out = join(place.folder, 'report.html')
    symlinkSync('/dev/full', out)
    const { code, err } = await run(place, [...report, out])
    expect(code).toBe(1)
    expect(err).toContain(`There is no room left on the disk for ${out}.`)
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true)
  })

  it.skipIf(!canMount())('because a real disk is full leaves the old one and no draft', async () => {
    const place = await placeWithTrial()
    const disk = join(place.folder, 'disk')
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', disk])
    try {
      const out = join(disk, 'report.html')
      writeFileSync(out, 'the old one')
      const { code, err } = await run(place, [...report, out])
      expect(code).toBe(1)
      expect(err).toContain(`There is no room left on the disk for ${out}.`)
      expect(readdirSync(disk)).toEqual(['report.html'])
      expect(readFileSync(out, 'utf8')).toBe('the old one')
    } finally {
      execFileSync('umount', [disk])
    }
  })

  it.skipIf(process.getuid?.() === 0)('because nobody may write there says so', async () => {
    const place = await placeWithTrial()
    const closed = join(place.folder, 'closed')
    mkdirSync(closed, { mode: 0o555 })
    const { code, err } = await run(place, [...report, join(closed, 'report.html')])
    expect(code).toBe(1)
    expect(err).toContain('(you are not allowed to). Nothing was written.')
    expect(readdirSync(closed)).toEqual([])
  })

  it('because no browser prints says so and writes nothing', async () => {
    const place = await placeWithTrial()
    const out = join(place.folder, 'report.pdf')
    const { code, err } = await run(place, [...report, out], {
      printer: { print: () => Promise.reject(new ExpectedFailure('no-browser', 'Install a browser.')) },
    })
    expect({ code, err }).toEqual({ code: 1, err: 'Install a browser.\n' })
    expect(existsSync(out)).toBe(false)
  })
})
