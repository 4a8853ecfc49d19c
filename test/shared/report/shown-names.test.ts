import { describe, expect, it } from 'vitest'
import { textWidth } from '../../../shared/charts/text-width.ts'
import { shortened, withShownNames } from '../../../shared/report/shown-names.ts'
import { dataOf } from './report-data.ts'
import { inputOf } from './worlds.ts'
import { assessed } from '../text/sample.ts'

describe('a shortened name', () => {
  it('is the name itself as long as it fits', () => {
    expect(shortened('gpt-4o tool-calling', 19)).toBe('gpt-4o tool-calling')
  })

  it('keeps its beginning and its end, in whole words where that costs little', () => {
    expect(shortened('one two three four five six seven eight nine ten', 18)).toBe(
      'one two three four … nine ten',
    )
  })

  it('is as wide in any script', () => {
    const korean = '출발 이십사 시간 이내에 연결편이 취소된 승객의 재예약과 환불 안내'
    expect(shortened(korean, 18)).toBe('출발 이십사 시간 이내에 … 환불 안내')
    for (const name of ['W'.repeat(200), korean.repeat(5), 'one two three four '.repeat(20)]) {
      expect(textWidth(shortened(name, 30), 1)).toBeLessThanOrEqual(30)
    }
  })

  it('is cut inside a word that is longer, and never inside a letter', () => {
    expect(shortened('W'.repeat(100), 30)).toMatch(/^(W{15,20}) … (W{7,10})$/)
    expect(shortened('𝒜'.repeat(100), 30)).toMatch(/^(?:𝒜){15,20} … (?:𝒜){7,14}$/u)
  })
})

const input = inputOf('longSeries')
const assessment = assessed(input)
const data = dataOf(input, assessment)

describe('the names of a report', () => {
  const shown = withShownNames(data)

  it('are shortened alike wherever they stand', () => {
    const name = shown.assessment.configuration
    expect(textWidth(name, 1)).toBeLessThanOrEqual(44)
    expect(shown.comparison?.configurations.map((each) => each.configuration)).toContain(name)
    expect(shown.pair?.first).toBe(name)
    const scaling = shown.assessment.scaling
    expect('points' in scaling && scaling.points[0]?.configuration).toBe(name)
  })

  it('stay apart when they would become alike', () => {
    const configurations = [0, 1, 2].map((index) => ({ ...data.configurations[0], name: twin(index) }))
    const { comparison } = withShownNames({
      ...data,
      configurations: configurations.map((each) => ({ ...summary(), ...each })),
      comparison:
        data.comparison === null
          ? null
          : {
              ...data.comparison,
              leader: { configuration: twin(0), against: [1, 2].map((index) => against(twin(index))) },
            },
    })
    const names = [
      comparison?.leader?.configuration,
      ...(comparison?.leader?.against ?? []).map((each) => each.configuration),
    ]
    expect(new Set(names).size).toBe(3)
  })

  it('stay apart where the fonts may lack all that tells them apart', () => {
    expect(shownAs(['🛫', '👩🏽‍💻', 'ไทย'])).toEqual(['🛫', '👩🏽‍💻 (2)', 'ไทย (3)'])
    expect(shownAs(['שלום', 'עולם'])).toEqual(['שלום', '\u2068עולם\u2069 (2)'])
    expect(shownAs(['GPT 🛫', 'GPT 🛬', '구성 가', '구성 나', '模型 a', 'a b', 'ab'])).toEqual([
      'GPT 🛫',
      'GPT 🛬 (2)',
      '구성 가',
      '구성 나',
      '模型 a',
      'a b',
      'ab',
    ])
  })

  it('leave the figures as they were', () => {
    const { levels, counts, reliability, repeats } = shown.assessment
    expect({ levels, counts, reliability, repeats }).toEqual({
      levels: assessment.levels,
      counts: assessment.counts,
      reliability: assessment.reliability,
      repeats: assessment.repeats,
    })
  })
})

/** Each of these names of configurations, as a report shows it. */
function shownAs(given: readonly string[]): readonly (string | undefined)[] {
  const configurations = given.map((name) => ({ ...summary(), name }))
  const { comparison } = withShownNames({
    ...data,
    configurations,
    comparison:
      data.comparison === null
        ? null
        : {
            ...data.comparison,
            leader: { configuration: given[0] ?? '', against: given.slice(1).map(against) },
          },
  })
  const { leader } = comparison ?? {}
  return [leader?.configuration, ...(leader?.against ?? []).map((each) => each.configuration)]
}

function twin(index: number): string {
  return `${'a'.repeat(100)}${index}${'b'.repeat(100)}`
}

function against(configuration: string) {
  return { configuration, verdict: 'more-evidence', sharedCases: 1, casesNeeded: 1 } as const
}

function summary() {
  const [found] = dataOf(inputOf('tauBench'), assessed(inputOf('tauBench'))).configurations
  if (found === undefined) throw new Error('no configuration')
  return found
}
