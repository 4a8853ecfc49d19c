import type { Input } from '../../../shared/contract/contract.ts'

type NewCases = Input<'case.add'>['cases']

/** One case per line; what stands behind a tab is its input. Blank lines and repeated names are left out. */
export function parseCaseLines(text: string): NewCases {
  const cases = new Map<string, NewCases[number]>()
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const [label = '', ...rest] = line.split('\t')
    const name = label.trim()
    const input = rest.join('\t').trim()
    if (name !== '' && !cases.has(name)) cases.set(name, { case: name, ...(input === '' ? {} : { input }) })
  }
  return [...cases.values()]
}
