import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { differenceReach } from '../../../shared/charts/difference.tsx'
import { Difference, Forest, Frontier, readDifference } from '../../../shared/charts/index.ts'
import { type Language, languages } from '../../../shared/domain/settings.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { openBrowser, pageWithFonts } from './browser.ts'
import { few, forestInput, frontierInput, sketches } from './comparison-sample.ts'
import { parseMarkup } from './markup.ts'

const browser = openBrowser()
const widths = [240, 480, 1200]

function drawnDifference(
  estimate: number,
  language: Language,
  width: number,
  prefix = 'difference',
): ReactElement {
  const interval = { estimate, lower: Math.max(-1, estimate - 0.1), upper: Math.min(1, estimate + 0.1) }
  const names = { first: 'large, 8 votes and longer thinking', second: '작은 모델' }
  const translator = translatorFor(language)
  return <Difference {...names} difference={interval} translator={translator} width={width} prefix={prefix} />
}

interface Drawing {
  readonly name: string
  readonly drawing: ReactElement
}

const drawings = languages.flatMap((language) =>
  widths.flatMap((width): readonly Drawing[] => [
    ...Object.entries(sketches).flatMap(([name, rows], index) => {
      const id = `${language}-${width}-${index}`
      const forest = forestInput(rows, language)
      const frontier = frontierInput(rows, language)
      return [
        {
          name: `forest, ${name}, ${language}, ${width}`,
          drawing: <Forest {...forest} title="forest" width={width} prefix={`forest-${id}`} />,
        },
        {
          name: `frontier, ${name}, ${language}, ${width}`,
          drawing: <Frontier {...frontier} width={width} height={300} prefix={`frontier-${id}`} />,
        },
      ]
    }),
    ...[-1, -0.04, 0, 0.31].map((estimate) => ({
      name: `difference ${estimate}, ${language}, ${width}`,
      drawing: drawnDifference(estimate, language, width, `difference-${language}-${width}-${estimate}`),
    })),
  ]),
)

function description(drawing: ReactElement): string {
  return parseMarkup(renderToStaticMarkup(drawing)).find((each) => each.name === 'desc')?.text ?? ''
}

describe('the drawings of a comparison', () => {
  it('are images with a title and a description, of finite numbers, in the width they were given', () => {
    for (const { name, drawing } of drawings) {
      const elements = parseMarkup(renderToStaticMarkup(drawing))
      const [root] = elements
      const texts = root?.attributes
        .get('aria-labelledby')
        ?.split(' ')
        .map((id) => elements.find((each) => each.attributes.get('id') === id)?.text ?? '')
      const values = elements.flatMap((each) => [...each.attributes.values()])
      expect({
        name,
        role: root?.attributes.get('role'),
        isDescribed: texts?.every((text) => text.length > 0),
        isAsWide: name.endsWith(` ${root?.attributes.get('width')}`),
        wrong: values.filter((value) => /NaN|undefined|Infinity|\de[+-]/.test(value)),
      }).toEqual({ name, role: 'img', isDescribed: true, isAsWide: true, wrong: [] })
    }
  })

  it('have every text inside, clear of the others', async () => {
    const body = drawings.map(
      ({ name, drawing }) => `<div id="${name}">${renderToStaticMarkup(drawing)}</div>`,
    )
    const page = await pageWithFonts(await browser(), body.join('\n'))
    const faults = await page.evaluate(() => {
      const found: string[] = []
      for (const drawing of document.querySelectorAll('svg')) {
        const name = drawing.parentElement?.id ?? ''
        const frame = drawing.getBoundingClientRect()
        const texts = [...drawing.querySelectorAll('text')].map((each) => ({
          text: each.textContent,
          box: each.getBoundingClientRect(),
        }))
        for (const [index, { text, box }] of texts.entries()) {
          const isOut =
            box.left < frame.left - 0.5 ||
            box.right > frame.right + 0.5 ||
            box.top < frame.top - 0.5 ||
            box.bottom > frame.bottom + 0.5
          if (isOut) found.push(`${name}: ${text} stands out`)
          for (const other of texts.slice(index + 1)) {
            const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
            const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
            if (across > 0.5 && down > 4) found.push(`${name}: ${text} covers ${other.text}`)
          }
        }
      }
      return found
    })
    await page.close()
    expect(faults).toEqual([])
  })

  it('describe what they show', () => {
    expect(description(<Forest {...forestInput(few.slice(0, 2))} title="t" width={500} prefix="a" />)).toBe(
      'large, 8 votes 95% (85–100%); large 90% (80–100%). Levels: Assist 80%, Supervised 95%, Unattended 99%.',
    )
    expect(
      description(<Frontier {...frontierInput(few.slice(1, 3))} width={500} height={300} prefix="a" />),
    ).toBe(
      'large 90% (80–100%), $0.02; old 80% (70–90%), $0.04, behind large. Supervised requires 95%. The budget ends at $0.10.',
    )
    expect(description(drawnDifference(0.31, 'en', 400))).toBe(
      'large, 8 votes and longer thinking minus 작은 모델: 31 points (21 to 41 points).',
    )
  })
})

/** Where the point of a difference stands on a drawing of 428 px; its interval reaches 20 points to either side. */
function pointOf(estimate: number): number {
  const difference = { estimate, lower: -0.2, upper: 0.2 }
  const input = { first: 'a', second: 'b', difference, translator: translatorFor('en') }
  return readDifference(input, 428).marks[0]?.x ?? Number.NaN
}

describe('a difference', () => {
  it('reaches as far to either side as its interval, up to the next tenth', () => {
    expect(differenceReach({ estimate: 0.3, lower: -0.05, upper: 0.41 })).toBe(0.5)
    expect(differenceReach({ estimate: -0.3, lower: -0.7, upper: 0.2 })).toBe(0.7)
    expect(differenceReach({ estimate: 0, lower: -0.01, upper: 0.01 })).toBe(0.1)
    expect(differenceReach({ estimate: 0, lower: -1, upper: 1 })).toBe(1)
  })

  it('lies on the side of the better one: left for the first', () => {
    // 400 px between the two ends, 40 points: a point is 10 px.
    expect([0.2, 0.1, 0, -0.2].map(pointOf)).toEqual(
      [14, 114, 214, 414].map((x): unknown => expect.closeTo(x, 6)),
    )
  })
})
