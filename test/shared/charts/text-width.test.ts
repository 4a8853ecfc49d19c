import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setApart } from '../../../shared/text/sentence.ts'
import { fitName, textWidth } from '../../../shared/charts/text-width.ts'
import { openBrowser, pageWithFonts } from './browser.ts'

/** What stands in charts, and names as teams give them. */
const labels = [
  '42% passes',
  '30% flaky',
  '28% never in 4',
  '97.4% never in 1,000',
  'Assist 80%',
  'Supervised 95%',
  'Unattended 99% · target',
  'Unattended at night 99.95%',
  '27–59%',
  '<0.0001–>99.9999%',
  'any 72%',
  'all 20%',
  'attempts (k)',
  '1,000',
  '통과 42%',
  '불안정 30%',
  '4회 모두 실패 28%',
  '무인 운영 99.9% · 목표',
  '한 번이라도 72%',
  '시도 횟수(k)',
  '사람이 확인하는 자동화 수준',
  'Rebooking of passengers whose connecting flights were cancelled',
  'WWWWWWWWWW MMMMMMMM',
  'illill iiiii ||||| ....',
  'Freigabe durch Prüfer — Stufe „Übergang“',
  'Contrôle qualité à l’échelle',
  'ALL CAPS LEVEL (v2.1)',
  'snake_case_name/with-path@3',
  '100% {braces} & <tags> "quotes"',
  'Rebooking of passengers whose… 99%',
]

interface Measured {
  readonly text: string
  readonly style: string
  readonly width: number
}

const styles = [400, 600].flatMap((weight) =>
  ['normal', 'tabular-nums'].map((figures) => `font-weight:${weight};font-variant-numeric:${figures}`),
)

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

const browser = openBrowser()

async function measure(
  texts: readonly string[],
  size: number,
  inStyles: readonly string[] = styles,
): Promise<readonly Measured[]> {
  const wanted = texts.flatMap((text) => inStyles.map((style) => ({ text, style })))
  const spans = wanted.map(
    ({ text, style }) => `<span style="font-size:${size}px;white-space:pre;${style}">${escaped(text)}</span>`,
  )
  const page = await pageWithFonts(await browser(), spans.join('\n'))
  const widths = await page
    .locator('span')
    .evaluateAll((found) => found.map((each) => each.getBoundingClientRect().width))
  const faces = await page.evaluate(() => [...document.fonts].map((face) => face.status))
  expect(faces).not.toContain('error')
  expect(faces).toContain('loaded')
  await page.close()
  return wanted.map((each, index) => ({ ...each, width: widths[index] ?? Number.NaN }))
}

describe('widths without a font at hand, against Chromium with the fonts of the report', () => {
  it.each([12, 11.5, 10.5])(
    'at %f px are never too small, and at most a quarter and 4 px too large',
    async (size) => {
      const measured = await measure(labels, size)
      expect(measured).toHaveLength(labels.length * 4)
      const tooSmall = measured.filter(({ text, width }) => textWidth(text, size) < width)
      expect(tooSmall).toEqual([])
      const tooLarge = measured.filter(({ text, width }) => textWidth(text, size) > 1.25 * width + 4)
      expect(tooLarge).toEqual([])
    },
  )

  it('holds within a pixel for every pair of printable ASCII characters, whatever their kerning', async () => {
    const characters = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index))
    const pairs = characters.flatMap((a) => characters.map((b) => a + b))
    const measured = await measure(pairs, 12, ['font-weight:600'])
    expect(measured.filter(({ text, width }) => textWidth(text, 12) < width - 1)).toEqual([])
  })
})

describe('width', () => {
  it('grows with the font and adds up', () => {
    expect(textWidth('', 12)).toBe(0)
    expect(textWidth('42% passes', 24)).toBeCloseTo(2 * textWidth('42% passes', 12), 10)
    expect(textWidth('ab', 12)).toBeCloseTo(textWidth('a', 12) + textWidth('b', 12), 10)
  })

  it('counts what is seen as one letter once', () => {
    expect(textWidth('e\u0301', 12)).toBe(textWidth('e', 12))
    // A family of four, joined by three invisible characters.
    expect(textWidth('👨‍👩‍👧‍👦', 12)).toBe(textWidth('👨', 12))
    expect(textWidth('각', 12)).toBe(textWidth('\u1100\u1161\u11a8', 12))
  })
})

describe('fitting a name', () => {
  it('leaves alone what fits', () => {
    expect(fitName('Assist', ' 80%', 1000, 12)).toBe('Assist 80%')
    expect(fitName('Assist', ' 80%', textWidth('Assist 80%', 12), 12)).toBe('Assist 80%')
  })

  it('shortens the name and keeps the ending whole', () => {
    const width = textWidth('Unatt… 99%', 12)
    expect(fitName('Unattended', ' 99%', width, 12)).toBe('Unatt… 99%')
    // No space stands before the ellipsis.
    expect(fitName('Go on then', ' 99%', textWidth('Go… 99%', 12) + 1, 12)).toBe('Go… 99%')
  })

  it('drops the name when nothing of it fits', () => {
    expect(fitName('Unattended', ' 99%', textWidth('… 99%', 12), 12)).toBe('… 99%')
    expect(fitName('Unattended', ' 99%', textWidth('… 99%', 12) - 1, 12)).toBe('99%')
  })

  it('fits whatever the name, never cuts a letter in two, and shortens no more than it must', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(name, fc.integer({ min: 60, max: 300 }), (each, width) => {
        // Every way of shortening it, from the whole to nothing; the first that fits is the best.
        const letters = Array.from(new Intl.Segmenter('en').segment(each), ({ segment }) => segment)
        const shortened = letters.map((_, cut) =>
          letters
            .slice(0, -1 - cut)
            .join('')
            .trimEnd(),
        )
        const ways = [each, ...shortened.map((kept) => `${kept}…`)].map((way) => `${setApart(way)} 99%`)
        expect(fitName(each, ' 99%', width, 12)).toBe(ways.find((way) => textWidth(way, 12) <= width))
      }),
      { numRuns: 300 },
    )
  })
})
