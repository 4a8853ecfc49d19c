import { describe, expect, it } from 'vitest'
import { getDocumentProxy } from 'unpdf'
import { withoutDates } from '../../../main/hosting/undated-pdf.ts'
import { dates, smallPdf } from './small-pdf.ts'

const spaces = (text: string): string => text.replaceAll(/[^\n]/g, ' ')

function undated(pdf: string): string {
  return Buffer.from(withoutDates(Buffer.from(pdf, 'latin1'))).toString('latin1')
}

/** Two parts, numbered from there on, and texts that read like the names of some. */
function partsFrom(first: number): string {
  const [one, two] = [first, first + 7].map((each) => `(node${String(each).padStart(8, '0')})`)
  const parts = `/ID ${one} /ID ${two} /Headers [${two}] /Limits [${one} ${two}]`
  return smallPdf({ info: '/Producer (x)', stream: `${parts} (node00000999) /Title ${one}` })
}

/** Three parts and the list of them, counted by the browser so. */
function counted(first: number, second: number, third: number): string {
  const [one, two, three] = [first, second, third].map((each) => `(node${String(each).padStart(8, '0')})`)
  const names = [`${one} 7 0 R`, `${two} 12 0 R`, `${three} 345 0 R`].toSorted((a, b) => (a < b ? -1 : 1))
  const [least = '', most = ''] = [names.at(0), names.at(-1)].map((each) => each?.slice(0, 14))
  const list = `<</Limits [${least} ${most}]\n/Names [${names.join(' ')}]>>`
  const parts = `/ID ${one} /ID ${two} /Headers [${one} ${three}] /ID ${three}`
  return smallPdf({ info: '/Producer (x)', stream: `${parts} ${list}` })
}

describe('a PDF without dates', () => {
  it('has spaces where they were, nothing else changed, and can be read', async () => {
    const pdf = smallPdf()
    const plain = undated(pdf)
    expect(plain).toBe(pdf.replace(dates, spaces(dates)))
    const document = await getDocumentProxy(new Uint8Array(Buffer.from(plain, 'latin1')))
    const { info } = await document.getMetadata()
    expect(info).toMatchObject({ Title: 'A (B)' })
    expect(info).not.toHaveProperty('CreationDate')
    expect(document.numPages).toBe(1)
  })

  it('loses its identifier, too', () => {
    const id = '/ID [<0123456789abcdef><0123456789ABCDEF>]'
    const pdf = smallPdf({ trailer: `\n${id}` })
    expect(undated(pdf)).toBe(pdf.replace(dates, spaces(dates)).replace(id, spaces(id)))
  })

  it('was made by Nines, whatever browser and system printed it', async () => {
    const creator = String.raw`/Creator (Mozilla/5.0 \(X11; Linux x86_64\) HeadlessChrome/156.0.0.0)`
    const pdf = smallPdf({ info: `${creator}\n/Producer (Skia)` })
    expect(undated(pdf)).toBe(pdf.replace(creator, '/Creator (Nines)'.padEnd(creator.length)))
    const document = await getDocumentProxy(new Uint8Array(Buffer.from(undated(pdf), 'latin1')))
    expect((await document.getMetadata()).info).toMatchObject({ Creator: 'Nines', Producer: 'Skia' })
  })

  it('numbers its parts from 1, whatever the browser had made before', () => {
    const plain = undated(partsFrom(65))
    expect(plain).toContain(
      '/ID (node00000001) /ID (node00000002) /Headers [(node00000002)] /Limits [(node00000001) (node00000002)] (node00000999) /Title (node00000065)',
    )
    expect(undated(partsFrom(69)).replace('Title (node00000069)', 'Title (node00000065)')).toBe(plain)
  })

  it('numbers its parts by where they stand, in whatever order the browser counted them', () => {
    const plain = undated(counted(3, 4, 5))
    expect(plain).toContain(
      '/ID (node00000001) /ID (node00000002) /Headers [(node00000001) (node00000003)] /ID (node00000003) ' +
        '<</Limits [(node00000001) (node00000003)]\n/Names [(node00000001) 7 0 R (node00000002) 12 0 R (node00000003) 345 0 R]>>',
    )
    for (const [one, two, three] of [
      [79, 80, 12],
      [80, 79, 81],
      [9, 7, 8],
      [1, 3, 2],
    ] as const) {
      expect(undated(counted(one, two, three))).toBe(plain)
    }
  })

  it.each([
    ['a creator with a shorter name', { info: '/Creator (X)' }],
    ['a title that speaks of one', { info: String.raw`/Subject (/ModDate \(D:20260301090000\))` }],
    ['a page that holds one', { info: '/Producer (x)', stream: `${dates} /ID [<00><00>]\ntrailer? no` }],
  ])('keeps %s', (_, given) => {
    const pdf = smallPdf(given)
    expect(undated(pdf)).toBe(pdf)
  })

  it.each([
    ['nothing', ''],
    ['no PDF', '<!doctype html>'],
    ['no table', smallPdf().replace('\nxref\n', '\nxxxx\n')],
    ['a wrong offset', smallPdf().replace('0000000009 ', '0000000010 ')],
    ['no facts', smallPdf().replace('/Info', '/Ofni')],
  ])('is left alone when it is %s', (_, pdf) => {
    expect(undated(pdf)).toBe(pdf)
  })
})
