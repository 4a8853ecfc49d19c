import { describe, expect, it } from 'vitest'
import {
  pictureName,
  pictureOf,
  probeSize,
  sizeOf,
  tabSeparated,
  withFaces,
} from '../../../renderer/components/chart-picture.ts'
import { palette } from '../../../shared/charts/palette.ts'

const lettering = { family: '"Inter Variable", "Noto Sans KR", sans-serif', size: '13px' }
const opening =
  '<svg xmlns="http://www.w3.org/2000/svg" class="bar" viewBox="-10 0 320 143.5" width="320" height="143.5">'

describe('a picture', () => {
  it('is light, on white, with its fonts named and its title first', () => {
    const drawing = `${opening}<title id="t">A &amp; B</title><desc id="d">c</desc><rect fill="var(--passes, #0f6fb8)" stroke="var(--line,#e3e2de)"/></svg>`
    expect(pictureOf(drawing, lettering)).toBe(
      `<svg font-family="'Inter Variable', 'Noto Sans KR', sans-serif" font-size="13px"${opening.slice(4)}` +
        '<title id="t">A &amp; B</title><desc id="d">c</desc>' +
        '<rect x="-10" y="0" width="320" height="143.5" fill="#ffffff"/>' +
        '<rect fill="#0f6fb8" stroke="#e3e2de"/></svg>',
    )
  })

  it('has a light value for every colour of the palette', () => {
    const drawing = `${opening}${Object.values(palette)
      .map((colour) => `<rect fill="${colour}"/>`)
      .join('')}</svg>`
    const picture = pictureOf(drawing, lettering)
    expect(picture).not.toContain('var(')
    expect([...picture.matchAll(/<rect fill="(#[0-9a-f]{6})"\/>/g)]).toHaveLength(Object.keys(palette).length)
  })

  it('keeps what words say, whatever that is', () => {
    const drawing = `${opening}<text fill="var(--ink, #1d1d1b)">var(--ink, red) &lt;b&gt;</text></svg>`
    expect(pictureOf(drawing, lettering)).toContain('<text fill="#1d1d1b">var(--ink, red) &lt;b&gt;</text>')
  })

  it('is as large as the drawing', () => {
    expect(sizeOf(pictureOf(`${opening}</svg>`, lettering))).toEqual({ width: 320, height: 143.5 })
  })

  it('is made of a drawing alone', () => {
    expect(() => pictureOf('<p>No case is complete yet.</p>', lettering)).toThrow(
      'not the markup of a drawing',
    )
    expect(() => pictureOf('<svg width="3"></svg>', lettering)).toThrow('not the markup of a drawing')
  })
})

describe('a picture with its fonts', () => {
  const picture = pictureOf(`${opening}</svg>`, lettering)
  const face = { family: '"Inter Variable"', weight: '100 900', rule: '@font-face{a}', letter: '%' }

  it('stands whole over a strip with a letter of each', () => {
    const second = { family: '"Noto Sans KR"', weight: '600', rule: '@font-face{b}', letter: '통' }
    const whole = withFaces(picture, [face, second])
    expect(sizeOf(whole)).toEqual({ width: 320, height: 143.5 + probeSize })
    expect(whole).toContain('<style>@font-face{a}@font-face{b}</style>')
    expect(whole).toContain(picture)
    expect(whole).toContain(
      `x="2" y="155.5" font-size="12" font-family="'Inter Variable'" font-weight="100">%</text>`,
    )
    expect(whole).toContain(
      `x="18" y="155.5" font-size="12" font-family="'Noto Sans KR'" font-weight="600">통</text>`,
    )
  })

  it('is wide enough for many', () => {
    expect(
      sizeOf(
        withFaces(
          picture,
          Array.from({ length: 40 }, () => face),
        ),
      ).width,
    ).toBe(640)
  })

  it('writes a letter that is a sign of markup as text', () => {
    expect(withFaces(picture, [{ ...face, letter: '<' }])).toContain('>&lt;</text>')
    expect(withFaces(picture, [{ ...face, letter: '&' }])).toContain('>&amp;</text>')
  })
})

describe('a table on the clipboard', () => {
  it('has a line per row and tabs between cells, and none inside', () => {
    const columns = [
      { title: 'Part', isFigure: false },
      { title: 'Share', isFigure: true },
    ]
    const rows = [
      ['Passes', '42%'],
      ['two\nlines and\ta tab', '–'],
    ]
    expect(tabSeparated({ columns, rows })).toBe('Part\tShare\nPasses\t42%\ntwo lines and a tab\t–')
  })
})

describe('the name of a saved picture', () => {
  it.each([
    ['Where the gap is', 'Where-the-gap-is.png'],
    ['k번 시도할 수 있다면', 'k번-시도할-수-있다면.png'],
    ['../a/b: "c"?', 'a-b-c.png'],
    ['…', 'chart.png'],
  ])('of %j is %s', (title, name) => expect(pictureName(title, 'png')).toBe(name))

  it('is not endless', () => expect(pictureName('a'.repeat(500), 'svg')).toBe(`${'a'.repeat(60)}.svg`))
})
