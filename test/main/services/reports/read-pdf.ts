import { inflateSync } from 'node:zlib'
import { getDocumentProxy } from 'unpdf'
import { z } from 'zod'

type Document = Awaited<ReturnType<typeof getDocumentProxy>>

/** One element of the structure that a screen reader goes by; `text` of all that is in it. */
export interface Tag {
  readonly role: string
  readonly alt: string | null
  readonly text: string
  readonly children: readonly Tag[]
}

export interface Bookmark {
  readonly title: string
  /** 1 for the outermost. */
  readonly level: number
  /** From 1. */
  readonly page: number
}

export interface Link {
  readonly url: string | null
  /** The page inside the document that it leads to, from 1. */
  readonly page: number | null
}

export interface ReadPdf {
  readonly language: string | null
  readonly title: string | null
  readonly marked: boolean
  /** Every tag of every page, each before those inside it; a table that runs over pages is told as `Table, continued`. */
  readonly tags: readonly Tag[]
  /** The heads of tables that stand again where a page goes on with one. */
  readonly repeatedHeads: readonly (readonly string[])[]
  readonly bookmarks: readonly Bookmark[]
  readonly links: readonly Link[]
  /** The words of each page, margins included. */
  readonly pages: readonly string[]
  /** The dictionary of every object, by its number; what is in streams is left out. */
  readonly objects: ReadonlyMap<number, string>
}

interface StructNode {
  readonly role?: string
  readonly alt?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly StructNode[]
}

/** The text of each marked piece of a page, by the id that its structure names it with. */
async function markedTexts(page: Awaited<ReturnType<Document['getPage']>>): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const texts = new Map<string, string>()
  const open: (string | null)[] = []
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((each) => each !== null)
      if (id !== undefined && id !== null) texts.set(id, `${texts.get(id) ?? ''}${item.str}`)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? null)
  }
  return texts
}

function toTag(node: StructNode, texts: ReadonlyMap<string, string>): Tag {
  const children = (node.children ?? []).map((child) => toTag(child, texts))
  const own = node.type === 'content' && node.id !== undefined ? (texts.get(node.id) ?? '') : ''
  return {
    role: node.role ?? '',
    alt: node.alt ?? null,
    text: own + children.map(({ text }) => text).join(''),
    children,
  }
}

function flatten(tag: Tag): readonly Tag[] {
  return [tag, ...tag.children.flatMap(flatten)]
}

function rowsOf(table: Tag): readonly Tag[] {
  return flatten(table).filter(({ role }) => role === 'TR')
}

function isHead(row: Tag): boolean {
  return row.children.every(({ role }) => role === 'TH')
}

function withChildren(tag: Tag, children: readonly Tag[]): Tag {
  return { ...tag, children, text: children.map(({ text }) => text).join('') }
}

/**
 * A page has the whole structure of a table that runs over it, with the words of its own rows alone. On a page that goes
 * on with one, its head stands once more: that is taken off here, and told.
 */
function withoutRepeats(tag: Tag, repeated: (head: readonly string[]) => void): Tag {
  if (tag.role !== 'Table') {
    return tag.children.length === 0
      ? tag
      : withChildren(
          tag,
          tag.children.map((child) => withoutRepeats(child, repeated)),
        )
  }
  const rows = rowsOf(tag)
  const first = rows.find((row) => !isHead(row))
  const goesOn = first?.text === ''
  if (goesOn) for (const row of rows.filter(isHead)) repeated(row.children.map(({ text }) => text))
  return withChildren(
    { ...tag, role: goesOn ? 'Table, continued' : 'Table' },
    rows.filter((row) => row.text !== '' && !(goesOn && isHead(row))),
  )
}

interface OutlineNode {
  readonly title: string
  readonly dest: unknown
  readonly items: readonly OutlineNode[]
}

/** A page by its object, and the place on it. */
const explicitDestination = z.tuple([z.object({ num: z.number(), gen: z.number() })]).rest(z.unknown())

async function pageOf(document: Document, destination: unknown): Promise<number | null> {
  const explicit: unknown =
    typeof destination === 'string' ? await document.getDestination(destination) : destination
  const { data } = explicitDestination.safeParse(explicit)
  return data === undefined ? null : (await document.getPageIndex(data[0])) + 1
}

async function bookmarksOf(
  document: Document,
  nodes: readonly OutlineNode[],
  level: number,
): Promise<readonly Bookmark[]> {
  const bookmarks: Bookmark[] = []
  for (const { title, dest, items } of nodes) {
    bookmarks.push({ title, level, page: (await pageOf(document, dest)) ?? 0 })
    bookmarks.push(...(await bookmarksOf(document, items, level + 1)))
  }
  return bookmarks
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

const annotations = z.array(
  z.object({ subtype: z.unknown(), url: z.unknown().optional(), dest: z.unknown().optional() }),
)

async function linksOf(
  document: Document,
  page: Awaited<ReturnType<Document['getPage']>>,
): Promise<readonly Link[]> {
  const links: Link[] = []
  for (const { subtype, url, dest } of annotations.parse(await page.getAnnotations())) {
    if (subtype === 'Link') links.push({ url: textOrNull(url), page: await pageOf(document, dest) })
  }
  return links
}

/** The objects compressed together in one stream: their numbers and places, then the objects. */
function packedObjects(head: string, content: Buffer): readonly (readonly [number, string])[] {
  const first = Number(/\/First (\d+)/u.exec(head)?.[1])
  const text = inflateSync(content).toString('latin1')
  const places = text.slice(0, first).trim().split(/\s+/u).map(Number)
  const starts = places.filter((_, index) => index % 2 === 1)
  return starts.map((start, index) => [
    places[index * 2] ?? 0,
    text.slice(first + start, starts[index + 1] === undefined ? undefined : first + (starts[index + 1] ?? 0)),
  ])
}

function objectsOf(pdf: Buffer): ReadonlyMap<number, string> {
  const objects = new Map<number, string>()
  const text = pdf.toString('latin1')
  for (const { 0: whole, 1: number, index } of text.matchAll(/(\d+) 0 obj\b[\s\S]*?endobj/gu)) {
    const [head = ''] = whole.split(/(?<=>>\s*)stream\r?\n/u, 1)
    objects.set(Number(number), head)
    if (!/\/Type ?\/ObjStm/u.test(head)) continue
    const start = index + head.length + whole.slice(head.length).search(/\n/u) + 1
    const length = Number(/\/Length (\d+)/u.exec(head)?.[1])
    for (const [packed, body] of packedObjects(head, pdf.subarray(start, start + length)))
      objects.set(packed, body)
  }
  return objects
}

/** Reads a PDF as a reader and a screen reader do. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { info } = await document.getMetadata()
  const facts: { Language?: unknown; Title?: unknown } = info
  const repeatedHeads: (readonly string[])[] = []
  const mark: { Marked?: boolean } | null = await document.getMarkInfo()
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1)
      const texts = await markedTexts(page)
      const { items } = await page.getTextContent()
      return {
        tags: flatten(
          withoutRepeats(toTag(await page.getStructTree(), texts), (head) => repeatedHeads.push(head)),
        ),
        links: await linksOf(document, page),
        text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
      }
    }),
  )
  return {
    language: textOrNull(facts.Language),
    title: textOrNull(facts.Title),
    marked: mark?.Marked === true,
    tags: pages.flatMap(({ tags }) => tags),
    repeatedHeads,
    bookmarks: await bookmarksOf(document, (await document.getOutline()) ?? [], 1),
    links: pages.flatMap(({ links }) => links),
    pages: pages.map(({ text }) => text.replaceAll(/\s+/gu, ' ')),
    objects: objectsOf(Buffer.from(pdf)),
  }
}
