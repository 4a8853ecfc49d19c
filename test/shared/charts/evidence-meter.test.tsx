import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { EvidenceMeter, layOutMeter } from '../../../shared/charts/evidence-meter.tsx'
import { parseMarkup } from './markup.ts'

const even = { logEvidenceMeets: -1, logEvidenceShort: -1, alpha: 0.05 }
const decides = Math.log(20)

describe('the meter', () => {
  it('has the odds that decide at a quarter from either end, whatever α is', () => {
    for (const alpha of [0.05, 0.001, 0.5]) {
      expect(layOutMeter({ ...even, alpha }, 100)).toEqual({
        hand: 50,
        even: 50,
        short: 25,
        meets: 75,
        beyond: false,
      })
    }
  })

  it('stands at the line when the evidence decides, and between the lines before', () => {
    expect(layOutMeter({ ...even, logEvidenceMeets: decides }, 100).hand).toBeCloseTo(75, 9)
    expect(layOutMeter({ ...even, logEvidenceShort: decides }, 100).hand).toBeCloseTo(25, 9)
    expect(layOutMeter({ ...even, logEvidenceShort: decides / 2 }, 100).hand).toBeCloseTo(37.5, 9)
  })

  it('points beyond its end where the evidence is stronger than it can show', () => {
    expect(layOutMeter({ ...even, logEvidenceShort: 141 }, 100)).toMatchObject({ hand: 0, beyond: true })
    expect(layOutMeter({ ...even, logEvidenceMeets: 141 }, 100)).toMatchObject({ hand: 100, beyond: true })
  })

  it('is an image that says in words what it shows', () => {
    const [svg] = parseMarkup(renderToStaticMarkup(<EvidenceMeter {...even} width={120} label="undecided" />))
    expect(svg?.attributes.get('role')).toBe('img')
    expect(svg?.attributes.get('aria-label')).toBe('undecided')
  })
})
