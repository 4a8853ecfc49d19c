/** `sha256` and the first and last digits: enough to compare at a glance. */
export function shortFingerprint(dataFingerprint: string): string {
  const [algorithm = '', digits = ''] = dataFingerprint.split(':')
  return `${algorithm} ${digits.slice(0, 4)}…${digits.slice(-4)}`
}
