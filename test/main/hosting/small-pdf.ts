/** What a PDF of the tests differs in. */
export interface SmallPdf {
  readonly info?: string
  readonly stream?: string
  /** Follows the entries of the trailer. */
  readonly trailer?: string
}

export const dates = "/CreationDate (D:20260301090000+00'00')\n/ModDate (D:20260301090000-11'30')"

/** A PDF of one empty page with a right table of offsets, in Latin-1, laid out as Chromium's. */
export function smallPdf({ info = dates, stream = '', trailer = '' }: SmallPdf = {}): string {
  const objects = [
    `<</Title (A \\(B\\))\n${info}>>`,
    '<</Type /Catalog /Pages 3 0 R>>',
    '<</Type /Pages /Kids [4 0 R] /Count 1>>',
    '<</Type /Page /Parent 3 0 R /MediaBox [0 0 10 10] /Contents 5 0 R>>',
    `<</Length ${stream.length}>> stream\n${stream}\nendstream`,
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const table = `xref\n0 6\n0000000000 65535 f \n${entries.join('')}`
  return `${text}${table}trailer\n<</Size 6\n/Root 2 0 R\n/Info 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`
}
