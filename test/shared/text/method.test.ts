import { describe, expect, it } from 'vitest'
import { methodParagraphs, workedTexts } from '../../../shared/text/method.ts'
import { type MethodSection, methodSections } from '../../../shared/text/method-sections.ts'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import { completeTask } from '../../../shared/domain/task.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { caseClass, configurationRecord } from '../assessment/records.ts'
import { assessed, assessmentWith, strategyWith } from './sample.ts'

const en = translatorFor('en')
const ko = translatorFor('ko')

/** One case that passed once of twice, against 90%. */
const oneCase = assessed({
  task: completeTask({ name: 'task', levels: [{ name: 'Alone', required: 0.9 }] }),
  configuration: configurationRecord({
    plannedRepeats: 2,
    classes: [caseClass({ passes: 1, cases: 1 })],
  }),
  others: [],
})

function section(assessment: Assessment, id: MethodSection['id'], translator = en): MethodSection {
  const found = methodSections(translator, assessment).find((each) => each.id === id)
  if (found === undefined) throw new Error(`no section ${id}`)
  return found
}

const facts = (assessment: Assessment, id: MethodSection['id']) =>
  Object.fromEntries(section(assessment, id).facts)

describe('the worked level', () => {
  // Bettors stake a half on average: 1 − ½ · (0.9 − 0.5) / 0.9 = 7/9 one way, 1 + ½ · (0.9 − 0.5) / 0.1 = 3 the other.
  it('has the evidence of both sides, what decides, and the verdict', () => {
    expect(section(oneCase, 'evidence').paragraphs[1]).toBe(
      'Worked out for Alone: 1 score, all the same value, with the mean 50.0%. Evidence that the reliability exceeds 90%: under 1\u00A0:\u00A01 (natural logarithm −0.25); that it is below: 3\u00A0:\u00A01 (1.10). It takes 20\u00A0:\u00A01 (3.00), so the verdict is: more evidence.',
    )
    expect(section(oneCase, 'evidence', ko).paragraphs[1]).toBe(
      'Alone 수준을 실제로 계산하면, 점수 1개(서로 다른 값 1가지)의 평균은 50.0%입니다. 신뢰도가 90% 초과라는 근거는 1\u00A0:\u00A01 미만(자연로그 −0.25), 미만이라는 근거는 3\u00A0:\u00A01(자연로그 1.10)입니다. 20\u00A0:\u00A01(자연로그 3.00)부터 판정하므로 결과는 ‘근거 더 필요’입니다.',
    )
  })

  it('is what the report says too', () => {
    expect(methodParagraphs(en, oneCase)).toContain(section(oneCase, 'evidence').paragraphs[1])
  })

  it('is left out while nothing is measured', () => {
    const nothing = assessed({
      task: completeTask({ name: 'task' }),
      configuration: configurationRecord({ plannedRepeats: 2, classes: [] }),
      others: [],
    })
    expect(methodParagraphs(en, nothing).join(' ')).not.toContain('Worked out')
    expect(section(nothing, 'evidence').paragraphs.join(' ')).not.toContain('The interval, ')
  })

  it('holds the ends of the interval to twice the odds', () => {
    expect(section(assessmentWith(), 'evidence').paragraphs[2]).toMatch(
      /^The interval, 27–59%, .* 40\u00A0:\u00A01/,
    )
  })
})

describe('what went in', () => {
  it('is every count of the assessment', () => {
    // As published with τ-bench: 50 cases, four trials each, 84 of 200 passed, and 0 to 4 of 4 all occur.
    expect(facts(assessmentWith(), 'inputs')).toMatchObject({
      'Planned repeats per case': '4',
      'Complete cases': '50 of 50',
      'Trials logged': '200',
      'Trials counted': '200',
      Passed: '84',
      Failed: '116',
      'Error, counted as failed': '0',
      'Void, excluded: not a fair attempt': '0',
      'Distinct scores': '5',
      'Method version': '3',
    })
  })

  it('names the votes that were simulated, with their seed', () => {
    const { repeats } = assessmentWith()
    const plurality = { rows: [], simulation: { runs: 4000, seed: 7, standardErrorAtMost: 0.004 } }
    const given = assessmentWith({}, { repeats: { ...repeats, plurality } })
    expect(facts(given, 'inputs')['Votes simulated']).toBe('4,000 random orders, seed 7')
    expect(facts(assessmentWith(), 'inputs')['Votes simulated']).toBeUndefined()
  })

  it('counts single trials as scores of a fixed list', () => {
    const given = assessmentWith({}, { scope: 'these-cases' })
    expect(facts(given, 'inputs')['Distinct scores']).toBe('2')
  })
})

describe('cases that were left unfinished', () => {
  it('are named where the evidence is worked out', () => {
    const { counts } = assessmentWith()
    const texts = (cases: number) => workedTexts(en, assessmentWith({}, { counts: { ...counts, cases } }))
    expect(texts(50)).toHaveLength(1)
    expect(texts(51).at(-1)).toContain('left unfinished')
  })
})

const ways = (count: number, feasible = true) =>
  assessmentWith({ strategies: Array.from({ length: count }, () => strategyWith({ feasible })) })

describe('how many α is divided by', () => {
  const name = 'Ways of spending more, by which α is divided'

  it('is the number of ways, inside the budget or not, at least one', () => {
    expect(facts(ways(3), 'claim')[name]).toBe('3, so 1.67% each')
    expect(facts(ways(1), 'claim')[name]).toBe('1')
    expect(facts(ways(3, false), 'claim')[name]).toBe('3, so 1.67% each')
    expect(facts(ways(0), 'claim')[name]).toBe('1')
  })

  it('is said where more attempts are', () => {
    expect(section(ways(3), 'attempts').paragraphs[0]).toContain('one of the 3 ways of spending more compute')
    expect(section(ways(1), 'attempts').paragraphs[0]).toContain('α is not divided')
  })
})
