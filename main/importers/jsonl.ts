import type { ImportOptions } from '../../shared/domain/import.ts'
import { setupColumn, type TaskSetup, taskSetup } from '../../shared/domain/task-setup.ts'
import type { ProblemWords } from '../../shared/text/import-problems.ts'
import type { Appearances } from './appearances.ts'
import { type ColumnPlan, columnLimit, type NamedColumn, planColumns } from './columns.ts'
import type { Importer, Reading, Source } from './importer.ts'
import { eachLine } from './lines.ts'
import { isJsonDocument, jsonDocumentFailure, looksLikeJson } from './other-formats.ts'
import { createProblemList, quote, unreadable } from './problems.ts'
import { type Cell, createTrialCollector, type TrialCollector } from './trials.ts'

/** JSON objects, one per line, one per trial. */
export const jsonl: Importer = {
  format: 'jsonl',
  detect: looksLikeJson,
  read: readJsonl,
}

type JsonObject = Readonly<Record<string, unknown>>

interface JsonLine {
  readonly line: number
  /** Share of the file before it. */
  readonly share: number
  /** The object on the line, or why there is none. */
  readonly value: JsonObject | string
  /** How the task was set up, which an export says on the line of its first trial; no value of that trial. */
  readonly setup: TaskSetup | undefined
}

/**
 * Reads the file twice: the keys may differ from line to line, and what a key means depends on all of them.
 */
function readJsonl(source: Source, options: ImportOptions, appearances: Appearances): Reading {
  if (isJsonDocument(source)) throw jsonDocumentFailure(source)
  const survey = surveyKeys(source)
  if (survey.objects === 0) throw noObjectFailure(source)
  const plan = planColumns(survey.named, survey.headLine, options, source.words)
  if (survey.objects === 1 && survey.nested && !plan.fields.some((each) => each.field === 'case')) {
    throw jsonDocumentFailure(source)
  }
  const collector = createTrialCollector(plan, options, appearances, source.words)
  const indexByKey = new Map(survey.named.map(({ name }, index) => [name, index]))
  for (const each of jsonLines(source)) {
    source.onProgress(0.5 + each.share / 2)
    if (typeof each.value === 'string') collector.unusable(each.line, each.value)
    else readObject(each.line, each.value, plan, indexByKey, collector, source.words)
  }
  const { setup } = survey
  return { ...collector.finish(createProblemList()), ...(setup === undefined ? {} : { setup }) }
}

interface Survey {
  readonly named: readonly NamedColumn[]
  /** Line of the first object. */
  readonly headLine: number
  readonly objects: number
  /** Whether any object holds another, by itself or in a list. */
  readonly nested: boolean
  readonly setup: TaskSetup | undefined
}

function surveyKeys(source: Source): Survey {
  const lineByKey = new Map<string, number>()
  let objects = 0
  let headLine = 1
  let nested = false
  let setup: TaskSetup | undefined
  for (const { line, share, value, setup: told } of jsonLines(source)) {
    source.onProgress(share / 2)
    setup ??= told
    if (typeof value === 'string') continue
    objects += 1
    if (objects === 1) headLine = line
    for (const key of Object.keys(value)) {
      if (!lineByKey.has(key)) lineByKey.set(key, line)
      nested ||= isNested(value[key])
    }
    if (lineByKey.size > columnLimit) throw tooManyKeys(source, line)
  }
  return { named: [...lineByKey].map(([name, line]) => ({ name, line })), headLine, objects, nested, setup }
}

function isNested(value: unknown): boolean {
  return isObject(value) || (Array.isArray(value) && value.some(isObject))
}

function noObjectFailure(source: Source): Error {
  const { words } = source
  for (const { line, value } of jsonLines(source)) {
    if (typeof value === 'string') {
      return unreadable(source, words.onLine(line, value), words.writeObjects())
    }
  }
  return unreadable(source, words.emptyFile(), words.chooseObjects())
}

function tooManyKeys(source: Source, line: number): Error {
  const { words } = source
  return unreadable(source, words.tooManyKeys(line, columnLimit), words.chooseObjectPerTrial())
}

function* jsonLines(source: Source): Generator<JsonLine> {
  const { words } = source
  for (const { line, start, end } of eachLine(source.bytes)) {
    const text = source.bytes.toString('utf8', start, end)
    if (text.trim() !== '')
      yield { line, share: start / source.bytes.length, ...withoutSetup(parseLine(text, words)) }
  }
}

/** Another file may have a column of that name: what is no set-up stays where it is. */
function withoutSetup(value: JsonObject | string): Pick<JsonLine, 'value' | 'setup'> {
  if (typeof value === 'string' || !isObject(value[setupColumn])) return { value, setup: undefined }
  const { [setupColumn]: given, ...rest } = value
  const { data } = taskSetup.safeParse(given)
  return data === undefined ? { value, setup: undefined } : { value: rest, setup: data }
}

function parseLine(text: string, words: ProblemWords): JsonObject | string {
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return value
    return words.notObject(quote(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return explain(text, error, words)
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function explain(text: string, error: SyntaxError, words: ProblemWords): string {
  const stopped = /^(?:Unexpected token '[IN]'|No number after minus)/u.test(error.message)
  const literal = stopped ? /[:[,]\s*(-?Infinity|NaN)\b/u.exec(text)?.[1] : undefined
  if (literal !== undefined) return words.notJsonLiteral(literal)
  if (/[}\]]\s*,\s*$/u.test(text)) return words.commaAtEnd()
  // The engine quotes up to a line's worth of text after the position.
  const [message = ''] = error.message.split(', ', 1)
  return words.notJson(message.replace(/ in JSON.*$/u, ''), quote(text))
}

function readObject(
  line: number,
  object: JsonObject,
  plan: ColumnPlan,
  indexByKey: ReadonlyMap<string, number>,
  collector: TrialCollector,
  words: ProblemWords,
): void {
  const cells: Cell[] = plan.columns.map(() => undefined)
  for (const [key, value] of Object.entries(object)) {
    const index = indexByKey.get(key)
    if (index !== undefined) cells[index] = toCell(value, words)
  }
  collector.row(line, cells)
}

/** Numbers and booleans as the text that says the same; converters know texts only. */
function toCell(value: unknown, words: ProblemWords): Cell {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string') return faultOf(value, words) ?? value
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberCell(value, words)
  if (Array.isArray(value)) return listCell(value, words)
  return { fault: words.objectValue() }
}

function numberCell(value: number, words: ProblemWords): Cell {
  if (!Number.isFinite(value)) return { fault: words.hugeNumber() }
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return { fault: words.inexactNumber(value) }
  }
  return String(value)
}

function listCell(values: readonly unknown[], words: ProblemWords): Cell {
  const texts: string[] = []
  for (const value of values) {
    if (typeof value !== 'string') return { fault: words.mixedList() }
    const fault = faultOf(value, words)
    if (fault !== undefined) return fault
    texts.push(value)
  }
  return texts
}

/** JSON can spell characters that no UTF-8 file can hold; stored, they would come back as others. */
function faultOf(text: string, words: ProblemWords): { readonly fault: string } | undefined {
  if (text.includes('\u0000')) return { fault: words.nulCharacter() }
  return text.isWellFormed() ? undefined : { fault: words.halfCharacter() }
}
