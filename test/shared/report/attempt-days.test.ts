import { describe, expect, it } from 'vitest'
import type { AttemptDays } from '../../../shared/domain/report-data.ts'
import type { Language } from '../../../shared/domain/settings.ts'
import { renderReport } from '../../../shared/report/index.tsx'
import { assessed } from '../text/sample.ts'
import { readReport } from './read-report.ts'
import { dataOf } from './report-data.ts'
import { inputOf } from './worlds.ts'

/** What page one and the data page say of when the attempts were made; all were logged on 2 January 2025. */
function told(made: AttemptDays | null, language: Language): readonly string[] {
  const input = inputOf('tauBench')
  const [firstLoggedAt, lastLoggedAt] = ['2025-01-02T09:00:00.000Z', '2025-01-02T10:00:00.000Z']
  const assessment = { ...assessed(input, language), period: { firstLoggedAt, lastLoggedAt } }
  const { tables } = readReport(
    renderReport({ ...dataOf(input, assessment), made, language, appVersion: '0.1.0', fonts: [] }),
  )
  const name = { en: 'Attempts made', ko: '시도한 기간' }[language]
  return ['tested', 'what'].flatMap((id) =>
    (tables.get(id) ?? []).filter(([head]) => head === name).map(([, text = '']) => text),
  )
}

const all = { first: '2024-11-01', last: '2024-11-20', told: 200, attempts: 200 }

describe('when the attempts were made', () => {
  it('stands on page one and with the data when they were logged at another time', () => {
    expect(told(all, 'en')).toEqual(['1 – 20 November 2024', '1 – 20 November 2024'])
    expect(told(all, 'ko')).toEqual(['2024년 11월 1일~20일', '2024년 11월 1일~20일'])
  })

  it('says how many of them tell it when not all do', () => {
    const [text] = told({ ...all, told: 199 }, 'en')
    expect(text).toBe('1 – 20 November 2024 (told by 199 of 200)')
    expect(told({ ...all, told: 199 }, 'ko')[0]).toBe('2024년 11월 1일~20일(200회 중 199회에 적힘)')
  })

  it('is left out when that is when they were logged, and when none tells it', () => {
    expect(told({ ...all, first: '2025-01-02', last: '2025-01-02' }, 'en')).toEqual([])
    expect(told(null, 'en')).toEqual([])
  })
})
