import type { ImportField } from '../domain/import.ts'
import type { Language } from '../domain/settings.ts'
import type { Outcome } from '../domain/trial.ts'
import { en } from './import-problems.en.ts'
import { ko } from './import-problems.ko.ts'

/** What a file that is no text turns out to be. */
export type BinaryKind = 'zip' | 'old-workbook' | 'png' | 'jpeg' | 'gzip' | 'zstd' | 'pdf' | 'sqlite'

/**
 * Why an import as chosen was refused: rows with problems were not to be left out, or that would not help, as a problem
 * is the whole file's or no row is without.
 */
export type Refusal = 'problems' | 'whole-file' | 'no-row'

/** Which attempt a problem is about; `case` and `configuration` in quotation marks. */
export interface AttemptNamed {
  readonly repeat: number
  readonly case: string
  readonly configuration: string
}

/**
 * What is said of a file that cannot be imported as it is: one function a sentence. Values of the file come in
 * quotation marks and are called `shown`; lines and positions of columns start at 1. English sentences begin small and
 * have no full stop, as other sentences take them in; Korean ones are whole.
 *
 * Beside the catalogue, not in it: the importers alone speak these, and a window never loads them.
 */
export interface ProblemWords {
  // The value of a cell.
  /** @param choices the values there are, in a row */
  readonly notOneOf: (shown: string, choices: string) => string
  readonly notNumber: (shown: string) => string
  readonly commaInNumber: (shown: string) => string
  readonly notWhole: (shown: string) => string
  readonly below: (shown: string, minimum: number) => string
  readonly above: (shown: string, maximum: number) => string
  readonly tooLargeNumber: (shown: string) => string
  readonly tooLongText: (shown: string, length: number, maximum: number) => string
  readonly notInstant: (shown: string) => string

  // The columns.
  readonly mappedToNone: (field: ImportField, shown: string) => string
  readonly mappedToSeveral: (field: ImportField, shown: string) => string
  readonly mappedTwice: (shown: string, first: ImportField, second: ImportField) => string
  readonly unknownColumn: (shown: string, advice: string) => string
  readonly adviceUnit: () => string
  readonly adviceOpposite: () => string
  readonly adviceMap: () => string
  readonly adviceNear: (field: ImportField) => string
  readonly sameName: (shown: string, field: ImportField) => string
  readonly sameField: (shown: string, other: string, field: ImportField) => string
  readonly noCaseColumn: () => string
  readonly noConfigurationColumn: () => string
  readonly noOutcomeColumn: () => string
  readonly noPassMark: () => string
  readonly unnamedColumn: (position: number, line: number) => string

  // The rows of separated values.
  readonly strayQuote: () => string
  readonly textAfterQuote: () => string
  readonly endlessRow: () => string
  readonly openQuote: () => string
  /** Another problem, after which reading ended. */
  readonly nothingAfter: (reason: string) => string
  readonly fieldCount: (found: number, expected: number) => string
  readonly noRows: () => string

  // The lines of JSON.
  readonly notObject: (shown: string) => string
  readonly notJsonLiteral: (literal: string) => string
  readonly commaAtEnd: () => string
  /** @param message of the engine, in English, without a position */
  readonly notJson: (message: string, shown: string) => string
  readonly objectValue: () => string
  readonly hugeNumber: () => string
  readonly inexactNumber: (value: number) => string
  readonly mixedList: () => string
  readonly nulCharacter: () => string
  readonly halfCharacter: () => string

  // The attempts the rows stand for.
  readonly emptyCase: () => string
  readonly emptyConfiguration: () => string
  readonly notGraded: () => string
  readonly notGradedByScore: () => string
  readonly listValue: () => string
  readonly sameAttempt: (attempt: AttemptNamed, line: number) => string
  readonly emptyRepeat: () => string
  readonly tooManyRepeats: () => string
  readonly differingOutcome: (there: Outcome, here: Outcome) => string
  readonly differsFromStored: (attempt: AttemptNamed, columns: readonly string[]) => string
  readonly differsFromFile: (
    attempt: AttemptNamed,
    columns: readonly string[],
    fileName: string,
    line: number,
  ) => string

  /** @param count of the problems */
  readonly refused: (fileName: string, count: number, refusal: Refusal) => string

  // A file of which nothing can be read: what it is, and what to do.
  readonly unreadable: (fileName: string, what: string, todo: string) => string
  readonly onLine: (line: number, reason: string) => string
  readonly binary: (kind: BinaryKind) => string
  readonly nulByte: (line: number) => string
  readonly notUtf8: (line: number) => string
  readonly damagedUtf16: () => string
  readonly emptyFile: () => string
  /** @param length and `limit` in megabytes, as numbers are written */
  readonly longLine: (line: number, length: string, limit: string) => string
  readonly noHeader: () => string
  readonly tooManyColumns: (line: number, found: number, limit: number) => string
  readonly tooManyKeys: (line: number, limit: number) => string
  readonly jsonDocument: () => string
  readonly markup: () => string
  readonly saveAsText: () => string
  readonly shortenTexts: () => string
  readonly addHeader: () => string
  readonly mendHeader: () => string
  readonly chooseRows: () => string
  readonly chooseCsvOrJsonl: () => string
  readonly chooseObjects: () => string
  readonly chooseObjectPerTrial: () => string
  readonly writeObjects: () => string
  readonly writeLines: () => string
}

const words: Readonly<Record<Language, ProblemWords>> = { en, ko }

/** The words of one language; English where nobody says which, as on the command line. */
export function problemWords(language: Language = 'en'): ProblemWords {
  return words[language]
}
