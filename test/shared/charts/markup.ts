export interface MarkupElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** The text directly inside, without that of other elements. */
  readonly text: string
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

function decoded(text: string): string {
  return text.replaceAll(/&(#?\w+);/g, (whole, name: string) => {
    const character = entities[name]
    if (character === undefined) throw new Error(`unknown entity ${whole}`)
    return character
  })
}

function attributesOf(source: string): ReadonlyMap<string, string> {
  const found = [...source.matchAll(/\s([\w:-]+)="([^"<]*)"/g)]
  const read = found.map(([whole]) => whole).join('')
  if (read !== source.replace(/\s*\/?$/, '')) throw new Error(`attributes cannot be read: ${source}`)
  const attributes = new Map(found.map(([, name = '', value = '']) => [name, decoded(value)]))
  if (attributes.size < found.length) throw new Error(`an attribute stands twice: ${source}`)
  return attributes
}

/**
 * The elements of markup as strictly as XML takes it, in the order in which they begin.
 * @throws Error when a tag is not closed, an attribute is not quoted or stands twice, or an entity is unknown
 */
export function parseMarkup(markup: string): readonly MarkupElement[] {
  const elements: { name: string; attributes: ReadonlyMap<string, string>; text: string }[] = []
  const open: number[] = []
  for (const [piece, closing, name, rest = '', text] of markup.matchAll(
    /<(\/?)([\w-]+)([^<>]*)>|([^<>]+)/g,
  )) {
    const current = open.at(-1)
    if (text !== undefined) {
      const element = current === undefined ? undefined : elements[current]
      if (element === undefined) throw new Error(`text outside of any element: ${piece}`)
      element.text += decoded(text)
    } else if (closing === '/') {
      if (current === undefined || elements[current]?.name !== name)
        throw new Error(`${piece} closes nothing`)
      open.pop()
    } else {
      elements.push({ name: name ?? '', attributes: attributesOf(rest), text: '' })
      if (!rest.endsWith('/')) open.push(elements.length - 1)
    }
  }
  if (open.length > 0) throw new Error(`${open.length} elements are not closed`)
  return elements
}
