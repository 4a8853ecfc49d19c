import { describe, expect, it } from 'vitest'
import { fitMiddle, textWidth } from '../../../shared/charts/text-width.ts'
import { shortNames } from '../../../shared/charts/told-apart.ts'

describe('short names', () => {
  it('leave out what all begin with, in whole words', () => {
    expect([...shortNames(['model-x think 1', 'model-x think 16', 'model-x think 128'], 12)]).toEqual([
      ['model-x think 1', '…1'],
      ['model-x think 16', '…16'],
      ['model-x think 128', '…128'],
    ])
    expect(shortNames(['gpt-4o', 'gpt-4o-mini'], 12).get('gpt-4o-mini')).toBe('…4o-mini')
  })

  it('leave out the middle where they begin differently', () => {
    const names = ['north European rebooking 1', 'south European rebooking 2']
    const short = [...shortNames(names, 12).values()]
    expect(short).toHaveLength(2)
    for (const [index, text] of short.entries()) {
      expect(text).toMatch(/^[ns].*….*[12]$/)
      expect(textWidth(text, 12)).toBeLessThanOrEqual(72)
      expect(text.endsWith(String(index + 1))).toBe(true)
    }
  })

  it('are not there where they would be alike, or no shorter', () => {
    const twins = ['a', 'b'].map((middle) => `${'x'.repeat(40)}${middle}${'y'.repeat(40)}`)
    expect(shortNames(twins, 12).size).toBe(0)
    expect(shortNames(['old', 'new'], 12).size).toBe(0)
    expect(shortNames(['a long name that stands alone'], 12).get('a long name that stands alone')).toMatch(
      /…/,
    )
  })
})

describe('a name without its middle', () => {
  it('keeps its beginning and its end, and never cuts a letter in two', () => {
    expect(fitMiddle('Unattended', 100, 12)).toBe('Unattended')
    expect(fitMiddle('👩🏽‍💻'.repeat(9), 60, 12)).toMatch(/^(?:👩🏽‍💻)+…(?:👩🏽‍💻)+$/u)
    for (const width of [0, 5, 12, 30, 60, 90]) {
      const text = fitMiddle('Rebooking of passengers 128', width, 12)
      expect(textWidth(text, 12)).toBeLessThanOrEqual(width)
    }
  })
})
