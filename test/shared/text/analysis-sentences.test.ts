import { describe, expect, it } from 'vitest'
import type { Assessment, Interval } from '../../../shared/domain/assessment.ts'
import type { PairComparison } from '../../../shared/domain/comparison.ts'
import type { NotMeasuredReason } from '../../../shared/domain/measured.ts'
import type { PlanChange } from '../../../shared/domain/plan-change.ts'
import type { Plan } from '../../../shared/domain/plan.ts'
import {
  comparisonTexts,
  planChangeTexts,
  planTexts,
  scalingTexts,
  verifierTexts,
  votesTexts,
} from '../../../shared/text/sentences.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { assessmentWith } from './sample.ts'

type Measured<T> = Exclude<T, { readonly notMeasured: NotMeasuredReason }>
type Verifier = Measured<Assessment['verifier']>
type Scaling = Measured<Assessment['scaling']>

const en = translatorFor('en')
const ko = translatorFor('ko')

const between = (estimate: number, lower: number, upper: number): Interval => ({ estimate, lower, upper })

const utility = {
  wrongCost: 5,
  byAttempts: [1, 2, 3, 4].map((k) => ({ k, ...between(0.1, 0, 0.2) })),
  bestK: 2,
  hurtsFrom: 3,
  hurtsShownFrom: null,
  handingOverServesBetter: false,
} satisfies Verifier['utility']

function verifierWith(given: Partial<Verifier> = {}): Assessment {
  const verifier: Verifier = {
    trueAccept: { ...between(0.92, 0.86, 0.97), trials: 210 },
    falseAccept: { ...between(0.15, 0.09, 0.24), trials: 190 },
    k: 4,
    cases: 100,
    right: between(0.8, 0.7, 0.88),
    rightIfPerfect: between(0.9, 0.82, 0.95),
    addedIfPerfect: between(0.1, 0.06, 0.17),
    closes: 0.4,
    closesIfPerfect: 0.7,
    utility: { notMeasured: 'no-wrong-cost' },
    ...given,
  }
  return assessmentWith({ level: 'Ready' }, { verifier })
}

describe('what is said of a verifier', () => {
  it('rates, what a perfect one would add, and how much of the way each closes', () => {
    expect(verifierTexts(en, verifierWith())).toEqual([
      'The verifier accepts 92% (86–97%) of the right answers and 15% (9–24%) of the wrong ones.',
      'Within 4 attempts it delivers 80% right answers; a perfect one would deliver 90%, 10 points (6 to 17 points) more.',
      'Of the way to Ready, retrying closes 40%; a perfect verifier alone would close 70%.',
    ])
    expect(verifierTexts(ko, verifierWith())).toEqual([
      '검증기는 정답의 92%(86–97%), 오답의 15%(9–24%)를 수락합니다.',
      '4회 시도 안에서 정답을 80% 내놓습니다. 완벽한 검증기라면 90%로, 10%p(6~17%p) 더 많습니다.',
      'Ready 수준까지 남은 거리 가운데 재시도가 40%를 메우고, 검증기만 완벽해지면 70%를 메웁니다.',
    ])
  })

  it.each([
    [
      'no-passes',
      'trueAccept',
      /^The verifier accepts 15% \(9–24%\) of the wrong answers; there is no right/,
      /^검증기는 오답의 15%\(9–24%\)를/,
    ],
    [
      'no-failures',
      'falseAccept',
      /^The verifier accepts 92% \(86–97%\) of the right answers; there is no wrong/,
      /^검증기는 정답의 92%\(86–97%\)를/,
    ],
  ] as const)('%s: only the rate there is', (notMeasured, rate, english, korean) => {
    const given = verifierWith({ [rate]: { estimate: { notMeasured }, lower: 0, upper: 1, trials: 0 } })
    expect(verifierTexts(en, given)[0]).toMatch(english)
    expect(verifierTexts(ko, given)[0]).toMatch(korean)
    expect([...verifierTexts(en, given), ...verifierTexts(ko, given)].join(' ')).not.toMatch(
      /not measured|측정/,
    )
  })

  it('nothing of a way where the level is met by one attempt, and none that is lost', () => {
    const met = { notMeasured: 'not-applicable' } as const
    expect(verifierTexts(en, verifierWith({ closes: met, closesIfPerfect: met }))).toHaveLength(2)
    expect(verifierTexts(en, verifierWith({ closes: -0.3 }))[2]).toContain('retrying closes 0%;')
  })

  it('one attempt, in the singular', () => {
    expect(verifierTexts(en, verifierWith({ k: 1 }))[1]).toMatch(/^Within 1 attempt it delivers/)
  })

  it.each([
    [{}, 'From attempt 3 on, more attempts seem to hurt; that is not shown yet.', '아직 판정할 수 없습니다'],
    [
      { hurtsShownFrom: 3 },
      '3 attempts and more, as far as logged, do worse than 2.',
      '기록된 범위에서 3회부터는 2회보다 나쁩니다.',
    ],
    [{ hurtsShownFrom: 4 }, 'All 4 attempts do worse than 2.', '4회를 모두 쓰면 2회보다 나쁩니다.'],
    [{ hurtsFrom: null }, 'More attempts did not hurt within those logged.', '나빠지지 않았습니다'],
  ])('where more attempts hurt: %j', (given, english, korean) => {
    const assessment = verifierWith({ utility: { ...utility, ...given } })
    const [best, hurts] = verifierTexts(en, assessment).slice(-2)
    expect(best).toBe('With a wrong answer undoing 5 right ones, 2 attempts serve best.')
    expect(hurts).toBe(english)
    expect(verifierTexts(ko, assessment).at(-1)).toContain(korean)
  })

  it('that no attempt is worth it, by the estimates, where handing over serves better', () => {
    const given = { ...utility, bestK: 1, hurtsFrom: null, handingOverServesBetter: true }
    for (const each of [given, { ...given, hurtsFrom: 2, hurtsShownFrom: 2 }]) {
      const assessment = verifierWith({ utility: each })
      expect(verifierTexts(en, assessment).slice(3)).toEqual([
        'With a wrong answer undoing 5 right ones, no attempt is worth it by the estimates: handing every task to a person serves better.',
      ])
      expect(verifierTexts(ko, assessment).slice(3)).toEqual([
        '오답 하나가 정답 5개를 상쇄할 때는 추정값으로 보아 한 번도 시도하지 않고 모든 작업을 사람에게 넘기는 편이 낫습니다.',
      ])
    }
  })

  it('why there is nothing to say', () => {
    const none = assessmentWith({}, { verifier: { notMeasured: 'no-verifier-verdicts' } })
    expect(verifierTexts(en, none)).toEqual([
      'not measured: verifier verdicts are not logged for every attempt',
    ])
  })
})

const point = {
  configuration: 'A',
  ...between(0.5, 0.4, 0.6),
  cases: 100,
  verdict: 'short',
  costUsd: 1,
  latencyMs: 1,
} as const

const lastStep = {
  from: 1,
  to: 1600,
  sharedCases: 90,
  gain: between(0.12, 0.05, 0.2),
  repeatFallsShort: false,
}

function scalingWith(given: Partial<Scaling>): Scaling {
  return {
    unit: 'samples',
    level: 'Ready',
    required: 0.9,
    points: [
      { ...point, amount: 1 },
      { ...point, amount: 1600 },
    ],
    fit: [],
    lastStep,
    statement: 'open',
    reachedAt: null,
    ...given,
  }
}

describe('what is said of a compute series', () => {
  const range = 'Nothing is claimed beyond 1,600 samples, the largest amount measured.'

  it.each([
    [{ statement: 'reaches', reachedAt: 1 }, 'Within the measured range, 1 samples reaches Ready.'],
    [
      { statement: 'saturating' },
      'Up to 1,600 samples it falls short and levels off: the last step gained 12 points (5 to 20 points), and another step that gains no more would not reach Ready.',
    ],
    [
      { statement: 'rising' },
      'Up to 1,600 samples it falls short, but the last step still gained 12 points (5 to 20 points): measure a larger amount.',
    ],
    [
      { statement: 'rising', lastStep: { ...lastStep, repeatFallsShort: true } },
      'Up to 1,600 samples it falls short, but the last step still gained 12 points (5 to 20 points). One more step like it would not reach Ready yet: measure a larger amount.',
    ],
    [{ statement: 'open' }, 'Up to 1,600 samples it is open whether more compute reaches Ready.'],
  ] as const)('%j', (given, sentence) => {
    expect(scalingTexts(en, scalingWith(given))).toEqual([sentence, range])
    const [korean, koreanRange] = scalingTexts(ko, scalingWith(given))
    expect(korean).toMatch(/[가-힣]\.$/)
    expect(koreanRange).toBe('측정한 가장 큰 연산량(1,600 samples) 너머는 판정하지 않습니다.')
  })

  it('an amount that nobody measured is no part of the range', () => {
    const noFigure = { estimate: { notMeasured: 'no-complete-cases' }, lower: 0, upper: 1, cases: 0 } as const
    const planned = { ...point, ...noFigure, amount: 64_000 }
    const found = scalingWith({ points: [{ ...point, amount: 1 }, { ...point, amount: 1600 }, planned] })
    expect(scalingTexts(en, found)).toEqual([
      'Up to 1,600 samples it is open whether more compute reaches Ready.',
      range,
    ])
    const nothing = scalingWith({ points: [{ ...planned, amount: 1 }, planned] })
    expect(scalingTexts(en, nothing)).toEqual([
      'Up to 1,600 samples it is open whether more compute reaches Ready.',
    ])
  })
})

function pairWith(given: Partial<PairComparison>): PairComparison {
  return {
    first: 'A',
    second: 'B',
    sharedCases: 120,
    difference: between(0.1, 0.02, 0.18),
    verdict: 'more-evidence',
    logEvidenceFirst: 0,
    logEvidenceSecond: 0,
    casesNeeded: null,
    onlyFirst: { count: 0, cases: [] },
    onlySecond: { count: 0, cases: [] },
    ...given,
  }
}

describe('what is said of a pair', () => {
  const shared = 'Compared on 120 cases that both completed.'

  it.each([
    [{ verdict: 'first-better' }, 'A is more reliable than B, by 10 points (2 to 18 points).'],
    // Who is better comes first: 10 points, though A minus B is −10.
    [
      { verdict: 'second-better', difference: between(-0.1, -0.18, -0.02) },
      'B is more reliable than A, by 10 points (2 to 18 points).',
    ],
    [{ difference: between(-0.03, -0.14, 0.09) }, 'Between A and B it is open: −3 points (−14 to 9 points).'],
  ] as const)('%j', (given, sentence) => {
    expect(comparisonTexts(en, pairWith(given))).toEqual([sentence, shared])
    expect(comparisonTexts(ko, pairWith(given))[0]).toMatch(/[가-힣%).]$/)
  })

  it('names what says nothing, one and several', () => {
    const unpaired = { onlyFirst: { count: 1, cases: ['x'] }, onlySecond: { count: 1200, cases: [] } }
    expect(comparisonTexts(en, pairWith(unpaired)).slice(2)).toEqual([
      '1 case of A alone says nothing here.',
      '1,200 cases of B alone say nothing here.',
    ])
    expect(comparisonTexts(ko, pairWith(unpaired)).slice(2)).toEqual([
      'A 쪽에만 있는 사례 1개는 비교에 쓰이지 않습니다.',
      'B 쪽에만 있는 사례 1,200개는 비교에 쓰이지 않습니다.',
    ])
  })

  it('says that they share no case, in place of a difference', () => {
    const none = pairWith({ sharedCases: 0, onlyFirst: { count: 9, cases: [] } })
    expect(comparisonTexts(en, none)).toEqual([
      'A and B share no complete case.',
      '9 cases of A alone say nothing here.',
    ])
  })
})

function changed(before: PlanChange['before'], after: PlanChange['after'], trials = 200): PlanChange {
  return { changedAt: '2026-03-05T23:59:00.000Z', trials, before, after }
}

describe('what is said of a changed plan', () => {
  const told = '200 trials had been logged by then: the plan was changed with them in sight.'

  it.each([
    [
      { plannedRepeats: null },
      { plannedRepeats: 4 },
      'The repeats planned per case were changed on 5 March 2026, from as in the first import to 4.',
    ],
    [
      { plannedCases: 1200 },
      { plannedCases: null },
      'The planned cases were changed on 5 March 2026, from 1,200 to any number.',
    ],
    [
      { scope: 'new-cases' },
      { scope: 'these-cases' },
      'The claim was changed on 5 March 2026, from new cases to these cases.',
    ],
    [
      { alpha: 0.05 },
      { alpha: 0.0001 },
      'The chance of a wrong claim, α, was changed on 5 March 2026, from 0.05 to 0.0001.',
    ],
    [
      { levels: [{ name: 'Ready', required: 0.9 }] },
      { levels: [{ name: 'Ready', required: 0.9, alpha: 0.01 }] },
      'The levels were changed on 5 March 2026, from Ready 90% to Ready 90% (α = 0.01).',
    ],
    [
      { target: 'Assist' },
      { target: 'Unattended' },
      'The target was changed on 5 March 2026, from Assist to Unattended.',
    ],
  ] as const)('%j → %j', (before, after, sentence) => {
    expect(planChangeTexts(en, [changed(before, after)])).toEqual([`${sentence} ${told}`])
    const [korean] = planChangeTexts(ko, [changed(before, after)])
    expect(korean).toMatch(/2026년 3월 5일.* → .*시도 200회가 기록되어 있어/)
  })

  it('a sentence a field and one text a change, a single trial in the singular', () => {
    const found = planChangeTexts(en, [
      changed({ plannedRepeats: 2, alpha: 0.05 }, { plannedRepeats: 4, alpha: 0.1 }, 1),
      changed({ plannedRepeats: 4 }, { plannedRepeats: 8 }),
    ])
    expect(found).toHaveLength(2)
    expect(found[0]).toMatch(
      /from 2 to 4\. .*from 0\.05 to 0\.1\. 1 trial had been logged by then: .* it in sight\.$/,
    )
    expect(planChangeTexts(en, [])).toEqual([])
  })
})

describe('what is said of a plan', () => {
  const plan: Plan = {
    formatVersion: 1,
    methodVersion: 3,
    required: 0.995,
    assumed: 0.999,
    alpha: 0.05,
    spread: 0,
    repeats: [1, 4],
    costPerTrialUsd: null,
    runs: 1000,
    mostCases: 20_000,
    seed: 1234,
    plans: [],
    reached: [],
    zeroFailure: { required: 0.995, fixedSize: 598, anyTime: 1901 },
    zeroFailureTable: [],
  }
  const alike =
    'All cases are assumed to be equally hard. The more they differ, the less a further attempt at the same case tells, and the more cases it takes.'
  const zeroFailure =
    'Without a single failure it takes 598 cases when their number is fixed beforehand, 1,901 when one may look after every case.'
  const seed = 'Simulated with seed 1234: 1,000 teams that look after every case.'

  it('how it was computed, and what it takes without a failure', () => {
    expect(planTexts(en, plan)).toEqual([alike, zeroFailure, seed])
    expect(planTexts(ko, plan)).toEqual([
      '모든 사례가 똑같이 어렵다고 가정했습니다. 사례 사이의 차이가 클수록 같은 사례를 한 번 더 시도해 알 수 있는 것이 적고, 사례가 더 많이 필요합니다.',
      '실패가 하나도 없다면 사례 수를 미리 정할 때 598개, 사례마다 확인할 때 1,901개가 필요합니다.',
      '사례마다 결과를 확인하는 팀 1,000개를 모의실험했습니다(시드 1234).',
    ])
  })

  it.each([0.995, 0.9])('of %d or less assumed is chance alone', (assumed) => {
    expect(planTexts(en, { ...plan, assumed })).toEqual([
      'Assumed is no more than required: a team that claims it anyway does so by chance, at most 5% of the time.',
      alike,
      zeroFailure,
      seed,
    ])
  })

  it('how much cases are assumed to differ', () => {
    const differing = { ...plan, spread: 0.25 }
    expect(planTexts(en, differing)[0]).toBe(
      'Cases are assumed to differ: two attempts at the same case correlate by 0.25. The more they differ, the less a further attempt at the same case tells, and the more cases it takes.',
    )
    expect(planTexts(ko, differing)[0]).toBe(
      '사례가 서로 달라, 한 사례의 두 시도 사이에 0.25의 상관이 있다고 가정했습니다. 사례 사이의 차이가 클수록 같은 사례를 한 번 더 시도해 알 수 있는 것이 적고, 사례가 더 많이 필요합니다.',
    )
  })

  it.each([0, 0.25])('that it makes no difference with one attempt per case: %d', (spread) => {
    const single = { ...plan, spread, repeats: [1] }
    expect(planTexts(en, single)[0]).toBe(
      'With one attempt per case it makes no difference how much cases differ.',
    )
    expect(planTexts(ko, single)[0]).toBe(
      '사례마다 한 번만 시도하면 사례 사이의 차이는 결과에 영향이 없습니다.',
    )
  })

  it.each([0, 1])('nothing of that where cases cannot differ: %d of the attempts pass', (assumed) => {
    const [first] = planTexts(en, { ...plan, assumed, spread: 0.25 })
    expect(first).toBe(planTexts(en, { ...plan, assumed, spread: 0 })[0])
    expect(first).not.toContain('differ')
  })
})

const withVotes = (simulation: Measured<Assessment['repeats']['plurality']>['simulation']): Assessment => {
  const plain = assessmentWith({ level: 'Ready' }, {})
  return { ...plain, repeats: { ...plain.repeats, plurality: { rows: [], simulation } } }
}

describe('what is said of votes', () => {
  it('is how they were simulated, with the seed and the error', () => {
    const simulated = withVotes({ runs: 1000, seed: 1, standardErrorAtMost: 0.01581 })
    expect(votesTexts(en, simulated)).toEqual([
      'Votes on the answers are simulated: 1,000 random orders for each kind of case, seed 1; standard error at most 1.58 points.',
    ])
    expect(votesTexts(ko, simulated)).toEqual([
      '답에 대한 투표는 모의실험입니다. 사례의 종류마다 무작위 순서 1,000가지, 시드 1, 표준오차는 최대 1.58%p입니다.',
    ])
  })

  it('is nothing when they are exact, or when no answers were logged', () => {
    expect(votesTexts(en, withVotes(null))).toEqual([])
    expect(votesTexts(en, assessmentWith({ level: 'Ready' }, {}))).toEqual([])
  })
})
