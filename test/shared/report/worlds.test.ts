import { describe, expect, it } from 'vitest'
import { languages } from '../../../shared/domain/settings.ts'
import { completeTask } from '../../../shared/domain/task.ts'
import { caseClass, configurationRecord, tauBench } from '../assessment/records.ts'
import { readReport } from './read-report.ts'
import { inputOf, reportOf, type World, worldNames, worldReport } from './worlds.ts'

function segmentOf(segment: string, cases: number) {
  return { segment, classes: [caseClass({ passes: 1, cases })] }
}

const read = (world: World) => readReport(worldReport(world))

describe('one case that passed once', () => {
  const report = read('oneCase')

  it('is open, with the cases that a run of passes would take', () => {
    expect(report.title).toBe('More evidence is needed for Unattended (99%). The bottleneck is undecided.')
    // One pass: the interval starts at 1.27%.
    expect(report.lead).toBe(
      'So far one attempt passes 100% of the time (1–100%); 99% is required. The figures so far lean neither way.',
    )
    expect(report.claim).toBe('The interval holds for new cases like this one, at 95% confidence.')
    // 18.9, 86.6 and 447.8 more, by the separate computation.
    expect(report.tables.get('levels')?.slice(1)).toEqual([
      ['Assist', '80%', 'more evidence', 'about 19'],
      ['Supervised', '95%', 'more evidence', 'about 87'],
      ['Unattended (target)', '99%', 'more evidence', 'about 448'],
    ])
  })

  it('says nothing about trying again', () => {
    expect(report.steps[1]).toBe(
      'Plan 4 attempts per case. With 1 attempt per case, nothing can be said about trying again.',
    )
    expect(report.sections.get('repeats')).toContain('Only one repeat per case')
    expect(report.sections.get('reading')).toContain('With one try per case')
    expect(report.sections.get('reading')).not.toContain('1 tries')
    expect(report.tables.get('compute')?.slice(1)).toEqual([
      ['As is', '100%', '1'],
      ['Your verifier', 'not logged', '–'],
    ])
  })

  it('says that no attempt failed', () => {
    expect(report.sections.has('causes')).toBe(false)
    expect(report.parts.get('part-failures')).toContain('No counted attempt failed.')
    expect(report.tables.get('evidence')?.[1]).toEqual([
      'Assist',
      '80%',
      '',
      // 1.125 : 1, by hand: the mean of 1 + c/4 over c, which is 1 + 1/8.
      '1.1 : 1',
      'under 1 : 1',
      'more evidence',
      'about 19',
    ])
  })
})

describe('nothing logged yet', () => {
  const report = read('noCase')

  it('says so once, in the lead, and names what is not measured', () => {
    expect(report.lead).toBe('No trials have been logged yet.')
    expect(report.claim).toBe('')
    expect(report.steps).toEqual([
      'Log the first trials. Each case needs 4 attempts by the same configuration.',
    ])
    expect(report.tables.get('levels')?.[1]).toEqual(['Assist', '80%', 'more evidence', 'not measured'])
    expect(report.tables.get('compute')?.slice(1)).toEqual([
      ['As is', 'not measured', '1'],
      ['A perfect verifier (up to 4)', 'not measured', '–'],
      ['Your verifier', 'not logged', '–'],
    ])
    expect(report.tables.get('tested')?.map(([, value]) => value)).toEqual([
      'model A',
      'nothing yet',
      '0 of 0',
      '0',
      '0',
      'nothing yet',
      'nothing yet',
    ])
    expect(report.tables.has('repeats')).toBe(false)
  })

  it('says of no part that nothing failed or cost nothing', () => {
    expect(report.parts.get('part-failures')).toContain('Failures not measured: no case is complete yet')
    expect(report.parts.get('economy')).toBe(
      'Cost and latency What an attempt costs and how long it takes was not logged. No budget is set.',
    )
    expect(report.parts.get('part-data')).toContain('Nothing has been logged yet.')
    expect(report.sections.has('history')).toBe(false)
    expect(report.sections.has('case-map')).toBe(false)
  })
})

describe('a claim about these cases', () => {
  it('says so where it is claimed, and how it is computed', () => {
    const report = read('theseCases')
    expect(report.claim).toBe('The interval holds for exactly these 50 cases, at 95% confidence.')
    expect(report.parts.get('method')).toContain('exactly this list')
    expect(report.sections.get('check')).toContain('--scope these-cases')
  })
})

describe('inference scaling', () => {
  const report = read('scaling')

  it('names the cheapest way that does, with its price', () => {
    expect(report.title).toBe('Not ready for Ready (90%). Inference scaling is the bottleneck.')
    // Three tries always bring one of the two passes; 1 + 1/2 + 1/6 tries at $0.10 and 1 s.
    expect(report.lead).toBe(
      'One attempt passes 50.0% of the time (48.6–51.4%); 90% is required. Retry until accepted (up to 3) reaches 100% (97.3–100%) at $0.167 and 1.67 s per task.',
    )
    expect(report.steps).toEqual([
      'Spend more compute per answer. Retry until accepted (up to 3) reaches 100%, at $0.167 and 1.67 s per task.',
      'Keep logging. Assess Ready again whenever the model, the prompt or the work changes.',
    ])
  })

  it('lists every way with its interval, verdict and price', () => {
    expect(report.tables.get('strategies')?.slice(1)).toEqual([
      ['Retry until accepted (up to 2)', '83.3%', '81.1–83.8%', 'short', '$0.15 and 1.5 s'],
      ['Retry until accepted (up to 3)', '100%', '97.3–100%', 'meets', '$0.167 and 1.67 s'],
      ['Retry until accepted (up to 4)', '100%', '97.3–100%', 'meets', '$0.167 and 1.67 s'],
      ['Majority of 3', '50.0%', '48.6–51.4%', 'short', '$0.30 and 1.2 s'],
    ])
    expect(report.tables.get('compute')?.map(([first]) => first)).toEqual([
      'Way of working',
      'As is',
      'Retry until accepted (up to 3)',
      'Majority of 3',
      'A perfect verifier (up to 4)',
    ])
  })

  it('splits retries into right, wrong and handed off', () => {
    expect(report.tables.get('retry')).toEqual([
      ['Attempts k', 'Right', 'Wrong', 'Handed off', 'Attempts expected'],
      ['1', '50.0%', '0%', '50.0%', '1'],
      ['2', '83.3%', '0%', '16.7%', '1.5'],
      ['3', '100%', '0%', '0%', '1.67'],
      ['4', '100%', '0%', '0%', '1.67'],
    ])
  })

  it('has cost and latency as measured', () => {
    expect(report.tables.get('economy')).toEqual([
      ['Cost of an attempt', '$0.10'],
      ['Cost of a passed attempt', '$0.20'],
      ['Latency, mean', '1 s'],
      ['Latency, median', '950 ms'],
      ['Latency, 95th percentile', '2.5 s'],
      ['Budget per task', 'not set'],
    ])
    expect(report.parts.get('economy')).toContain('An attempt costs $0.10 and takes 1 s on average.')
  })

  it('outside the budget says what it would take', () => {
    const over = read('overBudget')
    expect(over.lead).toContain(
      'Retry until accepted (up to 3) reaches the level, but at $0.167 and 1.67 s per task it lies outside the budget. Majority of 3 reaches only 50.0%.',
    )
    expect(over.tables.get('strategies')?.map((row) => row[4])).toEqual([
      'Price per task',
      '$0.15 and 1.5 s, over budget',
      '$0.167 and 1.67 s, over budget',
      '$0.167 and 1.67 s, over budget',
      '$0.30 and 1.2 s',
    ])
  })
})

describe('a level that is met', () => {
  it('says so, and aims at the next', () => {
    const report = read('meets')
    expect(report.title).toBe('Ready for Assist (80%). Nothing stands in the way of this level.')
    expect(report.tables.get('levels')?.slice(1)).toEqual([
      ['Assist (target)', '80%', 'meets', '–'],
      // 33 : 1 of 20 : 1, and 348.8 more cases, by the separate computation.
      ['Supervised', '95%', 'meets', '–'],
      ['Unattended', '99%', 'more evidence', 'about 349'],
    ])
    expect(report.tables.get('evidence')?.[2]?.[3]).toBe('33 : 1')
    expect(report.steps[1]).toBe('Aim at Unattended (99%) next. The trials logged so far count towards it.')
  })
})

describe('segments and causes', () => {
  const report = read('segments')

  it('list every segment with its interval, and claim nothing', () => {
    const rows = report.tables.get('segments')?.slice(1) ?? []
    expect(rows).toHaveLength(60)
    // One of four passes in each of 10 cases.
    expect(rows[59]).toEqual(['Segment 60', '10', '25%', '14–56%'])
    expect(report.sections.get('segments')).toContain('no verdict is claimed')
  })

  it.each([
    [33, '7 complete cases name no segment.', '완료된 사례 7개에는 세그먼트가 적혀 있지 않습니다.'],
    [39, '1 complete case names no segment.', '완료된 사례 1개에는 세그먼트가 적혀 있지 않습니다.'],
    [40, undefined, undefined],
  ])('add up to the complete cases, with those of none: 10 and %i of 50', (cases, en, ko) => {
    const { configuration } = tauBench()
    const segments = [segmentOf('EU', 10), segmentOf('US', cases)]
    const input = { ...inputOf('tauBench'), configuration: { ...configuration, segments } }
    const found = /(?:\d+ complete cases? names? no segment|완료된 사례 \d+개에는 세그먼트)[^.]*\./u
    expect(found.exec(readReport(reportOf(input)).text)?.[0]).toBe(en)
    expect(found.exec(readReport(reportOf(input, 'ko')).text)?.[0]).toBe(ko)
  })

  it('list the causes with their share and lever', () => {
    expect(report.sections.get('causes')).toContain(
      'Tool or integration error: 58 (50%), product engineering, Other: 29 (25%), neither, Not labelled: 29 (25%)',
    )
    expect(report.parts.get('part-failures')).toContain(
      'Most frequent cause: Tool or integration error, 58 (50%); what usually cures it: product engineering. 29 failures carry no cause.',
    )
  })
})

describe('a thousand repeats', () => {
  const report = read('manyRepeats')

  it('show the first depths and the last', () => {
    const depths = report.tables
      .get('repeats')
      ?.slice(1)
      .map(([k]) => k)
    expect(depths).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '1,000'])
    expect(
      report.tables
        .get('retry')
        ?.slice(1)
        .map(([k]) => k),
    ).toEqual(depths)
  })

  it('show the best of each kind among the ways, and how many there are', () => {
    const ways =
      report.tables
        .get('strategies')
        ?.slice(1)
        .map(([name]) => name ?? '') ?? []
    expect(ways).toHaveLength(16)
    expect(ways.filter((name) => name.startsWith('model '))).toHaveLength(9)
    expect(ways.filter((name) => name.startsWith('Majority'))).toHaveLength(1)
    expect(report.sections.get('strategies')).toMatch(/Shown are 16 of \d\d ways/)
  })

  it('leave room on page one: the ways that reach most', () => {
    const ways = report.tables
      .get('compute')
      ?.slice(1)
      .map(([name]) => name)
    // Models pass 0, 10, … 80%: the best of them and of all others, and what is always there.
    expect(ways).toHaveLength(3 + 2)
    expect(ways).toContain('model 9')
    expect(ways).not.toContain('model 1')
  })
})

function loggedBy(loggers: readonly { readonly name: string | null; readonly trials: number }[]) {
  const configuration = { ...inputOf('tauBench').configuration, loggers }
  const report = readReport(reportOf({ ...inputOf('tauBench'), configuration }))
  return report.tables.get('tested')?.[6]?.[1]
}

describe('more next steps than a reader takes away', () => {
  it('are three on page one', () => {
    const causes = [
      { cause: 'reasoning-slip', failures: 50 },
      { cause: 'tool-error', failures: 10 },
      { cause: null, failures: 56 },
    ]
    const input = { ...inputOf('tauBench'), configuration: { ...inputOf('tauBench').configuration, causes } }
    const { steps } = readReport(reportOf(input))
    // Then comes the most frequent product cause.
    expect(steps.map((step) => step.split('.')[0])).toEqual([
      'Study the 14 cases that never passed',
      'Build a verifier',
      'Settle the conflict in the evidence',
    ])
  })
})

describe('who logged', () => {
  it('is named as far as three, the rest counted', () => {
    const four = [
      { name: 'Ann', trials: 1200 },
      { name: null, trials: 40 },
      { name: 'Bo', trials: 2 },
      { name: 'Cy', trials: 1 },
    ]
    expect(loggedBy(four)).toBe('Ann (1,200), no name given (40), Bo (2), 1 other')
    expect(loggedBy([...four, { name: 'Di', trials: 1 }])).toBe(
      'Ann (1,200), no name given (40), Bo (2), 2 others',
    )
  })
})

describe('incomplete cases', () => {
  it('are counted apart', () => {
    const configuration = configurationRecord({
      plannedRepeats: 4,
      classes: [caseClass({ passes: 4, cases: 10 })],
    })
    const counts = {
      ...configuration.counts,
      cases: 12,
      trials: 46,
      voids: 2,
      notCounted: 4,
      ofIncompleteCases: 3,
      extraRepeats: 1,
    }
    const task = completeTask({ name: 'refunds' })
    const report = readReport(reportOf({ task, configuration: { ...configuration, counts }, others: [] }))
    expect(report.tables.get('tested')?.slice(1, 5)).toEqual([
      ['Cases × repeats', '10 of 12 complete, × 4'],
      ['Trials counted', '40 of 46'],
      ['Errors, counted as failures', '0'],
      ['Void, excluded', '2'],
    ])
    expect(report.tables.get('data')?.map(([, count]) => count)).toEqual([
      '40',
      '0',
      '0',
      '2',
      '3',
      '1',
      '46',
    ])
  })
})

describe.each(languages)('every report in %s', (language) => {
  it.each(worldNames)('of %s is made of the same bytes each time, and of nothing outside it', (world) => {
    const html = worldReport(world, language)
    expect(worldReport(world, language)).toBe(html)
    expect(html).not.toMatch(/https?:|src=|href=(?!"#)|@import|<script|<link|<iframe|<img|javascript:/i)
    expect(html).not.toMatch(/undefined|NaN|Infinity|\[object/)
    expect(html.startsWith(`<!doctype html><html lang="${language}">`)).toBe(true)
  })

  it('has unique ids, and a heading for every table', () => {
    for (const world of worldNames) {
      const html = worldReport(world, language)
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1])
      expect(new Set(ids).size).toBe(ids.length)
      const labels = [...html.matchAll(/aria-labelledby="([^"]*)"/g)].flatMap(
        (match) => match[1]?.split(' ') ?? [],
      )
      expect(labels.filter((label) => !ids.includes(label))).toEqual([])
    }
  })
})

describe('a level with a chance of claiming wrongly of its own', () => {
  const levels = [
    { name: 'Assist', required: 0.8 },
    { name: 'Unattended', required: 0.99, alpha: 0.01 },
  ]
  const report = readReport(
    reportOf({
      task: completeTask({ name: 'strict', levels }),
      configuration: configurationRecord({
        plannedRepeats: 1,
        classes: [caseClass({ passes: 1, cases: 3 })],
      }),
      others: [],
    }),
  )

  it('is said to be decided at its own odds', () => {
    expect(report.sections.get('evidence')).toContain(
      '20 : 1 (Assist), 100 : 1 (Unattended) decides a level.',
    )
    expect(report.parts.get('method')).toContain('ever reaches 100 : 1 is at most 1% (Ville')
  })
})
