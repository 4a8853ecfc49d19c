import { describe, expect, it } from 'vitest'
import { reliabilityScores } from '../../shared/assessment/scores.ts'
import type { Scores } from '../../shared/statistics/evidence.ts'
import { type Random, seededRandom } from '../../shared/statistics/random.ts'
import { completeRounds, configurationRecord } from '../shared/assessment/records.ts'
import { caseKinds, type Claim, claimsOf, remembered, requiredMeans, tooOften } from './simulation.ts'

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Moves the chances of a list towards 0 or 1, in proportion, until their mean is θ. */
function withMean(chances: readonly number[], theta: number): readonly number[] {
  const found = mean(chances)
  return found > theta
    ? chances.map((chance) => (chance * theta) / found)
    : chances.map((chance) => 1 - ((1 - chance) * (1 - theta)) / (1 - found))
}

/** What is scored of a list after some complete rounds, as for every claim about a fixed list. */
function scoresAfter(rounds: number, cases: number, passes: number): Scores {
  const record = configurationRecord({
    plannedRepeats: rounds,
    classes: [],
    completeRounds: completeRounds({ rounds, cases, passes }),
  })
  return reliabilityScores(record, 'these-cases')
}

/** One team: runs the list round after round and looks after each. */
function everClaimed(
  random: Random,
  list: readonly number[],
  rounds: number,
  claimsAt: (passes: number, rounds: number) => readonly Claim[],
): Set<Claim> {
  const claimed = new Set<Claim>()
  let passes = 0
  for (let round = 1; round <= rounds; round += 1) {
    for (const chance of list) if (random() < chance) passes += 1
    for (const each of claimsAt(passes, round)) claimed.add(each)
  }
  return claimed
}

/** Short lists that many rounds are run of, and long ones that few are. */
const lists = [
  { cases: 20, rounds: 60 },
  { cases: 500, rounds: 6 },
] as const

const worlds = caseKinds.flatMap(({ kind, chance }) =>
  requiredMeans.flatMap((theta) =>
    lists.map((list, index) => ({ kind, theta, ...list, chance, seed: index })),
  ),
)

describe('a fixed list of cases, the mean of their chances exactly what is required', () => {
  it.each(worlds)(
    '$cases $kind cases at $theta, a look after every one of $rounds rounds',
    ({ theta, cases, rounds, chance, seed }) => {
      const random = seededRandom(11 + seed)
      const drawn = Array.from({ length: cases }, () => chance(theta, random))
      const list = withMean(drawn, theta)
      expect(mean(list)).toBeCloseTo(theta, 12)
      expect(list.every((each) => each >= 0 && each <= 1)).toBe(true)
      const claimsAt = remembered((passes, round) => claimsOf(scoresAfter(round, cases, passes), theta))
      const teams = Array.from({ length: 1000 }, () => everClaimed(random, list, rounds, claimsAt))
      expect(tooOften(teams)).toEqual([])
    },
  )
})
