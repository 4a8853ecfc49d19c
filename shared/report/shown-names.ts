import type { Assessment, NextStep, Strategy } from '../domain/assessment.ts'
import type { PlannedFields } from '../domain/plan-change.ts'
import type { ReportData } from '../domain/report-data.ts'
import { textWidth } from '../charts/text-width.ts'
import { setApart } from '../text/sentence.ts'
import type { Task } from '../domain/task.ts'

type Kind = 'configuration' | 'level' | 'segment' | 'case' | 'logger' | 'unit'
type Limits = Readonly<Record<Kind, number>>

/** Widths in em of the longest names in tables, charts and sentences; the data page has them whole. */
const onPages: Limits = { configuration: 44, level: 52, segment: 38, case: 38, logger: 20, unit: 16 }
/** Page one has to hold everything: a long name or two as well, more of them only when each gives way. */
const onPageOne: Limits = { ...onPages, configuration: 24, level: 26, logger: 20 }
const onCrowdedPageOne: Limits = { ...onPages, configuration: 17, level: 18, logger: 8 }
const mostLongNames = 2

/** A word is cut in the middle only where leaving all of it out would cost more letters than these. */
const longestLoss = 14

/** As many letters as fit, in whole words where that costs little. */
function headOf(letters: readonly string[], ems: number): string {
  let [used, kept] = [0, '']
  for (const letter of letters) {
    used += textWidth(letter, 1)
    if (used > ems) break
    kept += letter
  }
  const space = kept.lastIndexOf(' ')
  return (space > 0 && kept.length - space <= longestLoss ? kept.slice(0, space) : kept).trimEnd()
}

/** The same from the end. */
function tailOf(letters: readonly string[], ems: number): string {
  let [used, kept] = [0, '']
  for (const letter of letters.toReversed()) {
    used += textWidth(letter, 1)
    if (used > ems) break
    kept = `${letter}${kept}`
  }
  const space = kept.indexOf(' ')
  return (space >= 0 && space < Math.min(longestLoss, kept.length - 1) ? kept.slice(space) : kept).trimStart()
}

/**
 * A long name with its middle left out: what tells two of them apart is often at the end.
 * @param most its greatest width, in em: a Korean letter is as wide as two Latin ones
 */
export function shortened(name: string, most: number): string {
  if (textWidth(name, 1) <= most) return name
  const letters = Array.from(name)
  const room = most - textWidth(gap, 1)
  return `${headOf(letters, (2 * room) / 3)}${gap}${tailOf(letters, room / 3)}`
}

const gap = ' … '

type Shorten = (name: string) => string

/** What a reader's fonts may lack: names that differ in this alone would print alike, some of them as nothing. */
const hardlyPrinted =
  /[^ -~\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{N}\p{P}\p{Sm}\p{Sc}]/gu

function printed(text: string): string {
  return text.normalize('NFC').replaceAll(hardlyPrinted, '').trim()
}

/** A function that shortens names, and keeps apart those that would become alike. */
function shortener(names: readonly string[], most: number): Shorten {
  const taken = new Set<string>()
  const shown = new Map<string, string>()
  for (const name of new Set(names)) {
    const text = shortened(name, most)
    let own = text
    for (let number = 2; taken.has(printed(own)); number += 1) own = `${setApart(text)} (${number})`
    taken.add(printed(own))
    shown.set(name, own)
  }
  return (name) => shown.get(name) ?? shortened(name, most)
}

interface Names {
  readonly configuration: Shorten
  readonly level: Shorten
  readonly segment: Shorten
  readonly logger: Shorten
  readonly case: Shorten
  readonly unit: Shorten
}

function namesOf({ assessment, configurations, task }: ReportData, limits: Limits): Names {
  return {
    configuration: shortener(
      configurations.map((each) => each.name),
      limits.configuration,
    ),
    level: shortener(
      task.levels.map((each) => each.name),
      limits.level,
    ),
    segment: shortener(
      assessment.segments.map((each) => each.segment),
      limits.segment,
    ),
    logger: shortener(
      assessment.loggers.flatMap((each) => each.name ?? []),
      limits.logger,
    ),
    case: (name) => shortened(name, limits.case),
    unit: (name) => shortened(name, limits.unit),
  }
}

function withName<Named extends { readonly name: string }>(each: Named, name: Shorten): Named {
  return { ...each, name: name(each.name) }
}

function withStrategy(each: Strategy, { configuration }: Names): Strategy {
  return { ...each, configuration: configuration(each.configuration) }
}

function withStep(step: NextStep, names: Names): NextStep {
  if ('strategy' in step) return { ...step, strategy: withStrategy(step.strategy, names) }
  if ('configuration' in step) {
    return { ...step, configuration: names.configuration(step.configuration), level: names.level(step.level) }
  }
  if ('level' in step) return { ...step, level: names.level(step.level) }
  return 'unit' in step ? { ...step, unit: names.unit(step.unit) } : step
}

function shownBottleneck(bottleneck: Assessment['bottleneck'], names: Names): Assessment['bottleneck'] {
  const { level, strategies, chosen, nextSteps } = bottleneck
  return {
    ...bottleneck,
    level: names.level(level),
    strategies: strategies.map((each) => withStrategy(each, names)),
    chosen: chosen === null ? null : withStrategy(chosen, names),
    nextSteps: nextSteps.map((each) => withStep(each, names)),
  }
}

function shownScaling(scaling: Assessment['scaling'], names: Names): Assessment['scaling'] {
  if ('notMeasured' in scaling) return scaling
  return {
    ...scaling,
    unit: names.unit(scaling.unit),
    level: names.level(scaling.level),
    points: scaling.points.map((each) => ({
      ...each,
      configuration: names.configuration(each.configuration),
    })),
  }
}

function shownPlan(fields: PlannedFields, { level }: Names): PlannedFields {
  const { levels, target } = fields
  return {
    ...fields,
    ...(levels === undefined ? {} : { levels: levels.map((each) => withName(each, level)) }),
    ...(target === undefined ? {} : { target: level(target) }),
  }
}

function shownAssessment(assessment: Assessment, names: Names): Assessment {
  const { bottleneck, scaling, segments, loggers, levels, planChanges } = assessment
  return {
    ...assessment,
    configuration: names.configuration(assessment.configuration),
    target: names.level(assessment.target),
    levels: levels.map((each) => withName(each, names.level)),
    bottleneck: shownBottleneck(bottleneck, names),
    scaling: shownScaling(scaling, names),
    segments: segments.map((each) => ({ ...each, segment: names.segment(each.segment) })),
    loggers: loggers.map((each) => ({ ...each, name: each.name === null ? null : names.logger(each.name) })),
    planChanges: planChanges.map((each) => ({
      ...each,
      before: shownPlan(each.before, names),
      after: shownPlan(each.after, names),
    })),
  }
}

function shownTask(task: Task, { level }: Names): Task {
  return {
    ...task,
    levels: task.levels.map((each) => withName(each, level)),
    target: level(task.target),
  }
}

function shownComparison(comparison: NonNullable<ReportData['comparison']>, { configuration, level }: Names) {
  const { configurations, leader } = comparison
  return {
    ...comparison,
    configurations: configurations.map((each) => ({
      ...each,
      configuration: configuration(each.configuration),
      levels: each.levels.map((own) => withName(own, level)),
      dominatedBy: each.dominatedBy === null ? null : configuration(each.dominatedBy),
    })),
    leader:
      leader === null
        ? null
        : {
            configuration: configuration(leader.configuration),
            against: leader.against.map((each) => ({
              ...each,
              configuration: configuration(each.configuration),
            })),
          },
  }
}

/** A report tells by name which configurations have no row. */
interface NamedData extends ReportData {
  readonly hiddenConfigurations?: readonly string[]
}

function withLimits<Data extends NamedData>(data: Data, limits: Limits): Data {
  const names = namesOf(data, limits)
  const { comparison, pair, history, examples, neverSolved, edits } = data
  const withCase = <Each extends { readonly case: string }>(each: Each): Each => ({
    ...each,
    case: names.case(each.case),
  })
  return {
    ...data,
    assessment: shownAssessment(data.assessment, names),
    task: shownTask(data.task, names),
    history: { ...history, level: names.level(history.level) },
    comparison: comparison === null ? null : shownComparison(comparison, names),
    pair:
      pair === null
        ? null
        : { ...pair, first: names.configuration(pair.first), second: names.configuration(pair.second) },
    examples: examples.map((each) => ({
      ...withCase(each),
      segment: each.segment === null ? null : names.segment(each.segment),
    })),
    neverSolved: neverSolved.map(withCase),
    edits: { ...edits, newest: edits.newest.map(withCase) },
    ...(data.hiddenConfigurations === undefined
      ? {}
      : { hiddenConfigurations: data.hiddenConfigurations.map(names.configuration) }),
  }
}

/** The same data with names no longer than there is room for; different names stay different. */
export function withShownNames<Data extends NamedData>(data: Data): Data {
  return withLimits(data, onPages)
}

function isCrowded({ assessment, configurations }: ReportData): boolean {
  const { levels, loggers, configuration } = assessment
  const others = configurations.filter((each) => each.name !== configuration)
  const widths: readonly (readonly [name: string, roomy: number])[] = [
    [configuration, onCrowdedPageOne.configuration],
    ...others.map((each) => [each.name, onCrowdedPageOne.configuration] as const),
    ...levels.map((each) => [each.name, onCrowdedPageOne.level] as const),
    ...loggers.map((each) => [each.name ?? '', onCrowdedPageOne.level] as const),
  ]
  return widths.filter(([name, roomy]) => textWidth(name, 1) > roomy).length > mostLongNames
}

/** The same for page one. */
export function withShortNames<Data extends NamedData>(data: Data): Data {
  return withLimits(data, isCrowded(data) ? onCrowdedPageOne : onPageOne)
}
