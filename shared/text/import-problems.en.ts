import type { AttemptNamed, BinaryKind, ProblemWords, Refusal } from './import-problems.ts'
import { formatCount } from './numbers.ts'

const kinds: Readonly<Record<BinaryKind, string>> = {
  zip: 'a zip archive or an Excel workbook',
  'old-workbook': 'an old Excel workbook',
  png: 'a PNG image',
  jpeg: 'a JPEG image',
  gzip: 'a gzip archive',
  zstd: 'a zstd archive',
  pdf: 'a PDF',
  sqlite: 'a SQLite database',
}

const count = (value: number): string => formatCount('en', value)

function named({ repeat, case: label, configuration }: AttemptNamed): string {
  return `repeat ${repeat} of case ${label} with ${configuration}`
}

const notNumber = (shown: string): string => `${shown} is not a number`
const notJson = (why: string): string => `the line is not valid JSON: ${why}`
const adviceMap = 'map it to a field or leave it out'

function refused(problems: number): Readonly<Record<Refusal, string>> {
  return {
    problems: 'Nothing was imported. Mend the file, or choose how to go on.',
    'whole-file': `Nothing was imported. ${problems === 1 ? 'It concerns' : 'Some concern'} the whole file, so leaving rows out does not help: mend the file, or say what its columns mean.`,
    'no-row': 'Nothing was imported: no row of it can be used. Mend the file.',
  }
}

export const en: ProblemWords = {
  notOneOf: (shown, choices) => `${shown} is not one of ${choices}`,
  notNumber,
  commaInNumber: (shown) =>
    `${notNumber(shown)}: write it with a decimal point and without thousands separators, a comma is not guessed`,
  notWhole: (shown) => `${shown} is not a whole number`,
  below: (shown, minimum) => `${shown} is below ${minimum}`,
  above: (shown, maximum) => `${shown} is above ${maximum}`,
  tooLargeNumber: (shown) => `${shown} is too large for a number`,
  tooLongText: (shown, length, maximum) =>
    `${shown} is ${count(length)} characters long; at most ${count(maximum)} can be stored`,
  notInstant: (shown) =>
    `${shown} is not a date and time such as 2025-03-01T10:00:00Z or 2025-03-01T10:00:00+09:00`,

  mappedToNone: (field, shown) => `${field} is mapped to ${shown}, which is no column here`,
  mappedToSeveral: (field, shown) => `${field} is mapped to ${shown}, which several columns are called`,
  mappedTwice: (shown, first, second) => `column ${shown} is mapped to two fields, ${first} and ${second}`,
  unknownColumn: (shown, advice) => `column ${shown} is not known: ${advice}`,
  adviceUnit: () =>
    'it lacks a unit: rename it to latency_ms or latency_s, or map it to latency_ms if it is in milliseconds',
  adviceOpposite: () => 'it says the opposite of an outcome: turn it into a column "passed"',
  adviceMap: () => adviceMap,
  adviceNear: (field) => `did you mean ${field}? ${adviceMap}`,
  sameName: (shown, field) =>
    `two columns are called ${shown}: map ${field} to one of them, or leave one out`,
  sameField: (shown, other, field) =>
    `${shown} and ${other} both hold the ${field}: map ${field} to one of them, or leave one out`,
  noCaseColumn: () => 'no column names the case: name one "case", or map case to the column that holds it',
  noConfigurationColumn: () =>
    'no column names the configuration: name one "configuration", map it, or give one name for all rows',
  noOutcomeColumn: () =>
    'no column holds the outcome: name one "outcome" (pass, fail, error, void), or "score" and give a pass mark',
  noPassMark: () => 'the file has scores and no outcomes: give a pass mark, a score of at least which passes',
  unnamedColumn: (position, line) =>
    `column ${position} has no name but holds a value on line ${line}: give it a name or leave it out`,

  strayQuote: () =>
    'a quote (") stands inside a field that is not quoted: put the whole field in quotes and write "" for a quote inside it',
  textAfterQuote: () =>
    'the quoted field that opens on this line goes on after a closing quote: a quote is missing, or a quote inside it must be written ""',
  endlessRow: () => 'the row that starts here is longer than 8 MB: a quote was probably left open',
  openQuote: () => 'the quoted field that opens on this line is never closed: add the closing quote',
  nothingAfter: (reason) => `${reason}; nothing after it was read`,
  fieldCount: (found, expected) =>
    `the row has ${found} fields and the header ${expected}: a separator, a quote or a line break is missing or too many`,
  noRows: () => 'there are no rows below the header',

  notObject: (shown) =>
    `${shown} is not an object: each line is one, such as {"case": "a", "outcome": "pass"}`,
  notJsonLiteral: (literal) => notJson(`${literal} is no JSON value, write null or leave it out`),
  commaAtEnd: () => notJson('take off the comma at its end'),
  notJson: (message, shown) => notJson(`${message} in ${shown}`),
  objectValue: () => 'the value is an object; write a text or a number',
  hugeNumber: () => 'the number is too large',
  inexactNumber: (value) => `${value} has too many digits to be read exactly: write it in quotes`,
  mixedList: () => 'the list holds something else than texts',
  nulCharacter: () => 'the text holds a NUL character',
  halfCharacter: () => 'the text holds half of a character (a lone surrogate)',

  emptyCase: () => 'the case is empty',
  emptyConfiguration: () => 'the configuration is empty',
  notGraded: () => 'not graded: the outcome is empty; a missing outcome is not a failure',
  notGradedByScore: () =>
    'not graded: the outcome is empty and the score has no pass mark; a missing outcome is not a failure',
  listValue: () => 'a list is not a value; only actions may be a list',
  sameAttempt: (attempt, line) => `${named(attempt)} is already on line ${line}`,
  emptyRepeat: () => 'the repeat is empty, though other rows have one',
  tooManyRepeats: () => 'a case can have at most 100,000 repeats',
  differingOutcome: (there, here) => `outcome (${there} there, ${here} here)`,
  differsFromStored: (attempt, columns) =>
    `${named(attempt)} is stored already and differs in ${columns.join(', ')}; the stored one stays`,
  differsFromFile: (attempt, columns, fileName, line) =>
    `${named(attempt)} is on line ${line} of ${fileName} too and differs in ${columns.join(', ')}; the first one is taken`,

  refused: (fileName, problems, refusal) =>
    `${fileName} has ${problems === 1 ? 'one problem' : `${problems} problems`}. ${refused(problems)[refusal]}`,

  unreadable: (fileName, what, todo) => `${fileName}: ${what}. ${todo}. Nothing was imported.`,
  onLine: (line, reason) => `line ${line}: ${reason}`,
  binary: (kind) => `this is ${kinds[kind]}, not text`,
  nulByte: (line) => `line ${line} holds a NUL byte, which no text has`,
  notUtf8: (line) => `line ${line} is not UTF-8`,
  damagedUtf16: () => 'this is damaged UTF-16 text',
  emptyFile: () => 'the file is empty',
  longLine: (line, length, limit) => `line ${line} is ${length} MB long; lines up to ${limit} MB can be read`,
  noHeader: () => 'the file has no header line',
  tooManyColumns: (line, found, limit) =>
    `line ${line} names ${count(found)} columns; up to ${count(limit)} can be read`,
  tooManyKeys: (line, limit) =>
    `up to line ${line} the objects have more than ${count(limit)} different keys; up to ${count(limit)} can be read`,
  jsonDocument: () =>
    'this is one JSON document; JSON is read with one object per line (JSONL), an object per trial',
  markup: () => 'this is XML or HTML, which cannot be read',
  saveAsText: () => 'Save it as text in UTF-8 (in Excel: "CSV UTF-8") and import that',
  shortenTexts: () => 'Shorten its texts, or check that the file has line breaks',
  addHeader: () => 'Add one',
  mendHeader: () => 'Mend the header line',
  chooseRows: () => 'Choose a file with a row per trial',
  chooseCsvOrJsonl: () => 'Choose a CSV or JSONL file with a row per trial',
  chooseObjects: () => 'Choose a file with a JSON object per line',
  chooseObjectPerTrial: () => 'Choose a file with an object per trial',
  writeObjects: () => 'Write a JSON object per line and trial',
  writeLines: () => 'Write each trial on a line of its own, for example with jq -c ".[]"',
}
