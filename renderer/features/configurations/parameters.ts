import type { ConfigurationAttributes } from '../../../shared/domain/configuration.ts'

type Parameters = ConfigurationAttributes['parameters']
type Parameter = Parameters[string]

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/iu

/** A text that could be read as something else stands in quotes. */
function isPlain(text: string): boolean {
  return text === text.trim() && text !== '' && !/[\n"]/u.test(text) && typeof valueOf(text) === 'string'
}

/** What a person wrote after the sign: a number, true or false, or a text. */
function valueOf(text: string): Parameter {
  if (text === 'true' || text === 'false') return text === 'true'
  if (number.test(text)) return Number(text)
  if (text.startsWith('"')) {
    try {
      const parsed: unknown = JSON.parse(text)
      if (typeof parsed === 'string') return parsed
    } catch (error) {
      // No closing quote: it is a text that begins with one.
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return text
}

/** One a line, `temperature = 0.2`. */
export function parametersText(parameters: Parameters): string {
  return Object.entries(parameters)
    .map(([key, value]) => {
      const written = typeof value === 'string' && !isPlain(value) ? JSON.stringify(value) : String(value)
      return `${key} = ${written}`
    })
    .join('\n')
}

/** The parameters in a text; `wrongLine`, from 1, when a line has no name or no sign, or a name stands there twice. */
export function parametersIn(
  text: string,
): { readonly parameters: Parameters } | { readonly wrongLine: number } {
  const found = new Map<string, Parameter>()
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const at = line.indexOf('=')
    const key = line.slice(0, Math.max(at, 0)).trim()
    if (key === '' || key.length > 200 || found.has(key)) return { wrongLine: index + 1 }
    found.set(key, valueOf(line.slice(at + 1).trim()))
  }
  return { parameters: Object.fromEntries(found) }
}
