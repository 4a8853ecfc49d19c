import { describe, expect, it } from 'vitest'
import { type ProblemWords, problemWords } from '../../../shared/text/import-problems.ts'

const attempt = { repeat: 7, case: '"T-1"', configuration: '"model-y"' }
const ofAttempt = ['7', '"T-1"', '"model-y"']

/** A sentence of each kind, and what it has to say beside its own words. */
const spoken: Readonly<
  Record<keyof ProblemWords, readonly [(words: ProblemWords) => string, ...said: readonly string[]]>
> = {
  notOneOf: [(w) => w.notOneOf('"maybe"', 'pass, fail'), '"maybe"', 'pass, fail'],
  notNumber: [(w) => w.notNumber('"n/a"'), '"n/a"'],
  commaInNumber: [(w) => w.commaInNumber('"1,5"'), '"1,5"'],
  notWhole: [(w) => w.notWhole('"1.5"'), '"1.5"'],
  below: [(w) => w.below('"-3"', 0), '"-3"', '0'],
  above: [(w) => w.above('"2"', 1), '"2"', '1'],
  tooLargeNumber: [(w) => w.tooLargeNumber('"1e999"'), '"1e999"'],
  tooLongText: [(w) => w.tooLongText('"aa…"', 12_345, 500), '"aa…"', '12,345', '500'],
  notInstant: [(w) => w.notInstant('"noon"'), '"noon"', '2025-03-01T10:00:00+09:00'],

  mappedToNone: [(w) => w.mappedToNone('case', '"Ticket"'), 'case', '"Ticket"'],
  mappedToSeveral: [(w) => w.mappedToSeveral('case', '"Ticket"'), 'case', '"Ticket"'],
  mappedTwice: [(w) => w.mappedTwice('"Ticket"', 'case', 'input'), '"Ticket"', 'case', 'input'],
  unknownColumn: [(w) => w.unknownColumn('"결과"', w.adviceMap()), '"결과"'],
  adviceUnit: [(w) => w.adviceUnit(), 'latency_ms', 'latency_s'],
  adviceOpposite: [(w) => w.adviceOpposite(), '"passed"'],
  adviceMap: [(w) => w.adviceMap()],
  adviceNear: [(w) => w.adviceNear('outcome'), 'outcome'],
  sameName: [(w) => w.sameName('"score"', 'score'), '"score"', 'score'],
  sameField: [(w) => w.sameField('"result"', '"status"', 'outcome'), '"result"', '"status"', 'outcome'],
  noCaseColumn: [(w) => w.noCaseColumn(), '"case"'],
  noConfigurationColumn: [(w) => w.noConfigurationColumn(), '"configuration"'],
  noOutcomeColumn: [(w) => w.noOutcomeColumn(), '"outcome"', 'pass, fail, error, void', '"score"'],
  noPassMark: [(w) => w.noPassMark()],
  unnamedColumn: [(w) => w.unnamedColumn(3, 12), '3', '12'],

  strayQuote: [(w) => w.strayQuote(), '(")', '""'],
  textAfterQuote: [(w) => w.textAfterQuote(), '""'],
  endlessRow: [(w) => w.endlessRow(), '8'],
  openQuote: [(w) => w.openQuote()],
  nothingAfter: [(w) => w.nothingAfter('(reason)'), '(reason)'],
  fieldCount: [(w) => w.fieldCount(3, 5), '3', '5'],
  noRows: [(w) => w.noRows()],

  notObject: [(w) => w.notObject('"[1]"'), '"[1]"', '{"case": "a", "outcome": "pass"}'],
  notJsonLiteral: [(w) => w.notJsonLiteral('NaN'), 'NaN', 'null'],
  commaAtEnd: [(w) => w.commaAtEnd(), 'JSON'],
  notJson: [(w) => w.notJson('A new fault', '"{x"'), 'A new fault', '"{x"'],
  objectValue: [(w) => w.objectValue()],
  hugeNumber: [(w) => w.hugeNumber()],
  inexactNumber: [(w) => w.inexactNumber(9_007_199_254_740_992), '9007199254740992'],
  mixedList: [(w) => w.mixedList()],
  nulCharacter: [(w) => w.nulCharacter(), 'NUL'],
  halfCharacter: [(w) => w.halfCharacter()],

  emptyCase: [(w) => w.emptyCase()],
  emptyConfiguration: [(w) => w.emptyConfiguration()],
  notGraded: [(w) => w.notGraded()],
  notGradedByScore: [(w) => w.notGradedByScore()],
  listValue: [(w) => w.listValue(), 'actions'],
  sameAttempt: [(w) => w.sameAttempt(attempt, 42), ...ofAttempt, '42'],
  emptyRepeat: [(w) => w.emptyRepeat()],
  tooManyRepeats: [(w) => w.tooManyRepeats(), '100,000'],
  differingOutcome: [(w) => w.differingOutcome('pass', 'fail'), 'outcome', 'pass', 'fail'],
  differsFromStored: [
    (w) => w.differsFromStored(attempt, ['note', 'latency_ms']),
    ...ofAttempt,
    'note, latency_ms',
  ],
  differsFromFile: [
    (w) => w.differsFromFile(attempt, ['note', 'score'], 'first.csv', 42),
    ...ofAttempt,
    'note, score',
    'first.csv',
    '42',
  ],

  refused: [(w) => w.refused('runs.csv', 12, 'problems'), 'runs.csv', '12'],

  unreadable: [(w) => w.unreadable('runs.csv', '(what)', '(to do)'), 'runs.csv', '(what)', '(to do)'],
  onLine: [(w) => w.onLine(42, '(reason)'), '42', '(reason)'],
  binary: [(w) => w.binary('pdf'), 'PDF'],
  nulByte: [(w) => w.nulByte(42), '42', 'NUL'],
  notUtf8: [(w) => w.notUtf8(42), '42', 'UTF-8'],
  damagedUtf16: [(w) => w.damagedUtf16(), 'UTF-16'],
  emptyFile: [(w) => w.emptyFile()],
  longLine: [(w) => w.longLine(42, '9.5', '8'), '42', '9.5', '8'],
  noHeader: [(w) => w.noHeader()],
  tooManyColumns: [(w) => w.tooManyColumns(42, 1_234, 1_000), '42', '1,234', '1,000'],
  tooManyKeys: [(w) => w.tooManyKeys(42, 1_000), '42', '1,000'],
  jsonDocument: [(w) => w.jsonDocument(), 'JSON', 'JSONL'],
  markup: [(w) => w.markup(), 'XML', 'HTML'],
  saveAsText: [(w) => w.saveAsText(), 'UTF-8', 'Excel'],
  shortenTexts: [(w) => w.shortenTexts()],
  addHeader: [(w) => w.addHeader()],
  mendHeader: [(w) => w.mendHeader()],
  chooseRows: [(w) => w.chooseRows()],
  chooseCsvOrJsonl: [(w) => w.chooseCsvOrJsonl(), 'CSV', 'JSONL'],
  chooseObjects: [(w) => w.chooseObjects(), 'JSON'],
  chooseObjectPerTrial: [(w) => w.chooseObjectPerTrial()],
  writeObjects: [(w) => w.writeObjects(), 'JSON'],
  writeLines: [(w) => w.writeLines(), 'jq -c ".[]"'],
}

const each = Object.entries(spoken)

describe('what is wrong with a file', () => {
  it('is told in English where nobody says in which language', () => {
    expect(problemWords()).toBe(problemWords('en'))
    expect(problemWords()).not.toBe(problemWords('ko'))
  })

  it.each(each)('in English and in Korean, whole: %s', (_, [sentence, ...said]) => {
    for (const language of ['en', 'ko'] as const) {
      const text = sentence(problemWords(language))
      for (const part of said) expect(text).toContain(part)
      expect(text).not.toMatch(/undefined|\[object/u)
    }
  })

  it.each(each)('in Korean that is Korean, polite, with particles for any name: %s', (_, [sentence]) => {
    const text = sentence(problemWords('ko'))
    expect(text).toMatch(/\p{Script=Hangul}/u)
    expect(text).not.toMatch(/세요|[을은이]\([를은는가]\)|\((?:이|으)\)/u)
    // A particle at the end of a value in quotation marks would be right for some values only.
    expect(text).not.toMatch(/"(?:T-1|model-y|Ticket|maybe|결과|status|result|n\/a)"[은는이가을를와과]/u)
  })

  it.each([
    ['problems', '파일을 고치거나 쓸 수 없는 줄을 제외하십시오.'],
    ['whole-file', '파일 전체에 걸린 문제가 있어 줄을 제외해도 소용이 없습니다.'],
    ['no-row', '쓸 수 있는 줄이 하나도 없습니다.'],
  ] as const)('says why an import was refused: %s', (refusal, why) => {
    const text = problemWords('ko').refused('runs.csv', 1_234, refusal)
    expect(text).toContain(`runs.csv 파일에 문제가 1,234건 있어 가져온 것이 없습니다. ${why}`)
  })

  it.each(['zip', 'old-workbook', 'png', 'jpeg', 'gzip', 'zstd', 'pdf', 'sqlite'] as const)(
    'names a file that is no text: %s',
    (kind) => {
      expect(problemWords('en').binary(kind)).toMatch(/^this is an? .+, not text$/u)
      expect(problemWords('ko').binary(kind)).toMatch(/^텍스트가 아니라 .+입니다\.$/u)
    },
  )
})
