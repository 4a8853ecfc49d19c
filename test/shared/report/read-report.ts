const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}

function decoded(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity)
}

const inlineTags = /<\/?(?:span|code|a)\b[^>]*>/g

/** The words of a piece of the report, as one line; every tag but those inside a line becomes a space. */
function wordsOf(html: string): string {
  return decoded(html.replaceAll(inlineTags, '').replaceAll(/<[^>]*>/g, ' '))
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

export interface ReadReport {
  readonly title: string
  readonly lead: string
  /** The notes under it: what the interval is about. */
  readonly claim: string
  /** Rows of cells, heads first, by the id of the section. */
  readonly tables: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly steps: readonly string[]
  /** All words of a section with its heading, by its id. */
  readonly sections: ReadonlyMap<string, string>
  /** All words of a part behind page one with its heading, by its id. */
  readonly parts: ReadonlyMap<string, string>
  /** All words of page one. */
  readonly firstPage: string
  readonly text: string
}

/** Every match's first group, which each of the patterns here has. */
function groups(html: string, pattern: RegExp): readonly string[] {
  return [...html.matchAll(pattern)].map((match) => match[1] ?? '')
}

/** Takes a report apart again, as a reader would. */
export function readReport(html: string): ReadReport {
  const body = html.slice(html.indexOf('<body>'))
  const rowsOf = (table: string): readonly (readonly string[])[] =>
    groups(table, /<tr[^>]*>(.*?)<\/tr>/gs).map((row) =>
      groups(row, /<t[hd][^>]*>(.*?)<\/t[hd]>/gs).map(wordsOf),
    )
  const tables = [...body.matchAll(/<table aria-labelledby="([\w-]+)"[^>]*>(.*?)<\/table>/gs)]
  const sections = [
    ...body.matchAll(/<section[^>]*>(?:<div class="head">)?<h[23] id="([\w-]+)">(.*?)<\/section>/gs),
  ]
  const parts = body.split('<div class="part">').slice(1)
  const header = body.slice(0, body.indexOf('</header>'))
  const [, firstPage = ''] = body.split('<div class="page">')
  return {
    title: wordsOf(groups(body, /<h1>(.*?)<\/h1>/gs)[0] ?? ''),
    lead: wordsOf(groups(body, /<p class="lead">(.*?)<\/p>/gs)[0] ?? ''),
    claim: wordsOf(groups(header, /<p class="note">(.*?)<\/p>/gs)[0] ?? ''),
    tables: new Map(tables.map(([, id = '', table = '']) => [id, rowsOf(table)])),
    steps: groups(body, /<li>(.*?)<\/li>/gs).map(wordsOf),
    sections: new Map(sections.map(([, id = '', section = '']) => [id, wordsOf(section)])),
    parts: new Map(parts.map((part) => [/^<h2 id="([\w-]+)">/.exec(part)?.[1] ?? '', wordsOf(part)])),
    firstPage: wordsOf(firstPage),
    text: wordsOf(body),
  }
}
