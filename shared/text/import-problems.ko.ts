import type { ImportField } from '../domain/import.ts'
import type { AttemptNamed, BinaryKind, ProblemWords, Refusal } from './import-problems.ts'
import { formatCount } from './numbers.ts'
import { ko as screens } from './screens/ko.ts'

const kinds: Readonly<Record<BinaryKind, string>> = {
  zip: 'zip 압축 파일이나 Excel 통합 문서',
  'old-workbook': '예전 Excel 통합 문서',
  png: 'PNG 그림',
  jpeg: 'JPEG 그림',
  gzip: 'gzip 압축 파일',
  zstd: 'zstd 압축 파일',
  pdf: 'PDF 문서',
  sqlite: 'SQLite 데이터베이스',
}

/** 엔진은 JSON의 잘못을 영어로만 말한다. 여기에 없는 말은 그대로 보인다. */
const jsonFaults = new Map([
  ['Unexpected end of JSON input', '도중에 끝났습니다'],
  ["Expected property name or '}'", '큰따옴표로 묶은 키나 }가 있어야 할 자리에 다른 것이 있습니다'],
  ['Expected double-quoted property name', '쉼표 뒤에 큰따옴표로 묶은 키가 없습니다'],
  ["Expected ':' after property name", '키 뒤에 쌍점(:)이 없습니다'],
  ["Expected ',' or '}' after property value", '값 뒤에 쉼표나 }가 없습니다'],
  ["Expected ',' or ']' after array element", '목록의 값 뒤에 쉼표나 ]가 없습니다'],
  ['Unterminated string', '텍스트를 닫는 큰따옴표가 없습니다'],
  ['Bad escaped character', '역슬래시(\\) 뒤에 올 수 없는 문자가 있습니다'],
  ['Bad Unicode escape', '\\u 뒤에 16진수 네 자리가 없습니다'],
  ['Bad control character in string literal', '텍스트 안에 탭 같은 제어 문자가 있습니다'],
  ['No number after minus sign', '빼기 기호 뒤에 숫자가 없습니다'],
  ['Exponent part is missing a number', '지수에 숫자가 없습니다'],
  ['Unterminated fractional number', '소수점 뒤에 숫자가 없습니다'],
  ['Unexpected number', '숫자가 올 수 없는 자리에 숫자가 있습니다'],
  ['Unexpected string', '텍스트가 올 수 없는 자리에 텍스트가 있습니다'],
  ['Unexpected non-whitespace character after JSON', '객체가 끝난 뒤에 다른 내용이 더 있습니다'],
])

function jsonFault(message: string): string {
  const token = /^Unexpected token '(.+)'$/u.exec(message)?.[1]
  if (token !== undefined) return `${token} 문자가 올 수 없는 자리에 있습니다`
  return jsonFaults.get(message.replace(/ at position .*$/u, '')) ?? message
}

const count = (value: number): string => formatCount('ko', value)

/** 열의 이름과, 화면에서 부르는 이름. */
const item = (field: ImportField): string => `${field}(${screens.field[field]})`

function named({ repeat, case: label, configuration }: AttemptNamed): string {
  return `구성 ${configuration}, 사례 ${label}, 반복 ${repeat}에 해당하는 시도`
}

const notNumber = (shown: string): string => `${shown} 값은 숫자가 아닙니다.`
const notJson = (why: string): string => `이 줄은 올바른 JSON이 아닙니다. ${why}`
const adviceMap = '항목에 연결하거나 제외하십시오.'
const oneColumn = (field: ImportField): string =>
  `${item(field)} 항목에는 그중 하나만 연결하거나 나머지를 제외하십시오.`

const refused: Readonly<Record<Refusal, string>> = {
  problems: '파일을 고치거나 쓸 수 없는 줄을 제외하십시오.',
  'whole-file':
    '파일 전체에 걸린 문제가 있어 줄을 제외해도 소용이 없습니다. 파일을 고치거나 열을 항목에 연결하십시오.',
  'no-row': '쓸 수 있는 줄이 하나도 없습니다. 파일을 고치십시오.',
}

export const ko: ProblemWords = {
  notOneOf: (shown, choices) => `${shown} 값은 쓸 수 없습니다. 쓸 수 있는 값: ${choices}`,
  notNumber,
  commaInNumber: (shown) =>
    `${notNumber(shown)} 쉼표의 뜻은 짐작하지 않습니다. 소수점은 마침표로 적고 천 단위 구분 기호는 빼십시오.`,
  notWhole: (shown) => `${shown} 값은 정수가 아닙니다.`,
  below: (shown, minimum) => `${shown} 값은 최솟값 ${minimum}보다 작습니다.`,
  above: (shown, maximum) => `${shown} 값은 최댓값 ${maximum}보다 큽니다.`,
  tooLargeNumber: (shown) => `${shown} 값은 숫자로 다루기에 너무 큽니다.`,
  tooLongText: (shown, length, maximum) =>
    `${shown} 값은 ${count(length)}자입니다. ${count(maximum)}자까지 저장할 수 있습니다.`,
  notInstant: (shown) =>
    `${shown} 값은 날짜와 시각이 아닙니다. 2025-03-01T10:00:00Z 또는 2025-03-01T10:00:00+09:00처럼 적으십시오.`,

  mappedToNone: (field, shown) => `${item(field)} 항목에 연결한 ${shown} 열이 이 파일에 없습니다.`,
  mappedToSeveral: (field, shown) => `${item(field)} 항목에 연결한 ${shown} 열이 이 파일에 여럿 있습니다.`,
  mappedTwice: (shown, first, second) =>
    `${shown} 열이 두 항목에 연결되어 있습니다: ${item(first)}, ${item(second)}`,
  unknownColumn: (shown, advice) => `${shown} 열은 알 수 없는 열입니다. ${advice}`,
  adviceUnit: () =>
    '단위가 없습니다. 이름을 latency_ms나 latency_s로 바꾸거나, 밀리초라면 지연 시간 항목에 연결하십시오.',
  adviceOpposite: () => '결과를 거꾸로 말하는 열입니다. 값을 뒤집어 "passed" 열로 바꾸십시오.',
  adviceMap: () => adviceMap,
  adviceNear: (field) => `혹시 ${item(field)} 항목입니까? ${adviceMap}`,
  sameName: (shown, field) => `이름이 ${shown}인 열이 둘 있습니다. ${oneColumn(field)}`,
  sameField: (shown, other, field) =>
    `${shown} 열과 ${other} 열이 모두 ${item(field)} 항목으로 읽힙니다. ${oneColumn(field)}`,
  noCaseColumn: () =>
    '사례 열이 없습니다. 열의 이름을 "case"로 바꾸거나, 사례가 들어 있는 열을 사례 항목에 연결하십시오.',
  noConfigurationColumn: () =>
    '구성 열이 없습니다. 열의 이름을 "configuration"으로 바꾸거나, 구성 항목에 연결하거나, 모든 줄에 쓸 구성의 이름을 적으십시오.',
  noOutcomeColumn: () =>
    '결과 열이 없습니다. 열의 이름을 "outcome"(pass, fail, error, void)으로 바꾸거나, "score"로 바꾸고 통과로 볼 최저 점수를 적으십시오.',
  noPassMark: () => '파일에 점수만 있고 결과가 없습니다. 통과로 볼 최저 점수를 적으십시오.',
  unnamedColumn: (position, line) =>
    `${position}번째 열은 이름이 없는데 ${line}번째 줄에 값이 있습니다. 이름을 붙이거나 제외하십시오.`,

  strayQuote: () =>
    '따옴표로 묶지 않은 칸 안에 따옴표(")가 있습니다. 칸 전체를 따옴표로 묶고 안쪽의 따옴표는 ""로 적으십시오.',
  textAfterQuote: () =>
    '이 줄에서 따옴표로 연 칸이 닫는 따옴표 뒤에도 이어집니다. 따옴표가 하나 빠졌거나, 안쪽의 따옴표를 ""로 적어야 합니다.',
  endlessRow: () => '여기서 시작하는 줄이 8MB보다 깁니다. 따옴표를 닫지 않은 것으로 보입니다.',
  openQuote: () => '이 줄에서 따옴표로 연 칸이 끝까지 닫히지 않았습니다. 닫는 따옴표를 넣으십시오.',
  nothingAfter: (reason) => `${reason} 그 뒤는 읽지 않았습니다.`,
  fieldCount: (found, expected) =>
    `이 줄은 ${found}칸이고 머리글은 ${expected}칸입니다. 구분 기호나 따옴표나 줄 바꿈이 빠졌거나 남습니다.`,
  noRows: () => '머리글 아래에 줄이 없습니다.',

  notObject: (shown) =>
    `${shown}: 객체가 아닙니다. 줄마다 {"case": "a", "outcome": "pass"} 같은 객체를 하나씩 적으십시오.`,
  notJsonLiteral: (literal) => notJson(`JSON에는 ${literal} 값이 없으니 null로 적거나 빼십시오.`),
  commaAtEnd: () => notJson('끝에 있는 쉼표를 빼십시오.'),
  notJson: (message, shown) => notJson(`${jsonFault(message)}: ${shown}`),
  objectValue: () => '값이 객체입니다. 텍스트나 숫자로 적으십시오.',
  hugeNumber: () => '숫자가 너무 큽니다.',
  inexactNumber: (value) => `${value}: 자릿수가 많아 정확히 읽을 수 없습니다. 따옴표로 묶으십시오.`,
  mixedList: () => '목록에 텍스트가 아닌 것이 들어 있습니다.',
  nulCharacter: () => '텍스트에 NUL 문자가 들어 있습니다.',
  halfCharacter: () => '텍스트에 반쪽 문자(짝이 없는 서로게이트)가 들어 있습니다.',

  emptyCase: () => '사례가 비어 있습니다.',
  emptyConfiguration: () => '구성이 비어 있습니다.',
  notGraded: () => '채점되지 않았습니다. 결과가 비어 있습니다. 빈 결과는 실패가 아닙니다.',
  notGradedByScore: () =>
    '채점되지 않았습니다. 결과가 비어 있고, 통과로 볼 최저 점수도 없습니다. 빈 결과는 실패가 아닙니다.',
  listValue: () => '값이 목록입니다. 목록은 actions(행동) 항목에만 쓸 수 있습니다.',
  sameAttempt: (attempt, line) => `${named(attempt)}: ${line}번째 줄에 이미 있습니다.`,
  emptyRepeat: () => '다른 줄에는 반복이 있는데 이 줄은 비어 있습니다.',
  tooManyRepeats: () => '한 사례의 반복은 100,000회까지입니다.',
  differingOutcome: (there, here) => `outcome(기존 ${there}, 이 줄 ${here})`,
  differsFromStored: (attempt, columns) =>
    `${named(attempt)}: 이미 저장되어 있는데 내용이 다릅니다. 저장된 것을 그대로 둡니다. 다른 열: ${columns.join(', ')}`,
  differsFromFile: (attempt, columns, fileName, line) =>
    `${named(attempt)}: ${fileName} 파일의 ${line}번째 줄에도 있는데 내용이 다릅니다. 먼저 나온 것을 씁니다. 다른 열: ${columns.join(', ')}`,

  refused: (fileName, problems, refusal) =>
    `${fileName} 파일에 문제가 ${count(problems)}건 있어 가져온 것이 없습니다. ${refused[refusal]}`,

  unreadable: (fileName, what, todo) =>
    `${fileName} 파일을 읽을 수 없습니다. ${what} ${todo} 가져온 것은 없습니다.`,
  onLine: (line, reason) => `${line}번째 줄: ${reason}`,
  binary: (kind) => `텍스트가 아니라 ${kinds[kind]}입니다.`,
  nulByte: (line) => `${line}번째 줄에 텍스트에는 없는 NUL 바이트가 있습니다.`,
  notUtf8: (line) => `${line}번째 줄이 UTF-8이 아닙니다.`,
  damagedUtf16: () => '손상된 UTF-16 텍스트입니다.',
  emptyFile: () => '파일이 비어 있습니다.',
  longLine: (line, length, limit) =>
    `${line}번째 줄이 ${length}MB입니다. 한 줄은 ${limit}MB까지 읽을 수 있습니다.`,
  noHeader: () => '파일에 머리글 줄이 없습니다.',
  tooManyColumns: (line, found, limit) =>
    `${line}번째 줄에 열이 ${count(found)}개 있습니다. ${count(limit)}개까지 읽을 수 있습니다.`,
  tooManyKeys: (line, limit) =>
    `${line}번째 줄까지 객체의 키가 ${count(limit)}가지를 넘습니다. ${count(limit)}가지까지 읽을 수 있습니다.`,
  jsonDocument: () =>
    'JSON 문서 하나로 되어 있습니다. JSON은 한 줄에 객체 하나(JSONL), 객체 하나에 시도 하나로 읽습니다.',
  markup: () => 'XML이나 HTML은 읽을 수 없습니다.',
  saveAsText: () => 'UTF-8 텍스트로(Excel에서는 "CSV UTF-8"로) 저장한 파일을 가져오십시오.',
  shortenTexts: () => '텍스트를 줄이거나, 파일에 줄 바꿈이 있는지 확인하십시오.',
  addHeader: () => '머리글 줄을 넣으십시오.',
  mendHeader: () => '머리글 줄을 고치십시오.',
  chooseRows: () => '한 줄에 시도 하나인 파일을 선택하십시오.',
  chooseCsvOrJsonl: () => '한 줄에 시도 하나인 CSV 또는 JSONL 파일을 선택하십시오.',
  chooseObjects: () => '한 줄에 JSON 객체 하나인 파일을 선택하십시오.',
  chooseObjectPerTrial: () => '객체 하나에 시도 하나인 파일을 선택하십시오.',
  writeObjects: () => '시도마다 한 줄에 JSON 객체 하나를 적으십시오.',
  writeLines: () => '시도마다 한 줄씩 적으십시오(예: jq -c ".[]").',
}
