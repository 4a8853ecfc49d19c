import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { attemptAxes } from '../../../shared/charts/attempts-curves-layout.ts'
import { AttemptsCurves, ComputeAxis, Delivery } from '../../../shared/charts/index.ts'
import { type Language, languages } from '../../../shared/domain/settings.ts'
import { openBrowser, pageWithFonts } from './browser.ts'
import { type MarkupElement, parseMarkup } from './markup.ts'
import { computeInput, curvesInput, deliveryInput, series, worlds } from './scaling-sample.ts'

interface Drawing {
  readonly name: string
  readonly width: number
  readonly drawing: ReactElement
}

let drawn = 0
function nextPrefix(): string {
  drawn += 1
  return `drawing-${drawn}`
}

/** Every chart of the scaling screen, of every world and series. */
function drawingsOf(language: Language, width: number): readonly Drawing[] {
  const size = { width, height: 280 }
  const curves = Object.keys(worlds).flatMap((name) =>
    attemptAxes.map((axis): Drawing => {
      const input = curvesInput(name, axis, language)
      return {
        name: `${name}, ${axis}`,
        width,
        drawing: <AttemptsCurves {...input} {...size} prefix={nextPrefix()} />,
      }
    }),
  )
  const deliveries = Object.keys(worlds).flatMap((name): readonly Drawing[] => {
    const input = deliveryInput(name, language)
    return input === null
      ? []
      : [
          {
            name: `${name}, delivery`,
            width,
            drawing: <Delivery {...input} {...size} prefix={nextPrefix()} />,
          },
        ]
  })
  const axes = Object.keys(series).flatMap((name) =>
    [true, false].map((hasBand): Drawing => {
      const input = computeInput(name, hasBand, language)
      return {
        name: `${name}, band ${hasBand}`,
        width,
        drawing: <ComputeAxis {...input} {...size} prefix={nextPrefix()} />,
      }
    }),
  )
  return [...curves, ...deliveries, ...axes]
}

function elementsOf({ drawing }: Drawing): readonly MarkupElement[] {
  return parseMarkup(renderToStaticMarkup(drawing))
}

describe.each(languages)('every drawing, in %s', (language) => {
  const drawings = [240, 672, 1400].flatMap((width) => drawingsOf(language, width))

  it('has only finite numbers and no word for nothing in its attributes', () => {
    const values = drawings.flatMap((each) =>
      elementsOf(each).flatMap(({ name, attributes }) =>
        [...attributes].map(([key, value]) => `${each.name}: ${name} ${key}=${value}`),
      ),
    )
    expect(values.length).toBeGreaterThan(5000)
    expect(values.filter((each) => /=.*(NaN|undefined|null|Infinity|\[object|\de[+-])/.test(each))).toEqual(
      [],
    )
    expect(values.filter((each) => / (width|height|r)=-/.test(each))).toEqual([])
  })

  const images = drawings.filter((each) => elementsOf(each)[0]?.name === 'svg')

  it('is an image of its width with a title and a description', () => {
    expect(images.length).toBeGreaterThan(50)
    for (const each of images) {
      const elements = elementsOf(each)
      const [root] = elements
      expect(root?.attributes.get('role')).toBe('img')
      expect(root?.attributes.get('width')).toBe(String(each.width))
      const labels = root?.attributes.get('aria-labelledby')?.split(' ') ?? []
      const named = labels.map((id) => elements.find(({ attributes }) => attributes.get('id') === id))
      expect(named.map((label) => label?.name)).toEqual(['title', 'desc'])
      expect(named.every((label) => label !== undefined && label.text.length > 0)).toBe(true)
    }
  })

  it('says why where there is nothing to draw', () => {
    const words = drawings.filter((each) => !images.includes(each)).flatMap((each) => elementsOf(each))
    expect(words.length).toBeGreaterThan(5)
    expect(words.filter(({ name, text }) => name !== 'p' || text.length < 10)).toEqual([])
  })

  it('refers to its own ids alone', () => {
    for (const each of drawings) {
      const elements = elementsOf(each)
      const ids = new Set(elements.flatMap(({ attributes }) => attributes.get('id') ?? []))
      const used = elements.flatMap(({ attributes }) =>
        [...attributes.values()].flatMap((value) => /^url\(#(.+)\)$/.exec(value)?.[1] ?? []),
      )
      expect(used.filter((id) => !ids.has(id))).toEqual([])
    }
  })
})

function textOf(drawing: ReactElement): string {
  return parseMarkup(renderToStaticMarkup(drawing)).find((each) => each.name === 'desc')?.text ?? ''
}

describe('descriptions', () => {
  const size = { width: 600, height: 280, prefix: 'chart' }

  it('of the curves have every published figure of τ-bench', () => {
    expect(textOf(<AttemptsCurves {...curvesInput('τ-bench')} {...size} />)).toBe(
      'a perfect verifier: 42% at 1, 57% at 2, 66% at 3, 72% at 4. majority: 42% at 1, 38% at 3. all k pass: 42% at 1, 27% at 2, 22% at 3, 20% at 4. Ready requires 90%.',
    )
    expect(textOf(<AttemptsCurves {...curvesInput('τ-bench', 'attempts', 'ko')} {...size} />)).toContain(
      '완벽한 검증기: k=1에서 42%, k=2에서 57%',
    )
  })

  it('of points name the configuration, its amount and its verdict', () => {
    expect(textOf(<ComputeAxis {...computeInput('two amounts')} {...size} />)).toMatch(
      /^low, 2,000 samples: 30% \(.+\), short\. high, 16,000 samples: 97.*Ready requires 90%\.$/,
    )
  })
})

const browser = openBrowser()

interface Fault {
  readonly drawing: string
  readonly text: string
  readonly fault: string
}

describe('what Chromium draws with the fonts of the report', () => {
  it('has every text inside its drawing and clear of other texts', async () => {
    const body = languages
      .flatMap((language) => [300, 500, 760, 1400].flatMap((width) => drawingsOf(language, width)))
      .map(({ name, width, drawing }) =>
        renderToStaticMarkup(<div id={`${name}, ${width} px`}>{drawing}</div>),
      )
      .join('\n')
    const page = await pageWithFonts(await browser(), body)
    const found = await page.evaluate(() => {
      const faults: Fault[] = []
      let texts = 0
      for (const drawing of document.querySelectorAll('svg')) {
        const box = drawing.getBoundingClientRect()
        const labels = [...drawing.querySelectorAll('text')]
        const boxes = labels.map((each) => each.getBoundingClientRect())
        const say = (index: number, fault: string): void => {
          const name = drawing.parentElement?.id ?? ''
          faults.push({ drawing: name, text: labels[index]?.textContent ?? '', fault })
        }
        texts += labels.length
        for (const [index, each] of boxes.entries()) {
          const isOut =
            each.left < box.left - 0.5 ||
            each.right > box.right + 0.5 ||
            each.top < box.top - 0.5 ||
            each.bottom > box.bottom + 0.5
          if (isOut) say(index, 'stands out of the drawing')
          for (const [other, second] of boxes.entries()) {
            const across = Math.min(each.right, second.right) - Math.max(each.left, second.left)
            // Boxes reach from the highest accent to the lowest descender: a quarter of them is empty.
            const down = Math.min(each.bottom, second.bottom) - Math.max(each.top, second.top)
            if (other > index && across > 0.5 && down > 4) {
              say(index, `covers ${labels[other]?.textContent ?? ''}`)
            }
          }
        }
      }
      return { faults, texts }
    })
    await page.close()
    expect(found.faults).toEqual([])
    expect(found.texts).toBeGreaterThan(1500)
  })
})
