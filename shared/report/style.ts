import { setApart, undirected } from '../text/sentence.ts'
import { shortFingerprint } from '../text/fingerprint.ts'
import { palette } from '../charts/palette.ts'
import { fitName } from '../charts/text-width.ts'
import { dataDate, type ReportContext } from './context.ts'
import type { Paper } from '../domain/report-options.ts'
import type { ReportFont } from './font.ts'
import { narrowSheet } from './narrow-style.ts'
import { partsSheet } from './parts-style.ts'

/** A text as a CSS string; the escapes keep it from ending the string or the style element. */
function cssString(text: string): string {
  const escaped = text.replaceAll(
    /[\\"<>\p{Cc}]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  )
  return `"${escaped}"`
}

function fontFace({ family, weight, base64 }: ReportFont): string {
  return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/ttf;base64,${base64}) format("truetype")}`
}

const marginFontSize = 10.5

/** Room beside the title in the top margin, px, and what of it the configuration's name may take. */
const topRightWidth = 440
const configurationWidth = 200

/** What stands above and below every page: the same words for all but the page number. */
export interface RunningText {
  readonly topLeft: string
  readonly topRight: string
  readonly bottomLeft: string
}

/** A margin holds one line: of marks that pile up on a letter two are kept, more than any language needs there. */
function inMargin(name: string): string {
  return undirected(name).replaceAll(/(\p{M}{2})\p{M}+/gu, '$1')
}

export function runningText(report: ReportContext): RunningText {
  const { assessment, translator, appVersion } = report
  const date = dataDate(report)
  const configuration = fitName(inMargin(assessment.configuration), '', configurationWidth, marginFontSize)
  const ending = ` · ${setApart(configuration)}${date === null ? '' : ` · ${date}`}`
  return {
    topLeft: translator.t('report.title'),
    topRight: fitName(inMargin(assessment.task), ending, topRightWidth, marginFontSize),
    bottomLeft: translator.t('report.foot', {
      version: appVersion,
      method: assessment.methodVersion,
      fingerprint: shortFingerprint(assessment.dataFingerprint),
    }),
  }
}

/** "Page 1 of 6" with the counters of the page in the places of its numbers. */
function pageCounter({ translator }: ReportContext): string {
  const words = translator.t('report.page', { page: '\uE000', pages: '\uE001' })
  return words
    .split(/(\uE000|\uE001)/u)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '\uE000') return 'counter(page)'
      return part === '\uE001' ? 'counter(pages)' : cssString(part)
    })
    .join(' ')
}

/** Letter is wider and shorter than A4: its margins leave the text as wide, so that it is laid out once. */
const pageBoxes: Readonly<Record<Paper, string>> = {
  A4: 'size:A4;margin:23mm 16mm 20mm',
  Letter: 'size:letter;margin:19mm 18.95mm 15mm',
}

/** Letters whose widths are known well: a text of these is as wide as was planned for. */
const knownLetters = /^[ -~·…\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hangul}]*$/u

function pageRules(report: ReportContext): string {
  const { topLeft, topRight, bottomLeft } = runningText(report)
  const words = `font:400 ${marginFontSize}px "Inter","Noto Sans KR",sans-serif;color:#5d5c57;white-space:nowrap`
  const top = `${words};height:8mm;vertical-align:bottom;padding-bottom:2mm;border-bottom:1px solid #1d1d1b;margin-bottom:5mm`
  const bottom = `${words};height:8mm;vertical-align:top;padding-top:2mm;border-top:1px solid #e3e2de;margin-top:6mm`
  // What a font draws wider than was planned for runs over to the left: the date, at the right, stays on the page.
  const names = knownLetters.test(topRight)
    ? `content:${cssString(topRight)};width:70%`
    : `content:${cssString(`\u2066${topRight}\u2069`)};width:70%;direction:rtl;text-align:right`
  return `@page{${pageBoxes[report.options.paper]};
@top-left{content:${cssString(topLeft)};width:30%;${top}}
@top-right{${names};${top}}
@bottom-left{content:${cssString(bottomLeft)};width:70%;${bottom}}
@bottom-right{content:${pageCounter(report)};width:30%;${bottom}}}`
}

const sheet = `
*{box-sizing:border-box}
html{color:#1d1d1b;background:#fff;font:400 12.5px/1.45 "Inter","Noto Sans KR",sans-serif;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;overflow-wrap:break-word;word-break:keep-all}
h1{margin:0;font-size:25px;line-height:1.22;font-weight:600;letter-spacing:-.01em;text-wrap:balance}
h2{margin:0 0 6px;font-size:13.5px;font-weight:600;break-after:avoid}
p{margin:0;orphans:2;widows:2}
p+p,p+.table,.table+p{margin-top:6px}
section{margin-top:20px}
.page~.page{break-before:page}
.lead{margin-top:10px;max-width:600px;font-size:14px;color:#3d3c38}
.note,.running{color:#5d5c57}
.lead+.note{margin-top:6px}
.pair{display:grid;grid-template-columns:1fr 1fr;column-gap:28px;margin-top:20px}
.pair>section{margin-top:0}
section,tr,svg{break-inside:avoid}
section.long,.pair:has(>.long)>section{break-inside:auto}
section.long>.note{break-after:avoid}
p.note.leftOut{margin-top:10px;break-after:auto}
.leftOut+.part,.page+.part{margin-top:24px}
.author{margin-top:8px;padding-left:14px;border-left:2px solid #a9a8a2;break-inside:auto}
.author p{white-space:pre-line;orphans:3;widows:3}
.author p+p{margin-top:8px}
.outcomes{font-variant-numeric:tabular-nums;letter-spacing:.08em;overflow-wrap:anywhere}
.letters{margin-top:6px}
table.cases{table-layout:fixed;font-size:11.5px}
table.brief{max-width:460px}
.cases .label{width:18%}
.cases .segment{width:13%}
.cases .attempts{width:11%}
.cases .passes{width:12.5%}
.cases td,.cases tbody th{overflow-wrap:anywhere;vertical-align:top}
.cases td.passes{width:auto;overflow-wrap:normal}
ol{margin:0;padding-left:18px}
li+li{margin-top:5px}
.strong{font-weight:600}
.blank{white-space:pre-wrap}
a{color:inherit;text-decoration:underline #a9a8a2;text-underline-offset:2px}
svg{display:block;max-width:100%;height:auto;font-family:inherit}
.note+svg,svg+.table{margin-top:8px}
table{width:100%;border-collapse:collapse}
thead{display:table-header-group}
th,td{padding:4.5px 0 4.5px 12px;text-align:left;vertical-align:baseline;font-weight:400;border-bottom:1px solid #e3e2de}
th:first-child{padding-left:0}
.right+:not(.right){padding-left:20px}
tbody th,.facts td{overflow-wrap:anywhere}
tbody th{min-width:76px}
.dense th,.dense td{padding-top:3px;padding-bottom:3px}
td>.tone-more-evidence{white-space:nowrap}
thead th{color:#5d5c57;font-size:11.5px}
.right{text-align:right}
thead th,td.right{white-space:nowrap}
td.right{font-variant-numeric:tabular-nums}
td.words,.facts td.right{white-space:normal;font-variant-numeric:normal}
.facts{max-width:420px}
.facts th{color:#5d5c57;white-space:nowrap}
code{font:inherit;font-size:11.5px;font-feature-settings:"tnum","zero";overflow-wrap:anywhere}
.option{white-space:nowrap}
.tone-meets,.tone-short,.tone-more-evidence{font-weight:600}
.tone-meets{color:#1a7f4b}.tone-short{color:#b3402a}.tone-more-evidence{color:#6b5fb5}
.marginFaces{position:absolute;visibility:hidden;height:0;overflow:hidden}
${partsSheet}@media screen{body{max-width:760px;margin:0 auto;padding:40px 44px}.page~.page{margin-top:48px}}
${narrowSheet}@media print{.running{display:none}.page>:first-child{margin-top:0}}
`

/** A report is read on white paper: inside it no token of the window's theme holds, and charts draw in the light one. */
const lightTokens = Object.values(palette)
  .flatMap((value) => /var\((--[\w-]+)/u.exec(value)?.[1] ?? [])
  .map((token) => `${token}:initial`)
  .join(';')

/** The same look for a preview inside the window, in a shadow tree of its own. */
export function previewSheet(): string {
  // The window has the variable cut of the same face.
  const faces = sheet.replaceAll('"Inter"', '"Inter Variable"')
  const inTree = faces.replace('\nhtml{', '\n:host{').replace('\nbody{', '\n:host{')
  // That cut has not all superscript digits: of one exponent all are taken from the same font.
  return `${inTree}:host{display:block;${lightTokens}}.exponent{font-family:sans-serif}`
}

/** Rules for embedded fonts, which stand before all others. */
export function fontFaces(fonts: readonly ReportFont[]): string {
  return fonts.map((font) => `${fontFace(font)}\n`).join('')
}

/** How close together page one stands, as its header says: on Letter closer, and the closest where it is full. */
const pageOneSheet = `
.page:has(>.close,>.closest){line-height:1.38}
.page:has(>.close,>.closest) :is(section,.pair){margin-top:10px}
.page:has(>.close,>.closest) .pair>section{margin-top:0}
.page:has(>.close,>.closest) li+li{margin-top:3px}
.page:has(>.close,>.closest) :is(th,td){padding-top:3.5px;padding-bottom:3.5px}
.page:has(>.closest){font-size:12px;line-height:1.34}
.page:has(>.closest) h1{font-size:23px;line-height:1.18}
.page:has(>.closest) .lead{max-width:none;margin-top:7px;font-size:13px}
.page:has(>.closest) h2{margin-bottom:4px;font-size:13px}
.page:has(>.closest) :is(section,.pair){margin-top:7px}
.page:has(>.closest) .pair>section{margin-top:0}
.page:has(>.closest) p+p{margin-top:4px}
.page:has(>.closest) li+li{margin-top:2px}
.page:has(>.closest) thead th{font-size:11px}
.page:has(>.closest) :is(th,td){padding-top:2.2px;padding-bottom:2.2px}
.page:has(>.closest)+.leftOut{margin-top:7px;font-size:12px;line-height:1.34}
`

/** The pages behind it: on Letter a little closer, so that as a rule both papers take as many. */
const closerParts = `.part+.part{margin-top:24px}
.part>section,.part>.pair{margin-top:13px}
`

export function styleSheet(report: ReportContext, fonts: readonly ReportFont[]): string {
  const { paper } = report.options
  const parts = paper === 'Letter' ? closerParts : ''
  return `${fontFaces(fonts)}${pageRules(report)}${sheet}${pageOneSheet}${parts}`
}
