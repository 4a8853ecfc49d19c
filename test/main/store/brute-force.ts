import { createHash } from 'node:crypto'
import type { AnswerClass, CaseClass, ConfigurationRecord } from '../../../shared/domain/record.ts'
import type { GivenTrial } from '../../helpers/workspace.ts'
import { loggedAt } from '../../helpers/workspace.ts'

/** The counted trials of one case: the first `planned` that are not void, by repeat. */
interface CaseOfTrials {
  readonly label: string
  readonly segment: string | null
  readonly all: readonly GivenTrial[]
  readonly fair: readonly GivenTrial[]
  readonly counted: readonly GivenTrial[]
}

function casesOf(rows: readonly GivenTrial[], planned: number, segments: ReadonlyMap<string, string>) {
  const labels = [...new Set(rows.map((row) => row.case))]
  return labels.map((label): CaseOfTrials => {
    const all = rows.filter((row) => row.case === label).toSorted((a, b) => a.repeat - b.repeat)
    const fair = all.filter((row) => row.outcome !== 'void')
    return { label, segment: segments.get(label) ?? null, all, fair, counted: fair.slice(0, planned) }
  })
}

function howMany<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function known(values: readonly (number | undefined)[]): number[] {
  return values.flatMap((value) => (value === undefined ? [] : [value]))
}

/** How often each name occurs, most often first, then by name; trials without one under null. */
function ranking(names: readonly (string | undefined)[]): [string | null, number][] {
  const distinct = [...new Set(names)]
  return distinct
    .map((name): [string | null, number] => [name ?? null, howMany(names, (each) => each === name)])
    .toSorted(([a, timesA], [b, timesB]) => timesB - timesA || ((a ?? '') < (b ?? '') ? -1 : 1))
}

function classOf({ counted }: CaseOfTrials): Omit<CaseClass, 'cases'> {
  return {
    passes: howMany(counted, (row) => row.outcome === 'pass'),
    errors: howMany(counted, (row) => row.outcome === 'error'),
    acceptedPasses: howMany(counted, (row) => row.outcome === 'pass' && row.verifier === 'accept'),
    acceptedFailures: howMany(counted, (row) => row.outcome !== 'pass' && row.verifier === 'accept'),
    verdicts: howMany(counted, (row) => row.verifier !== undefined || row.outcome === 'error'),
  }
}

/** Cases of the same class counted together, in an order that does not depend on the store's. */
export function classesOf(cases: readonly CaseOfTrials[]): CaseClass[] {
  const texts = cases.map((each) => JSON.stringify(classOf(each)))
  return sortClasses(
    cases.flatMap((each, index) => {
      const text = JSON.stringify(classOf(each))
      return texts.indexOf(text) === index
        ? [{ ...classOf(each), cases: howMany(texts, (other) => other === text) }]
        : []
    }),
  )
}

function classKey(each: CaseClass): string {
  return [each.passes, each.errors, each.acceptedPasses, each.acceptedFailures, each.verdicts].join()
}

export function sortClasses(classes: readonly CaseClass[]): CaseClass[] {
  return classes.toSorted((a, b) => (classKey(a) < classKey(b) ? -1 : 1))
}

/** Groups of equal answers, the largest first, and the classes they fall into, in an order of their own text. */
function answersOf(complete: readonly CaseOfTrials[]): ConfigurationRecord['answers'] {
  const votes = complete.flatMap((each) =>
    each.counted.filter((row) => row.outcome !== 'error' || (row.answer ?? '') !== ''),
  )
  if (votes.some((row) => (row.answer ?? '').trim() === '')) return null
  const texts = complete.map(({ counted }) => {
    const spoken = counted.filter((row) => (row.answer ?? '').trim() !== '')
    const distinct = [...new Set(spoken.map((row) => row.answer?.trim()))]
    const groups = distinct.map((answer) => ({
      count: howMany(spoken, (row) => row.answer?.trim() === answer),
      passes: howMany(spoken, (row) => row.answer?.trim() === answer && row.outcome === 'pass'),
    }))
    groups.sort((a, b) => b.count - a.count || b.passes - a.passes)
    return JSON.stringify({ groups, blanks: counted.length - spoken.length })
  })
  return sortAnswers(
    [...new Set(texts)].map((text) => ({
      ...JSON.parse(text),
      cases: howMany(texts, (each) => each === text),
    })),
  )
}

export function sortAnswers(classes: readonly AnswerClass[]): AnswerClass[] {
  return classes.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** The smallest value that at least `share` of the values do not exceed. */
function quantile(values: readonly number[], share: number): number | null {
  const reached = values.filter(
    (value) => howMany(values, (other) => other <= value) >= share * values.length - 1e-9,
  )
  return reached.length === 0 ? null : Math.min(...reached)
}

function subsets(values: readonly number[], size: number): number[][] {
  if (size === 0) return [[]]
  return values.flatMap((first, index) =>
    subsets(values.slice(index + 1), size - 1).map((rest) => [first, ...rest]),
  )
}

/** The mean, over every choice of k of the values, of the largest one chosen. */
function slowestOf(values: readonly number[], k: number): number {
  const choices = subsets(values, k)
  return total(choices.map((choice) => Math.max(...choice))) / choices.length
}

function latencyOf(complete: readonly CaseOfTrials[], planned: number): ConfigurationRecord['latency'] {
  const perCase = complete.map(({ counted }) => known(counted.map((row) => row.latencyMs)))
  const all = perCase.flat()
  const everyTrial = all.length > 0 && perCase.every((values) => values.length === planned)
  const depths = everyTrial ? Array.from({ length: planned }, (_, index) => index + 1) : []
  return {
    values: all.length,
    sum: total(all),
    p50: quantile(all, 0.5),
    p95: quantile(all, 0.95),
    slowestOf: depths.map((k) => total(perCase.map((values) => slowestOf(values, k))) / perCase.length),
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** As main/store/fingerprint.ts documents it, written out by hand. */
export function expectedFingerprint(
  planned: number,
  complete: readonly { readonly label: string; readonly counted: readonly GivenTrial[] }[],
): string {
  const digests = complete.map(({ label, counted }) => {
    const trials = counted.map((row) => {
      const fields = [row.outcome, row.verifier, row.cause, row.latencyMs, row.costUsd, row.answer]
      return `[${row.repeat},${fields.map((field) => JSON.stringify(field ?? null)).join(',')}]`
    })
    return sha256(`[${JSON.stringify(label)},[${trials.join(',')}]]`)
  })
  const lines = ['nines-fingerprint-2', String(planned), ...digests.toSorted()]
  return `sha256:${sha256(lines.map((line) => `${line}\n`).join(''))}`
}

function roundsOf(cases: readonly CaseOfTrials[], planned: number, listed: number) {
  const depth = Math.min(planned, ...cases.map(({ fair }) => fair.length))
  const rounds = cases.length < listed || listed === 0 ? 0 : depth
  const inside = cases.flatMap(({ fair }) => fair.slice(0, rounds))
  const times = cases.flatMap((each) => each.counted.map((row) => row.loggedAt ?? loggedAt)).toSorted()
  return {
    rounds,
    cases: listed,
    passes: howMany(inside, (row) => row.outcome === 'pass'),
    errors: howMany(inside, (row) => row.outcome === 'error'),
    fingerprint: expectedFingerprint(planned, cases),
    firstLoggedAt: times[0] ?? null,
    lastLoggedAt: times.at(-1) ?? null,
  }
}

/** Incomplete cases that were not begun after every complete one was. */
function leftOf(cases: readonly CaseOfTrials[], complete: readonly CaseOfTrials[]) {
  const begunAt = ({ counted }: CaseOfTrials): string =>
    counted.map((row) => row.loggedAt ?? loggedAt).toSorted()[0] ?? ''
  return cases
    .filter((each) => !complete.includes(each) && each.counted.length > 0)
    .filter((each) => complete.some((other) => begunAt(each) <= begunAt(other)))
}

function alikeOf(cases: readonly CaseOfTrials[]): ConfigurationRecord['leftIncomplete'] {
  const left = cases.map(({ counted }) => ({
    tried: counted.length,
    passes: howMany(counted, (row) => row.outcome === 'pass'),
  }))
  const texts = left.map((each) => JSON.stringify(each))
  return left
    .filter((_, index) => texts.indexOf(texts[index] ?? '') === index)
    .map((each) => ({ ...each, cases: howMany(texts, (text) => text === JSON.stringify(each)) }))
    .toSorted((a, b) => a.tried - b.tried || a.passes - b.passes)
}

function countsOf(cases: readonly CaseOfTrials[], complete: readonly CaseOfTrials[]) {
  const all = cases.flatMap((each) => each.all)
  const counted = complete.flatMap((each) => each.counted)
  return {
    cases: cases.length,
    completeCases: complete.length,
    trials: all.length,
    passes: howMany(counted, (row) => row.outcome === 'pass'),
    failures: howMany(counted, (row) => row.outcome === 'fail'),
    errors: howMany(counted, (row) => row.outcome === 'error'),
    voids: howMany(all, (row) => row.outcome === 'void'),
    notCounted: total(cases.map((each) => each.fair.length)) - counted.length,
    ofIncompleteCases: total(
      cases.filter((each) => !complete.includes(each)).map((each) => each.fair.length),
    ),
    extraRepeats: total(complete.map((each) => each.fair.length - each.counted.length)),
  }
}

/** One configuration's record, computed from its trials alone, case by case. */
export function expectedRecord(
  rows: readonly GivenTrial[],
  planned: number,
  segments: ReadonlyMap<string, string>,
  listedCases: number,
): Omit<ConfigurationRecord, 'name' | 'moreComputeThan' | 'compute'> {
  const cases = casesOf(rows, planned, segments)
  const complete = cases.filter((each) => each.counted.length === planned)
  const counted = complete.flatMap((each) => each.counted)
  const costs = known(counted.map((row) => row.costUsd))
  const times = counted.map((row) => row.loggedAt ?? loggedAt).toSorted()
  const named = [...new Set(complete.flatMap((each) => each.segment ?? []))].toSorted()
  return {
    plannedRepeats: planned,
    counts: countsOf(cases, complete),
    classes: classesOf(complete),
    leftIncomplete: alikeOf(leftOf(cases, complete)),
    answers: answersOf(complete),
    completeRounds: roundsOf(cases, planned, listedCases),
    cost: { values: costs.length, sum: total(costs) },
    latency: latencyOf(complete, planned),
    causes: ranking(counted.filter((row) => row.outcome !== 'pass').map((row) => row.cause)).map(
      ([cause, failures]) => ({ cause, failures }),
    ),
    segments: named.map((segment) => ({
      segment,
      classes: classesOf(complete.filter((each) => each.segment === segment)),
    })),
    fingerprint: expectedFingerprint(planned, [...complete, ...leftOf(cases, complete)]),
    firstLoggedAt: times[0] ?? null,
    lastLoggedAt: times.at(-1) ?? null,
    loggers: ranking(rows.map((row) => row.loggedBy)).map(([name, trials]) => ({ name, trials })),
  }
}
