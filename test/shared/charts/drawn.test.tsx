import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import {
  CaseProfile,
  CausesPareto,
  EvidenceOverCases,
  GapBar,
  RepeatsFan,
} from '../../../shared/charts/index.ts'
import { languages } from '../../../shared/domain/settings.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { openBrowser, pageWithFonts } from './browser.ts'
import { histories } from './histories.ts'
import { assessmentOf, assessments, gapBarInput } from './sample.ts'

const browser = openBrowser()
const widths = [200, 240, 672, 1400]

/** Every drawing of every assessment, each in an element that says which it is. */
function drawings(): string {
  return languages
    .flatMap((language) =>
      Object.keys(assessments).flatMap((name) =>
        widths.map((width) => {
          const { repeats, casesByPasses, counts } = assessmentOf(name)
          const prefix = `${language}-${width}-${Object.keys(assessments).indexOf(name)}`
          // Curves take 240 px, bars less.
          const common = { translator: translatorFor(language), width: Math.max(240, width) }
          return (
            <div key={prefix} id={`${name}, ${language}, ${width} px`}>
              <GapBar {...gapBarInput(assessmentOf(name), language)} width={width} prefix={`bar-${prefix}`} />
              <RepeatsFan
                {...common}
                passAt={repeats.passAt}
                passAll={repeats.passAll}
                level={{ name: 'Unattended', required: 0.99 }}
                height={250}
                prefix={`fan-${prefix}`}
              />
              <CaseProfile
                {...common}
                casesByPasses={casesByPasses}
                repeats={counts.plannedRepeats}
                height={120}
                prefix={`profile-${prefix}`}
              />
            </div>
          )
        }),
      ),
    )
    .map((drawing) => renderToStaticMarkup(drawing))
    .join('\n')
}

const causes = (['product-engineering', 'inference-scaling', null] as const).map((lever, index) => ({
  cause: ['tool-error', 'reasoning-slip', null][index] ?? null,
  name: null,
  lever,
  failures: 100_000 / 10 ** index,
  share: [0.9, 0.09, 0.01][index] ?? 0,
  cumulativeShare: [0.9, 0.99, 1][index] ?? 0,
}))

/** The charts of the verdict's second look. */
function lowerDrawings(): string {
  return languages
    .flatMap((language) =>
      Object.entries(histories).flatMap(([name, history], index) =>
        [270, 360, 672, 1400].map((width) => {
          const prefix = `lower-${language}-${width}-${index}`
          const common = { translator: translatorFor(language), width }
          return (
            <div key={prefix} id={`${name}, ${language}, ${width} px`}>
              <EvidenceOverCases {...common} history={history} height={236} prefix={`history-${prefix}`} />
              <CausesPareto {...common} causes={causes} prefix={`pareto-${prefix}`} />
            </div>
          )
        }),
      ),
    )
    .map((drawing) => renderToStaticMarkup(drawing))
    .join('\n')
}

interface Fault {
  readonly drawing: string
  readonly text: string
  readonly fault: string
}

describe('what Chromium draws with the fonts of the report', () => {
  it('has every text inside its drawing, clear of other texts and of the lines of other levels', async () => {
    const page = await pageWithFonts(await browser(), drawings() + lowerDrawings())
    const found = await page.evaluate(() => {
      const faults: Fault[] = []
      let texts = 0
      for (const drawing of document.querySelectorAll('svg')) {
        const name = `${drawing.parentElement?.id ?? ''}: ${drawing.getAttribute('class') ?? ''}`
        const box = drawing.getBoundingClientRect()
        const labels = [...drawing.querySelectorAll('text')]
        const boxes = labels.map((each) => each.getBoundingClientRect())
        const say = (index: number, fault: string): void => {
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
        for (const level of drawing.querySelectorAll('.level text')) {
          const label = level.getBoundingClientRect()
          for (const line of drawing.querySelectorAll('.level > line')) {
            const stroke = line.getBoundingClientRect()
            const isCut =
              stroke.left < label.right && stroke.right > label.left && stroke.top < label.bottom - 4
            if (isCut) faults.push({ drawing: name, text: level.textContent, fault: 'is cut by a line' })
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
