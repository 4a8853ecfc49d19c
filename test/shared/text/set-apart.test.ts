import { describe, expect, it } from 'vitest'
import { fitName, textWidth } from '../../../shared/charts/text-width.ts'
import { closed, setApart } from '../../../shared/text/sentence.ts'

describe('a name between other words', () => {
  it('is set apart once, however often it is told', () => {
    const once = setApart('שלום')
    expect(once).toBe('\u2068שלום\u2069')
    expect(setApart(once)).toBe(once)
    // A sentence that holds it runs its own way.
    expect(setApart(`${once} passes`)).toBe(`${once} passes`)
    expect(setApart(`${once} and عالم`)).toBe('\u2068שלום and عالم\u2069')
  })

  it('cannot leave what sets it apart', () => {
    expect(setApart('\u2069שלום\u2068')).toBe('\u2068שלום\u2069')
    expect(setApart('\u2068left\u202Eright\u2069')).toBe('\u2068leftright\u2069')
    expect(setApart('\u2068\u2068open')).toBe('open')
  })

  it('takes no more room for it, and keeps it when it is cut', () => {
    expect(textWidth(setApart('שלום'), 12)).toBe(textWidth('שלום', 12))
    expect(fitName('שלום', ' 99%', 1000, 12)).toBe('\u2068שלום\u2069 99%')
    expect(fitName('שלום', ' 99%', textWidth('של… 99%', 12) + 1, 12)).toBe('\u2068של…\u2069 99%')
    expect(fitName('behind \u2068שלום\u2069', '', textWidth('behind של…', 12) + 1, 12)).toBe(
      'behind \u2068של\u2069…',
    )
    expect(closed('a\u2068b\u2069')).toBe('a\u2068b\u2069')
  })
})
