import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failureOf, openCore } from '../open-core.ts'
import { header, passes, request } from './request.ts'
import { everythingIn } from '../stored.ts'

/** Of lines that are no JSON, one for each thing that the engine says of it. */
const brokenJson = [
  '{"case":"a"',
  '{case:"a"}',
  '{"case" "a"}',
  '{"case":"a" "outcome":"pass"}',
  '{"case":"a","outcome":pass}',
  '{"case":"a","outcome":"pass',
  '{"case":"a",}',
  '{"case":["a" "b"]}',
  '{"case":"\\q"}',
  '{"case":"\\u12"}',
  '{"case":"\t"}',
  '{"case":-}',
  '{"case":1.}',
  '{"case":1e}',
  '{"case":01}',
  '{"case":"a"} {"case":"b"}',
  '{"case":NaN}',
  '{"case":"a"},',
]

describe('the problems of a file, in Korean', () => {
  it('are those of separated values', async () => {
    const { client } = openCore()
    const lines = [
      'Ticket;score;latency;outcom',
      'T-1;n/a;12;pass',
      'T-2;0,5;12',
      'T-3;1;12;"pass" or not',
      'T-4;1;12;"pass',
    ]
    const asked = request(lines, { createTask: true, language: 'ko', configuration: 'm', passMark: 0.5 })
    const { problems, problemCount } = await client.call('import.preview', asked)
    expect(problems).toEqual([
      {
        line: 1,
        column: 'Ticket',
        reason: '"Ticket" 열은 알 수 없는 열입니다. 항목에 연결하거나 제외하십시오.',
      },
      {
        line: 1,
        column: 'latency',
        reason:
          '"latency" 열은 알 수 없는 열입니다. 단위가 없습니다. 이름을 latency_ms나 latency_s로 바꾸거나, 밀리초라면 지연 시간 항목에 연결하십시오.',
      },
      {
        line: 1,
        column: 'outcom',
        reason:
          '"outcom" 열은 알 수 없는 열입니다. 혹시 outcome(결과) 항목입니까? 항목에 연결하거나 제외하십시오.',
      },
      {
        line: 1,
        column: null,
        reason:
          '사례 열이 없습니다. 열의 이름을 "case"로 바꾸거나, 사례가 들어 있는 열을 사례 항목에 연결하십시오.',
      },
      {
        line: 3,
        column: null,
        reason: '이 줄은 3칸이고 머리글은 4칸입니다. 구분 기호나 따옴표나 줄 바꿈이 빠졌거나 남습니다.',
      },
      {
        line: 4,
        column: null,
        reason:
          '이 줄에서 따옴표로 연 칸이 닫는 따옴표 뒤에도 이어집니다. 따옴표가 하나 빠졌거나, 안쪽의 따옴표를 ""로 적어야 합니다. 그 뒤는 읽지 않았습니다.',
      },
    ])
    expect(problemCount).toBe(6)
  })

  it('are those of values and rows', async () => {
    const { client } = openCore()
    const lines = [
      `${header},latency_ms,started_at`,
      'a,m,1,maybe,,',
      'b,m,1,pass,"1,5",noon',
      'c,m,1.5,pass,-1,',
      'd,m,1,,,',
      'e,m,1,pass,,',
      'e,m,1,pass,,',
    ]
    const asked = request(lines, { createTask: true, language: 'ko' })
    const { problems } = await client.call('import.preview', asked)
    expect(problems.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      '2: "maybe" 값은 쓸 수 없습니다. 쓸 수 있는 값: pass, fail, error, void',
      '3: "1,5" 값은 숫자가 아닙니다. 쉼표의 뜻은 짐작하지 않습니다. 소수점은 마침표로 적고 천 단위 구분 기호는 빼십시오.',
      '3: "noon" 값은 날짜와 시각이 아닙니다. 2025-03-01T10:00:00Z 또는 2025-03-01T10:00:00+09:00처럼 적으십시오.',
      '4: "1.5" 값은 정수가 아닙니다.',
      '4: "-1" 값은 최솟값 0보다 작습니다.',
      '5: 채점되지 않았습니다. 결과가 비어 있습니다. 빈 결과는 실패가 아닙니다.',
      '7: 구성 "m", 사례 "e", 반복 1에 해당하는 시도: 6번째 줄에 이미 있습니다.',
    ])
  })

  it('are those of JSON, with nothing left of what the engine says in English', async () => {
    const { client } = openCore()
    const lines = ['{"case":"a","configuration":"m","outcome":"pass"}', ...brokenJson]
    const asked = request(lines, { fileName: 'trials.jsonl', createTask: true, language: 'ko' })
    const { problems } = await client.call('import.preview', asked)
    expect(problems.map(({ line }) => line)).toEqual(brokenJson.map((_, index) => index + 2))
    for (const { reason } of problems) {
      expect(reason).toMatch(/^이 줄은 올바른 JSON이 아닙니다\. .*\p{Script=Hangul}/u)
      const unquoted = reason.replace(/: ".*"$/u, '')
      expect(unquoted.replaceAll(/JSON|NaN|null/gu, '')).not.toMatch(/[A-Za-z]{2}/u)
    }
    expect(problems[0]?.reason).toBe(
      '이 줄은 올바른 JSON이 아닙니다. 값 뒤에 쉼표나 }가 없습니다: "{"case":"a""',
    )
    expect(problems.at(-1)?.reason).toBe('이 줄은 올바른 JSON이 아닙니다. 끝에 있는 쉼표를 빼십시오.')
  })

  it('are those of attempts that are stored already', async () => {
    const { client } = openCore()
    await client.call('import.commit', request([header, 'a,base,1,pass'], { createTask: true }))
    const asked = request([header, 'a,base,1,fail'], { language: 'ko' })
    const stored =
      '구성 "base", 사례 "a", 반복 1에 해당하는 시도: 이미 저장되어 있는데 내용이 다릅니다. 저장된 것을 그대로 둡니다. 다른 열: outcome(기존 pass, 이 줄 fail)'
    expect(await client.call('import.preview', asked)).toMatchObject({ problems: [{ reason: stored }] })
    expect(await failureOf(client.call('import.commit', asked))).toMatchObject({
      code: 'import-refused',
      message:
        'trials.csv 파일에 문제가 1건 있어 가져온 것이 없습니다. 파일을 고치거나 쓸 수 없는 줄을 제외하십시오.',
      details: { problems: [{ reason: stored }] },
    })
  })

  it.each([
    ['an empty file', [''], '파일이 비어 있습니다. 한 줄에 시도 하나인 파일을 선택하십시오.'],
    [
      'a web page',
      ['<!doctype html>'],
      'XML이나 HTML은 읽을 수 없습니다. 한 줄에 시도 하나인 CSV 또는 JSONL 파일을 선택하십시오.',
    ],
    [
      'a PDF',
      ['%PDF-1.7'],
      '텍스트가 아니라 PDF 문서입니다. UTF-8 텍스트로(Excel에서는 "CSV UTF-8"로) 저장한 파일을 가져오십시오.',
    ],
  ])('say why nothing of it can be read: %s', async (_, lines, why) => {
    const { client } = openCore()
    const asked = request(lines, { createTask: true, language: 'ko' })
    expect(await failureOf(client.call('import.preview', asked))).toMatchObject({
      code: 'import-unreadable',
      message: `trials.csv 파일을 읽을 수 없습니다. ${why} 가져온 것은 없습니다.`,
    })
  })
})

describe('the language of the problems', () => {
  it('changes nothing of what is stored, told or remembered', async () => {
    const [inKorean, inEnglish] = await Promise.all(
      (['ko', 'en'] as const).map(async (language) => {
        const { client, file, settingsFile } = openCore()
        const lines = ['Ticket,configuration,outcome', 'a,base,pass', 'b,base,', ...passes(2, 2)]
        const mapping = { case: 'Ticket' }
        const asked = request(lines, { createTask: true, skipBadRows: true, mapping, language })
        const { problems, ...summary } = await client.call('import.commit', asked)
        const remembered = readFileSync(join(dirname(settingsFile), 'imports.json'), 'utf8')
        return { summary, lines: problems.map(({ line }) => line), stored: everythingIn(file), remembered }
      }),
    )
    expect(inKorean).toEqual(inEnglish)
    expect(inKorean?.lines).toEqual([3, 4, 5, 6, 7])
    expect(inKorean?.remembered).not.toContain('language')
  })

  it('is one that Nines speaks', async () => {
    const { client } = openCore()
    const asked = { ...request([header]), language: 'xx' }
    // @ts-expect-error: this is what a program of another version may send
    expect(await failureOf(client.call('import.preview', asked))).toMatchObject({ code: 'bad-input' })
  })
})
