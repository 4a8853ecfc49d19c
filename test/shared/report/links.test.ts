import { describe, expect, it } from 'vitest'
import { languages } from '../../../shared/domain/settings.ts'
import type { ReportData } from '../../../shared/domain/report-data.ts'
import type { ReportOptions } from '../../../shared/domain/report-options.ts'
import { renderReport } from '../../../shared/report/index.tsx'
import { assessed } from '../text/sample.ts'
import { dataOf } from './report-data.ts'
import { inputOf, type World, worldNames, worldReport } from './worlds.ts'

interface Link {
  readonly text: string
  readonly href: string
}

function linksIn(html: string): readonly Link[] {
  return [...html.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(([, href = '', text = '']) => ({
    href,
    text,
  }))
}

/** The words of the headings and cells of rows that the page can lead to, by id. */
function placesIn(html: string): ReadonlyMap<string, string> {
  const headings = html.matchAll(/<h[23] id="([^"]*)">([^<]*)</g)
  const rows = html.matchAll(/<tr id="([^"]*)"><th scope="row">([^<]*)</g)
  return new Map([...headings, ...rows].map(([, id = '', words = '']) => [`#${id}`, words]))
}

/** The links beside the headings of page one, by heading. */
function beside(html: string): Readonly<Record<string, readonly string[]>> {
  const heads = html.matchAll(/<div class="head"><h2[^>]*>([^<]*)<\/h2>(.*?)<\/div>/g)
  return Object.fromEntries(
    [...heads].map(([, title = '', rest = '']) => [title, linksIn(rest).map((each) => each.text)]),
  )
}

/** A report whose appendix lists these cases. */
function fullReport(
  world: World,
  cases: readonly string[],
  given: Partial<ReportOptions & ReportData> = {},
): string {
  const input = inputOf(world)
  const told = cases.map((each) => ({ case: each, segment: null, passes: 0, trials: [] }))
  const content = { ...dataOf(input, assessed(input)), appendix: { total: told.length, told }, loggers: null }
  return renderReport({ ...content, detail: 'full', appVersion: '0.1.0', fonts: [], ...given })
}

describe.each(languages)('the links of a report in %s', (language) => {
  it.each(worldNames)('lead to the heading they name: %s', (world) => {
    const html = worldReport(world, language)
    const places = placesIn(html)
    const links = linksIn(html)
    expect(links.length).toBeGreaterThanOrEqual(6)
    expect(links.map(({ href, text }) => [href, text])).toEqual(
      links.map(({ href }) => [href, places.get(href)]),
    )
  })
})

describe('page one', () => {
  it('leads from each panel to the parts that say more, and to every part there is', () => {
    expect(beside(fullReport('twelveConfigurations', ['a']))).toEqual({
      'Where the gap is': ['Failures'],
      'Verdict for each level': ['Evidence', 'Comparison'],
      'What more compute would buy': ['Scaling'],
      'What to do next': [],
      'What was tested': ['Cost and latency', 'Data', 'Every case'],
      'How to read this': ['Method'],
    })
  })

  it('leads to no part that is not there', () => {
    expect(beside(fullReport('tauBench', ['a'], { sections: ['method'], detail: 'standard' }))).toEqual({
      'Where the gap is': [],
      'Verdict for each level': [],
      'What more compute would buy': [],
      'What to do next': [],
      'What was tested': [],
      'How to read this': ['Method'],
    })
    const alone = fullReport('tauBench', ['a'], { detail: 'one-page' })
    expect(linksIn(alone)).toEqual([])
  })
})

describe('a case that is named', () => {
  const long = 'a case whose name is far longer than the room there is for it on the page of failures, number'
  const example = {
    segment: null,
    input: null,
    cause: null,
    repeat: 1,
    outcome: 'fail',
    severity: null,
    note: 'seen',
    answer: null,
    passes: 0,
  } as const
  const named = {
    neverSolved: [`${long} 1`, `${long} 2`].map((each) => ({ case: each, segment: null, input: null })),
    examples: [`${long} 2`, `${long} 3`].map((each) => ({ ...example, case: each })),
  }

  it('leads to its row in the list of all cases', () => {
    const html = fullReport('tauBench', ['another', `${long} 3`, `${long} 2`, `${long} 1`], named)
    const places = placesIn(html)
    const led = linksIn(html).filter(({ href }) => href.startsWith('#case-'))
    expect(led.map(({ href }) => places.get(href))).toEqual([2, 3, 1, 2].map((each) => `${long} ${each}`))
    expect(led.filter(({ text }) => text.length >= long.length)).toEqual([])
  })

  it('leads nowhere where it is not listed', () => {
    expect(
      linksIn(fullReport('tauBench', [`${long} 3`], named)).filter(({ href }) => href.startsWith('#case-')),
    ).toHaveLength(1)
    const standard = fullReport('tauBench', [`${long} 3`], { ...named, detail: 'standard' })
    expect(standard).not.toContain('#case-')
    expect(standard).toContain('number 1')
  })
})
