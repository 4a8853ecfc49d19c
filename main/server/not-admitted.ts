import { createHash } from 'node:crypto'
import { type Language, pickLanguage } from '../../shared/domain/settings.ts'

interface Words {
  readonly title: string
  readonly why: string
  readonly todo: string
  readonly steps: readonly string[]
  readonly kept: string
}

/** Of the one page that a browser sees without the interface: it is not let in, so it gets none of its files. */
const words: Readonly<Record<Language, Words>> = {
  en: {
    title: 'This link does not open Nines any more.',
    why: 'A link to Nines works once, within 15 minutes of its start: this one was used, is too old, or was shortened.',
    todo: 'To open Nines',
    steps: [
      'Go to the browser that the link was opened in first: it is still let in.',
      'Or stop Nines in its terminal with Ctrl+C, start it again (npm start, or nines serve) and open the new link.',
    ],
    kept: 'Nothing was changed: what was logged is in the workspace.',
  },
  ko: {
    title: '이 링크로는 더 이상 Nines를 열 수 없습니다.',
    why: 'Nines의 링크는 시작한 뒤 15분 안에 한 번만 쓸 수 있습니다. 이 링크는 이미 썼거나, 시간이 지났거나, 일부가 빠져 있습니다.',
    todo: 'Nines를 여는 방법',
    steps: [
      '링크를 처음 연 브라우저로 돌아가십시오. 그 브라우저에서는 계속 쓸 수 있습니다.',
      '또는 터미널에서 Ctrl+C로 Nines를 끝낸 다음 다시 시작해(npm start 또는 nines serve) 새 링크를 여십시오.',
    ],
    kept: '바뀐 것은 없습니다. 기록한 내용은 작업 공간에 그대로 있습니다.',
  },
}

const style = [
  ':root{color-scheme:light dark}',
  'body{max-width:34rem;margin:14vh auto 0;padding:0 1.5rem;background:#f7f7f5;color:#1d1d1b;',
  'font:15px/1.6 Inter,"Noto Sans KR",system-ui,"Malgun Gothic","Apple SD Gothic Neo",sans-serif;word-break:keep-all}',
  'h1{margin:0 0 .5rem;font-size:21px;line-height:1.35}h2{margin:1.75rem 0 .25rem;font-size:15px}p{margin:0}',
  'ol{margin:0;padding-left:1.3rem}li{margin:.35rem 0}.kept{margin-top:1.75rem;color:#5d5c57}',
  '@media (prefers-color-scheme:dark){body{background:#17181a;color:#ecebe8}.kept{color:#a9a8a2}}',
].join('')

const styleHash = createHash('sha256').update(style).digest('base64')

/** The page's own style, by its hash, and nothing else. */
export const notAdmittedPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The languages a browser asks for, the most wanted first. */
function wantedLanguages(acceptLanguage: string): readonly string[] {
  return acceptLanguage
    .split(',')
    .map((each) => {
      const [tag = '', weight] = each.split(/;\s*q=/u)
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
}

/** What a person sees who opens the one-time link a second time, or the address without it. */
export function notAdmittedPage(acceptLanguage: string | undefined): string {
  const language = pickLanguage(null, wantedLanguages(acceptLanguage ?? ''))
  const { title, why, todo, steps, kept } = words[language]
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Nines</title>`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><style>${style}</style></head>`,
    `<body><main><h1>${title}</h1><p>${why}</p><h2>${todo}</h2>`,
    `<ol>${steps.map((each) => `<li>${each}</li>`).join('')}</ol><p class="kept">${kept}</p></main></body></html>\n`,
  ].join('')
}
