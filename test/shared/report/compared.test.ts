import { describe, expect, it } from 'vitest'
import { completeTask } from '../../../shared/domain/task.ts'
import { caseClass, configurationRecord } from '../assessment/records.ts'
import { readReport } from './read-report.ts'
import { reportOf } from './worlds.ts'

/** Of 40 cases × 4 attempts so many pass every time, the others never; each costs so much. */
function model(name: string, cases: number, usd: number) {
  return configurationRecord({
    name,
    plannedRepeats: 4,
    classes: [caseClass({ passes: 4, cases }), caseClass({ passes: 0, cases: 40 - cases })],
    cost: { values: 160, sum: 160 * usd },
  })
}

const input = {
  task: completeTask({ name: 'refunds' }),
  configuration: model('own', 10, 0.5),
  others: [model('weak', 4, 0.6), model('middle', 30, 0.4), model('near', 38, 0.3), model('best', 39, 0.2)],
}

const long = (end: string): string => `a configuration with a name that is far too long for any table ${end}`

function comparedWith(...compared: readonly string[]) {
  const report = readReport(reportOf(input, 'en', [], { sections: ['comparison'], compared }))
  const whole = readReport(reportOf(input, 'en', [], { sections: ['comparison'] }))
  return { report, part: report.parts.get('part-comparison') ?? '', whole }
}

/** The line through those on the frontier. */
function frontierLine(html: string): string | undefined {
  return /<path d="([^"]*)"[^>]*stroke-dasharray="5 3"/.exec(html)?.[1]
}

describe('a comparison of which some configurations have no row', () => {
  it('says what holds among all of them, and how many have none', () => {
    const { part, whole } = comparedWith('weak')
    const [, answer = ''] = /^Comparison (.*?) How reliable each is/u.exec(part) ?? []
    expect(answer).toContain('“best” passes most often')
    expect(answer).toMatch(/Against .*“near” it is open/u)
    expect(whole.parts.get('part-comparison')).toContain(answer)
    expect(part).toContain(
      'By the author’s choice 3 of 5 configurations have no row here; what is said holds among all 5.',
    )
    expect(whole.parts.get('part-comparison')).not.toContain('author’s choice')
  })

  it('divides α by the number of all', () => {
    const { part } = comparedWith('weak')
    expect(part).toContain('“Meets” is therefore told at α divided by 5')
    expect(part).not.toContain('divided by 2')
  })

  it('hides rows alone: those that stay are as they were, and stand where they stood', () => {
    const { report, whole } = comparedWith('near')
    const rows = whole.tables.get('configurations') ?? []
    expect(report.tables.get('configurations')).toEqual(
      rows.filter(([name = '']) => ['Configuration', 'own', 'near'].includes(name)),
    )
    expect(rows.find(([name]) => name === 'near')?.at(-1)).toBe('behind best')
    expect(report.tables.get('standing')?.map(([name]) => name)).toEqual(['Configuration', 'own', 'near'])
  })

  it('draws no line of the most there is through those alone that it shows', () => {
    expect(frontierLine(reportOf(input, 'en', [], { compared: ['near'] }))).toBe('')
    expect(frontierLine(reportOf(input))).toMatch(/^M/)
  })

  it('has no pair without a row, and calls it neither unmeasured', () => {
    const hidden = comparedWith('near', 'weak')
    expect(hidden.report.sections.has('pair')).toBe(false)
    expect(hidden.part).not.toContain('Not measured, because one of the two')
    expect(hidden.whole.sections.get('pair')).toContain('own')
    expect(comparedWith('best').report.sections.get('pair')).toContain('best')
  })

  it('keeps rows apart whose long names are shortened', () => {
    const named = {
      ...input,
      configuration: model(long('own'), 10, 0.5),
      others: [model(long('one'), 20, 0.6), model(long('two'), 30, 0.4)],
    }
    const report = readReport(reportOf(named, 'en', [], { compared: [long('two')] }))
    const names = report.tables.get('configurations')?.map(([name]) => name) ?? []
    expect(names).toHaveLength(3)
    expect(names[1]).toMatch(/two$/u)
    expect(names[2]).toMatch(/own$/u)
  })
})
