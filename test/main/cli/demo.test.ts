import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocumentProxy, extractText } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { createChromiumPrinter } from '../../../main/hosting/chromium/print.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { mismatches, documentedAssessment } from '../services/assessments/documented-shape.ts'
import { newPlace, run } from './run.ts'

const noBrowser = {
  print: () => Promise.reject(new ExpectedFailure('no-browser', 'Install a browser.')),
}

/** The workspaces of demos that are still about. */
function leftovers(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('nines-demo-'))
}

describe('nines demo', () => {
  it('prints the published figures and writes both reports, with a real browser', async () => {
    const place = newPlace()
    const folder = join(place.folder, 'new', '보고서')
    const before = leftovers()
    const printer = createChromiumPrinter()
    const { code, out, err } = await run(place, ['demo', '--out', folder], {
      printer,
      warmPrinter: () => printer.warm(),
    })
    expect({ code, err }).toEqual({
      code: 0,
      err: 'Writing report.html …\nWriting report.pdf …\n',
    })
    expect(out).toContain('\npass^1..4 = 0.420, 0.273, 0.220, 0.200\n')
    expect(out).toContain('\npass@1..4 = 0.420, 0.567, 0.660, 0.720\n')
    expect(out).toContain('Not ready for Unattended (99%).')
    expect(out).toContain('Product engineering is the bottleneck.')
    expect(out).toContain(`Wrote ${join(folder, 'report.html')}\nWrote ${join(folder, 'report.pdf')}\n`)
    expect(readdirSync(folder).toSorted()).toEqual(['report.html', 'report.pdf'])
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('τ-bench')
    const pdf = await getDocumentProxy(new Uint8Array(readFileSync(join(folder, 'report.pdf'))))
    const { text } = await extractText(pdf, { mergePages: true })
    expect(text).toContain('42%')
    // Neither the user's workspace nor the demo's own is left.
    expect(existsSync(place.workspace)).toBe(false)
    expect(leftovers()).toEqual(before)
  })

  it('takes its own workspace even when another one is named', async () => {
    const place = newPlace()
    const mine = place.file('mine.nines', 'not to be touched')
    const { code } = await run(place, ['demo', '--out', place.folder, '--workspace', mine])
    expect(code).toBe(0)
    expect(readFileSync(mine, 'utf8')).toBe('not to be touched\n')
  })

  it('prints one JSON document with the assessment and the files', async () => {
    const place = newPlace()
    const { code, out, err } = await run(place, ['demo', '--out', place.folder, '--json'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const files = ['report.html', 'report.pdf'].map((name) => join(place.folder, name))
    expect(JSON.parse(out)).toMatchObject({ assessment: { task: 'Airline rebooking (τ-bench)' }, files })
    // The sample has no verdicts and no segments: only those two places are other than documented.
    expect(mismatches(JSON.parse(out), { assessment: documentedAssessment })).toEqual([
      '$.assessment.repeats.retry is no list',
      '$.assessment.segments is empty',
    ])
  })

  it('with --quiet prints the verdict and no more', async () => {
    const place = newPlace()
    const { code, out, err } = await run(place, ['demo', '--out', place.folder, '--quiet'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('pass^1..4 = 0.420')
    expect(out).not.toContain('Wrote')
  })

  it('without a browser writes the HTML, says what to install and fails', async () => {
    const place = newPlace()
    const { code, out, err } = await run(place, ['demo', '--out', place.folder], { printer: noBrowser })
    expect(code).toBe(1)
    expect(out).toContain('pass^1..4 = 0.420')
    expect(out).toContain('report.html')
    expect(err).toContain('Install a browser.\n')
    expect(readdirSync(place.folder)).toEqual(['report.html'])
    const inJson = await run(place, ['demo', '--out', place.folder, '--json'], { printer: noBrowser })
    expect(inJson).toMatchObject({ code: 1, err: 'Install a browser.\n' })
    expect(JSON.parse(inJson.out)).toMatchObject({ files: [join(place.folder, 'report.html')] })
  })

  it('into a folder that cannot be made fails and leaves nothing behind', async () => {
    const place = newPlace()
    const notes = join(place.folder, 'notes.txt')
    writeFileSync(notes, 'my notes')
    const before = leftovers()
    const { code, err } = await run(place, ['demo', '--out', join(notes, 'demo')])
    expect(code).toBe(1)
    expect(err).toContain('report.html cannot be written (a part of the path is a file, not a folder).')
    expect(readdirSync(place.folder)).toEqual(['notes.txt'])
    expect(leftovers()).toEqual(before)
  })
})
