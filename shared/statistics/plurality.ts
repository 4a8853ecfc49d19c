import type { AnswerGroup } from '../domain/record.ts'
import type { Random } from './random.ts'

/** What a case's trials answered; trials without an answer (errors) do not vote. */
export interface CaseAnswers {
  readonly groups: readonly AnswerGroup[]
  readonly blanks: number
}

/** Up to this many trials of a case, binomials and their sums are exact to 1e-12 and quick. */
export const exactPluralityLimit = 64

/** Rows 0 to n of Pascal's triangle. */
function binomials(n: number): readonly (readonly number[])[] {
  const rows: number[][] = [[1]]
  for (let row = 1; row <= n; row += 1) {
    const above = rows[row - 1] ?? []
    rows.push(Array.from({ length: row + 1 }, (_, index) => (above[index - 1] ?? 0) + (above[index] ?? 0)))
  }
  return rows
}

type Triangle = ReturnType<typeof binomials>

function choose(triangle: Triangle, n: number, k: number): number {
  return triangle[n]?.[k] ?? 0
}

interface Rivals {
  /** How often each number of votes is drawn from the rivals, by how many of them tie with the winner. */
  readonly ways: readonly Float64Array[]
}

/** Ways to draw from groups none of which gets more than `votes`; index: trials drawn, then ties at `votes`. */
function drawRivals(
  groups: readonly AnswerGroup[],
  blanks: number,
  votes: number,
  triangle: Triangle,
): Rivals {
  const total = groups.reduce((sum, each) => sum + each.count, blanks)
  const mostTies = Math.min(groups.filter((each) => each.count >= votes).length, Math.floor(total / votes))
  const empty = (): Float64Array[] => Array.from({ length: mostTies + 1 }, () => new Float64Array(total + 1))
  let ways = empty()
  for (let drawn = 0; drawn <= blanks; drawn += 1)
    ways[0]?.fill(choose(triangle, blanks, drawn), drawn, drawn + 1)
  let so = blanks
  for (const { count } of groups) {
    const next = empty()
    for (let take = 0; take <= Math.min(count, votes); take += 1) {
      const factor = choose(triangle, count, take)
      const tie = take === votes ? 1 : 0
      for (let ties = 0; ties + tie <= mostTies; ties += 1) {
        const from = ways[ties]
        const into = next[ties + tie]
        if (from === undefined || into === undefined) continue
        for (let drawn = 0; drawn <= so; drawn += 1) {
          into[drawn + take] = (into[drawn + take] ?? 0) + factor * (from[drawn] ?? 0)
        }
      }
    }
    ways = next
    so += count
  }
  return { ways }
}

function sizeOf({ groups, blanks }: CaseAnswers): number {
  return groups.reduce((sum, each) => sum + each.count, blanks)
}

/** Equal groups have equal chances: each kind is worked out once. */
function kinds(
  groups: readonly AnswerGroup[],
): readonly { readonly group: AnswerGroup; readonly number: number }[] {
  const found = Map.groupBy(groups, ({ count, passes }) => `${count} ${passes}`)
  return [...found.values()].flatMap((equal) => {
    const [group] = equal
    return group === undefined ? [] : [{ group, number: equal.length }]
  })
}

/**
 * Chance that the answer most of k drawn trials agree on passes, for every k from 1 to n (index k − 1); ties are
 * broken by a fair draw, and no answer at all does not pass. Exact: the multivariate hypergeometric distribution of
 * votes, summed over positive terms only. Costs about n³ for each kind of group.
 * @throws RangeError beyond {@link exactPluralityLimit} trials
 */
export function pluralityExact(answers: CaseAnswers): readonly number[] {
  const n = sizeOf(answers)
  if (n > exactPluralityLimit) throw new RangeError(`${n} trials are too many for the exact plurality`)
  const triangle = binomials(n)
  const scores = new Float64Array(n)
  for (const { group, number } of kinds(answers.groups)) {
    const share = (number * group.passes) / group.count
    if (share === 0) continue
    const index = answers.groups.indexOf(group)
    const rivals = answers.groups.toSpliced(index, 1)
    for (let votes = 1; votes <= group.count; votes += 1) {
      const { ways } = drawRivals(rivals, answers.blanks, votes, triangle)
      const own = share * choose(triangle, group.count, votes)
      for (const [ties, row] of ways.entries()) {
        for (const [drawn, count] of row.entries()) {
          const k = votes + drawn
          scores[k - 1] = (scores[k - 1] ?? 0) + (own * count) / (ties + 1) / choose(triangle, n, k)
        }
      }
    }
  }
  return Array.from(scores, (score) => Math.min(score, 1))
}

/** Brings the votes into a random order, whatever order they were in: Fisher and Yates. */
function shuffle(votes: Int32Array, random: Random): void {
  for (let last = votes.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const kept = votes[last] ?? 0
    votes[last] = votes[other] ?? 0
    votes[other] = kept
  }
}

/** Adds one run to `sums`: votes come in one by one, and after each the fair winner's share of passes counts. */
function addRun(votes: Int32Array, shares: Float64Array, counts: Int32Array, sums: Float64Array): void {
  counts.fill(0)
  let most = 0
  let winners = 0
  let sharesOfWinners = 0
  for (let index = 0; index < votes.length; index += 1) {
    const group = votes[index] ?? -1
    if (group >= 0) {
      const count = (counts[group] ?? 0) + 1
      counts[group] = count
      if (count > most) {
        most = count
        winners = 1
        sharesOfWinners = shares[group] ?? 0
      } else if (count === most) {
        winners += 1
        sharesOfWinners += shares[group] ?? 0
      }
    }
    if (winners > 0) sums[index] = (sums[index] ?? 0) + sharesOfWinners / winners
  }
}

/**
 * The same as {@link pluralityExact} by simulation: the mean over `runs` random orders of the trials. Each score
 * has a standard error of at most ½/√runs.
 */
export function pluralitySimulated(answers: CaseAnswers, runs: number, random: Random): readonly number[] {
  const { groups, blanks } = answers
  // The group each trial votes for, or −1 for no vote.
  const votes = Int32Array.from([
    ...groups.flatMap(({ count }, group) => Array.from({ length: count }, () => group)),
    ...Array.from({ length: blanks }, () => -1),
  ])
  const shares = Float64Array.from(groups, ({ passes, count }) => passes / count)
  const counts = new Int32Array(groups.length)
  const sums = new Float64Array(votes.length)
  for (let run = 0; run < runs; run += 1) {
    shuffle(votes, random)
    addRun(votes, shares, counts, sums)
  }
  return Array.from(sums, (sum) => Math.min(1, sum / runs))
}
