import { InvalidArgumentError } from 'commander'
import {
  importField,
  type ImportField,
  importFormat,
  type ImportFormat,
  importFormats,
} from '../../shared/domain/import.ts'
import { errorChance, type Level, requiredReliability } from '../../shared/domain/level.ts'
import { type ReportSection, reportSection, reportSections } from '../../shared/domain/report-options.ts'
import { mostPlannedRepeats } from '../../shared/domain/task.ts'

/** A number in an option; `what` says what it must be. */
export function numberOption(accepts: (value: number) => boolean, what: string): (text: string) => number {
  return (text) => {
    const value = text.trim() === '' ? Number.NaN : Number(text)
    if (!Number.isFinite(value) || !accepts(value)) throw new InvalidArgumentError(`It must be ${what}.`)
    // Minus zero is zero.
    return value + 0
  }
}

/** A product of decimal fractions has noise in its last digits: 1.001 s is 1001 ms. */
function exact(product: number): number {
  return Number(product.toPrecision(15))
}

export const countOption = numberOption(
  (value) => Number.isInteger(value) && value >= 1,
  'a whole number from 1',
)
export const repeatsOption = numberOption(
  (value) => Number.isInteger(value) && value >= 1 && value <= mostPlannedRepeats,
  `a whole number from 1 to ${mostPlannedRepeats}`,
)
export const amountOption = numberOption((value) => value > 0, 'a number above 0')
export const nonNegativeOption = numberOption((value) => value >= 0, 'a number from 0')
export const alphaOption = numberOption(
  (value) => errorChance.safeParse(value).success,
  'a number from 0.000000001 to 0.5',
)
export const portOption = numberOption(
  (value) => Number.isInteger(value) && value >= 0 && value <= 65_535,
  'a port from 0 to 65535',
)

/** As the parser takes it, or `none`, which takes away what was said. */
export function orNone<Value>(parse: (text: string) => Value): (text: string) => Value | 'none' {
  return (text) => (text.trim() === 'none' ? 'none' : parse(text))
}

/** A probability as `0.99` or `99%`. */
function probability(text: string): number {
  const figure = text.trim()
  if (figure === '') return Number.NaN
  return figure.endsWith('%') ? exact(Number(figure.slice(0, -1)) / 100) : Number(figure)
}

function probabilityOption(accepts: (value: number) => boolean, what: string): (text: string) => number {
  return (text) => {
    const value = probability(text)
    if (!Number.isFinite(value) || !accepts(value)) throw new InvalidArgumentError(`It must be ${what}.`)
    return value
  }
}

function canBeRequired(value: number): boolean {
  return requiredReliability.safeParse(value).success
}

export const requiredOption = probabilityOption(
  canBeRequired,
  'from 0.000001 to 0.999999, such as 0.99 or 99%',
)
export const shareOption = probabilityOption(
  (value) => value >= 0 && value <= 1,
  'from 0 to 1, such as 0.995 or 99.5%',
)
export const spreadOption = numberOption((value) => value >= 0 && value < 1, 'a number from 0 to below 1')
export const integerOption = numberOption(Number.isSafeInteger, 'a whole number')
export const runsOption = numberOption(
  (value) => Number.isInteger(value) && value >= 100 && value <= 20_000,
  'a whole number from 100 to 20000',
)

/** Several numbers of repeats, one an option. */
export function repeatsListOption(text: string, before: readonly number[] = []): readonly number[] {
  return [...before, repeatsOption(text)]
}

export type Parameters = Readonly<Record<string, string | number | boolean>>

/** `NAME=VALUE`; a number or true and false are kept as such. */
export function parameterOption(text: string, before: Parameters = {}): Parameters {
  const split = text.indexOf('=')
  const name = text.slice(0, split).trim()
  const value = text.slice(split + 1).trim()
  if (split < 1 || name === '') throw new InvalidArgumentError('A parameter is NAME=VALUE.')
  if (value === 'true' || value === 'false') return { ...before, [name]: value === 'true' }
  const number = value === '' ? Number.NaN : Number(value)
  return { ...before, [name]: Number.isFinite(number) ? number : value }
}

/** Seconds as a person writes them, in milliseconds as they are kept. */
export function secondsOption(parse: (text: string) => number): (text: string) => number {
  return (text) => exact(parse(text) * 1000)
}

/** `NAME=R`, for example `Unattended=0.99` or `Unattended=99%`. */
export function levelOption(text: string, before: readonly Level[] = []): readonly Level[] {
  const split = text.lastIndexOf('=')
  const name = text.slice(0, split).trim()
  const required = probability(text.slice(split + 1))
  if (split < 1 || name === '' || !canBeRequired(required)) {
    throw new InvalidArgumentError(
      'A level is NAME=R with R from 0.000001 to 0.999999, for example Unattended=0.99.',
    )
  }
  return [...before, { name, required }]
}

type Mapping = Partial<Record<ImportField, string>>

/** `field=column`. */
export function mapOption(text: string, before: Mapping = {}): Mapping {
  const split = text.indexOf('=')
  const field = importField.safeParse(text.slice(0, split).trim())
  const column = text.slice(split + 1).trim()
  if (split < 1 || !field.success || column === '') {
    throw new InvalidArgumentError(
      `A mapping is field=column; the fields are ${importField.options.join(', ')}.`,
    )
  }
  return { ...before, [field.data]: column }
}

/** Formats that are planned: who names one knows what the file is, and gets an answer about it. */
const laterFormats: ReadonlySet<string> = new Set([
  'inspect',
  'promptfoo',
  'lm-eval',
  'tau-bench',
  'tau2-bench',
  'hal',
  'openai-evals',
  'deepeval',
  'junit',
  'pytest-json',
])

export function formatOption(text: string): ImportFormat | 'auto' {
  const known = importFormat.safeParse(text)
  if (text === 'auto' || known.success) return known.success ? known.data : 'auto'
  const readable = importFormats.join(' and ')
  throw new InvalidArgumentError(
    laterFormats.has(text)
      ? `This version cannot read ${text} files yet, only ${readable}. Convert the file to a row per trial.`
      : `The formats are auto, ${importFormats.join(', ')}.`,
  )
}

export function listOption(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text]
}

export function sectionOption(text: string, before: readonly ReportSection[] = []): readonly ReportSection[] {
  const section = reportSection.safeParse(text)
  if (!section.success) throw new InvalidArgumentError(`The parts are ${reportSections.join(', ')}.`)
  return [...before, section.data]
}
