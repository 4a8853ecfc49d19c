import { describe, expect, it } from 'vitest'
import { readReport } from './read-report.ts'
import { worldReport } from './worlds.ts'

const en = readReport(worldReport('tauBench', 'en'))
const ko = readReport(worldReport('tauBench', 'ko'))

/*
 * Expected figures: the published pass^k and pass@k of gpt-4o on τ-bench airline; intervals and evidence by a
 * separate computation of the 64 bettors in another language.
 */

describe('page one of τ-bench', () => {
  it('says the verdict, the bottleneck and what they rest on', () => {
    expect(en.title).toBe('Not ready for Unattended (99%). Product engineering is the bottleneck.')
    expect(en.lead).toBe(
      'One attempt passes 42% of the time (27–59%); 99% is required. Even a perfect verifier would reach only 72% (50–89%) within 4 attempts: it takes better tools, context or data, or a narrower scope. Majority of 3 reaches only 38%.',
    )
    expect(en.claim).toBe('The interval holds for new cases like these 50, at 95% confidence.')
    expect(ko.title).toBe('Unattended(99%) 수준에 아직 못 미칩니다. 병목은 제품 엔지니어링입니다.')
    expect(ko.lead).toBe(
      '한 번 시도해 통과할 확률은 42%(27–59%)이고, 필요한 값은 99%입니다. 검증기가 완벽해도 4회 시도 안에서 72%(50–89%)에 그치므로 도구, 맥락, 데이터를 보강하거나 범위를 좁혀야 합니다. ‘3회 다수결’ 방식도 38%에 그칩니다.',
    )
    expect(ko.claim).toBe('구간은 이 사례 50개와 비슷한 새 사례에 대해 신뢰수준 95%로 성립합니다.')
  })

  it('judges each level', () => {
    expect(en.tables.get('levels')).toEqual([
      ['Level', 'Needs', 'Verdict', 'More cases'],
      ['Assist', '80%', 'short', '–'],
      ['Supervised', '95%', 'short', '–'],
      ['Unattended (target)', '99%', 'short', '–'],
    ])
    expect(ko.tables.get('levels')).toEqual([
      ['수준', '필요', '판정', '더 필요한 사례'],
      ['Assist', '80%', '미달', '–'],
      ['Supervised', '95%', '미달', '–'],
      ['Unattended(목표)', '99%', '미달', '–'],
    ])
  })

  it('says what more compute would buy: 38% by a vote, 72% by a perfect verifier', () => {
    // A perfect verifier tries 1 + 0.58 + 0.4333 + 0.34 = 2.35 times.
    expect(en.tables.get('compute')).toEqual([
      ['Way of working', 'Reaches', 'Attempts'],
      ['As is', '42%', '1'],
      ['Majority of 3', '38%', '3'],
      ['A perfect verifier (up to 4)', '72%', '2.35'],
      ['Your verifier', 'not logged', '–'],
    ])
    expect(ko.tables.get('compute')?.map(([first]) => first)).toEqual([
      '방식',
      '현재 그대로',
      '3회 다수결',
      '완벽한 검증기(최대 4회)',
      '지금의 검증기',
    ])
  })

  it('says what to do next', () => {
    expect(en.steps).toEqual([
      'Study the 14 cases that never passed. Within 4 attempts they cap retrying and voting at 72%.',
      'Build a verifier. A perfect one would lift 42% to 72% within 4 attempts.',
      'Label failure causes. 0 of 116 failures are labelled; causes tell tools, context and specification apart.',
    ])
    expect(ko.steps).toEqual([
      '한 번도 통과하지 못한 사례 14개를 살펴보십시오. 이런 사례 때문에 4회 시도 안에서는 재시도도 투표도 72%를 넘지 못합니다.',
      '검증기를 만드십시오. 완벽한 검증기라면 4회 시도 안에서 42%를 72%로 높입니다.',
      '실패 원인을 표시하십시오. 실패 116건 중 0건에 원인이 있습니다. 원인이 있어야 도구, 맥락, 명세의 문제를 구별할 수 있습니다.',
    ])
  })

  it('says what was tested', () => {
    expect(
      en.tables.get('tested')?.map(([fact, value]) => `${fact}: ${value?.replaceAll(/ ?– ?/g, '–')}`),
    ).toEqual([
      'Configuration: gpt-4o tool-calling',
      'Cases × repeats: 50 × 4, all complete',
      'Trials counted: 200 of 200',
      'Errors, counted as failures: 0',
      'Void, excluded: 0',
      'Logged: 1–2 January 2025',
      'Logged by: no name given (200)',
    ])
    expect(ko.tables.get('tested')?.map(([fact, value]) => `${fact}: ${value}`)).toEqual([
      '구성: gpt-4o tool-calling',
      '사례 × 반복: 50 × 4, 모두 완료',
      '집계한 시도: 200회 중 200회',
      '오류, 실패로 계산: 0',
      '무효, 제외: 0',
      '기록 기간: 2025년 1월 1일~2일',
      '기록한 사람: 이름 없음(200)',
    ])
  })

  it('says how to read it', () => {
    expect(en.sections.get('reading')).toContain('at most 5% for each level')
    expect(en.sections.get('reading')).toContain('solved at least once in 4 tries')
    expect(ko.sections.get('reading')).toContain('4회 시도 중 한 번 이상 풀었지만')
  })

  it('has no percentage but those of the assessment', () => {
    const percentages = new Set(en.firstPage.match(/\d[\d.]*%/g))
    // Estimates, ends of intervals, levels, α, confidence and the axis.
    const expected = ['42%', '59%', '72%', '89%', '38%', '30%', '28%', '80%', '95%', '99%', '5%']
    const axis = ['0%', '20%', '40%', '60%', '100%']
    expect([...percentages].toSorted()).toEqual([...expected, ...axis].toSorted())
  })
})

describe('the evidence of τ-bench', () => {
  it('has the published figures with their intervals', () => {
    expect(en.tables.get('repeats')).toEqual([
      ['Attempts k', 'Any passes (pass@k)', 'All pass (pass^k)', 'Majority passes'],
      ['1', '42% (27–59%)', '42% (27–59%)', '42% (27–59%)'],
      ['2', '57% (38–73%)', '27% (12–47%)', '–'],
      ['3', '66% (45–83%)', '22% (7–43%)', '38% (20–58%)'],
      ['4', '72% (50–89%)', '20% (5–41%)', '–'],
    ])
    // In Korean, no space stands before a bracket.
    const rows = en.tables.get('repeats')?.slice(1)
    expect(ko.tables.get('repeats')?.slice(1)).toEqual(
      rows?.map((row) => row.map((cell) => cell.replace(' (', '('))),
    )
  })

  it('has the odds for each level', () => {
    expect(en.tables.get('evidence')?.slice(1)).toEqual([
      ['Assist', '80%', '', 'under 1 : 1', '10¹¹ : 1', 'short', '–'],
      ['Supervised', '95%', '', 'under 1 : 1', '10³³ : 1', 'short', '–'],
      ['Unattended', '99%', '', 'under 1 : 1', '10⁶¹ : 1', 'short', '–'],
    ])
    expect(en.sections.get('evidence')).toContain('20 : 1 decides a level')
  })

  it('has the one way of spending more compute that can be replayed', () => {
    expect(en.tables.get('strategies')?.slice(1)).toEqual([
      ['Majority of 3', '38%', '20–58%', 'short', 'not logged'],
    ])
    expect(en.sections.get('strategies')).toContain('against Unattended (99%)')
  })

  it('says what is not measured, and why', () => {
    expect(en.tables.has('retry')).toBe(false)
    expect(en.sections.get('retry')).toContain(
      'not measured: verifier verdicts are not logged for every attempt',
    )
    expect(en.sections.get('series')).toContain('not measured: no other configuration has another amount')
    expect(en.tables.has('segments')).toBe(false)
    expect(en.parts.get('part-failures')).toContain('Segments: not measured, because no complete case names')
    expect(ko.sections.get('retry')).toContain('측정되지 않음: 검증기 판정이 모든 시도에 기록되지 않았습니다')
  })

  it('answers in words at the head of each part', () => {
    const heads = {
      'part-evidence':
        'Evidence One attempt passes 42% of the time (27–59%). Fallen short of: Assist (80%), Supervised (95%), Unattended (99%).',
      'part-scaling':
        'Scaling More compute is not enough for Unattended (99%). On the logged attempts it does not help: Majority of 3 reaches 38% (20–58%), one attempt 42%.',
      'part-failures':
        'Failures 116 of 200 counted attempts did not pass. None of them carries a cause, so that tools, context and specification cannot be told apart.',
      economy:
        'Cost and latency What an attempt costs and how long it takes was not logged. No budget is set.',
      'part-data': 'Data 200 attempts were logged; the claims rest on 200 of them.',
    }
    for (const [id, words] of Object.entries(heads)) expect(en.parts.get(id)).toContain(words)
    expect([...en.parts.keys()]).toEqual([...Object.keys(heads).slice(0, 4), 'method', 'part-data'])
    expect([...ko.parts.keys()]).toEqual([...en.parts.keys()])
  })

  it('compares nothing while there is one configuration', () => {
    expect(en.parts.has('part-comparison')).toBe(false)
  })

  it('says once why there is no price, and has counts that add up', () => {
    expect(en.tables.has('economy')).toBe(false)
    expect(en.parts.get('economy')).toBe(
      'Cost and latency What an attempt costs and how long it takes was not logged. No budget is set.',
    )
    expect(en.tables.get('data')?.map(([, count]) => count)).toEqual(['84', '116', '0', '0', '0', '0', '200'])
    expect(ko.tables.get('data')?.at(-1)).toEqual(['기록된 시도 모두', '200'])
    expect(en.tables.get('case-counts')?.map(([, count]) => count)).toEqual(['50', '0', '0', '50'])
  })

  it('can be checked: method, fingerprint and command', () => {
    expect(en.parts.get('method')).toContain('planned attempts (4)')
    expect(en.sections.get('check')).toContain(`sha256:${'0'.repeat(64)}`)
    expect(en.sections.get('check')).toContain(
      "nines assess --task airline --configuration 'gpt-4o tool-calling' --scope new-cases --json",
    )
  })
})
