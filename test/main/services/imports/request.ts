import type { Input } from '../../../../shared/contract/contract.ts'

type Request = Input<'import.commit'>

/** A request to import these lines of CSV, or of whatever the file name says, into "refunds". */
export function request(lines: readonly string[], more: Partial<Request> = {}): Request {
  return {
    task: 'refunds',
    fileName: 'trials.csv',
    contentBase64: Buffer.from(`${lines.join('\n')}\n`).toString('base64'),
    ...more,
  }
}

export const header = 'case,configuration,repeat,outcome'

/** `cases` cases, each with `repeats` passes by "base". */
export function passes(cases: number, repeats: number): string[] {
  const labels = Array.from({ length: cases }, (_, index) => `case ${index + 1}`)
  return labels.flatMap((label) =>
    Array.from({ length: repeats }, (_, index) => `${label},base,${index + 1},pass`),
  )
}
