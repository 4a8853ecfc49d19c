import { InvalidArgumentError } from 'commander'
import { importField, type ImportField } from '../../shared/domain/import.ts'
import type { Level } from '../../shared/domain/level.ts'

/** A number in an option; `what` says what it must be. */
export function numberOption(accepts: (value: number) => boolean, what: string): (text: string) => number {
  return (text) => {
    const value = text.trim() === '' ? Number.NaN : Number(text)
    if (!Number.isFinite(value) || !accepts(value)) throw new InvalidArgumentError(`It must be ${what}.`)
    return value
  }
}

export const countOption = numberOption(
  (value) => Number.isInteger(value) && value >= 1,
  'a whole number from 1',
)
export const amountOption = numberOption((value) => value > 0, 'a number above 0')
export const nonNegativeOption = numberOption((value) => value >= 0, 'a number from 0')
export const alphaOption = numberOption(
  (value) => value > 0 && value <= 0.5,
  'a number above 0 and at most 0.5',
)
export const portOption = numberOption(
  (value) => Number.isInteger(value) && value >= 0 && value <= 65_535,
  'a port from 0 to 65535',
)

/** `NAME=R`, for example `Unattended=0.99` or `Unattended=99%`. */
export function levelOption(text: string, before: readonly Level[] = []): readonly Level[] {
  const split = text.lastIndexOf('=')
  const name = text.slice(0, split).trim()
  const figure = text.slice(split + 1).trim()
  const required = figure.endsWith('%') ? Number(figure.slice(0, -1)) / 100 : Number(figure)
  if (split < 1 || name === '' || !(required > 0 && required < 1)) {
    throw new InvalidArgumentError('A level is NAME=R with R between 0 and 1, for example Unattended=0.99.')
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

export function listOption(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text]
}
