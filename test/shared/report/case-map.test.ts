import { describe, expect, it } from 'vitest'
import { languages } from '../../../shared/domain/settings.ts'
import { completeTask } from '../../../shared/domain/task.ts'
import { renderReport } from '../../../shared/report/index.tsx'
import { caseClass, configurationRecord } from '../assessment/records.ts'
import { assessed } from '../text/sample.ts'
import { dataOf } from './report-data.ts'
import { inputOf, reportOf, worldReport } from './worlds.ts'

/** What the map of the cases says above it, and to those who do not see it. */
function mapIn(html: string): readonly string[] {
  const words = /<h3 id="case-map">(.*?)<\/h3><p class="note">(.*?)<\/p>/u.exec(html)?.slice(1) ?? []
  return [...words, /<desc id="case-map-description">(.*?)<\/desc>/u.exec(html)?.[1] ?? '']
}

const mapOf = (plannedRepeats: number, classes: readonly (readonly [passes: number, cases: number])[]) =>
  mapIn(
    reportOf({
      task: completeTask({ name: 'refunds' }),
      configuration: configurationRecord({
        plannedRepeats,
        classes: classes.map(([passes, cases]) => caseClass({ passes, cases })),
      }),
      others: [],
    }),
  )

describe('the map of the cases', () => {
  const axes = 'Columns are cases, rows attempts. Cases that passed more often stand further left.'
  const description = 'Cases from left to right, attempts from top to bottom.'
  const filled = 'A cell is filled from below as far as its attempts passed.'
  it.each(languages)('has the counts of each kind as its title, in %s', (language) => {
    const titles = {
      en: '14 of 50 complete cases never passed, 26 passed only sometimes',
      ko: '완료된 사례 50개 중 14개는 한 번도 통과하지 못했고, 26개는 일부 시도에서만 통과했습니다',
    }
    expect(mapIn(worldReport('tauBench', language))[0]).toBe(titles[language])
  })

  it('says what is seen, whatever that is', () => {
    expect(
      mapOf(4, [
        [4, 6],
        [2, 3],
        [0, 1],
      ])[0],
    ).toBe('1 of 10 complete cases never passed, 3 passed only sometimes')
    expect(
      mapOf(4, [
        [4, 6],
        [0, 2],
      ])[0],
    ).toBe('2 of 8 complete cases never passed; the others passed every time')
    expect(
      mapOf(4, [
        [4, 6],
        [3, 2],
      ])[0],
    ).toBe('2 of 8 complete cases passed only sometimes; none failed every time')
    expect(mapOf(4, [[4, 6]])[0]).toBe('All 6 complete cases passed every time')
    expect(mapOf(4, [[0, 6]])[0]).toBe('None of the 6 complete cases ever passed')
    expect(mapOf(4, [[1, 1]])[0]).toBe('The one complete case passed only sometimes')
    expect(
      mapOf(1, [
        [1, 3],
        [0, 1],
      ])[0],
    ).toBe('3 of 4 complete cases passed their one attempt')
  })

  it('is described by its groups, and by what shares a cell', () => {
    expect(
      mapOf(4, [
        [4, 6],
        [2, 3],
        [0, 1],
      ]),
    ).toEqual([expect.any(String), axes, `${description} 4/4: 6, 2/4: 3, 0/4: 1.`])
    // 3,000 cases, 14 to a column; 20 attempts, 4 to a row.
    const both = 'A column stands for 14 cases. A row stands for 4 attempts.'
    expect(
      mapOf(20, [
        [20, 2000],
        [7, 900],
        [0, 100],
      ]).slice(1),
    ).toEqual([
      `${axes} ${both} ${filled}`,
      `${description} passed every time: 2,000, passed sometimes: 900, never passed: 100. ${both} ${filled}`,
    ])
  })

  it('goes with the part it stands in', () => {
    const input = inputOf('tauBench')
    const without = renderReport({
      ...dataOf(input, assessed(input, 'en')),
      sections: ['failures'],
      appVersion: '0.1.0',
      fonts: [],
    })
    expect(mapIn(without)).toEqual([''])
  })
})
