import type { Page } from '@playwright/test'

export interface ReadPage {
  readonly language: string
  readonly title: string
  readonly headings: readonly { readonly level: number; readonly text: string }[]
  /** What a screen reader says of each picture: its name and its description. */
  readonly figures: readonly string[]
  /** The words inside them, each as it stands alone. */
  readonly labels: readonly { readonly text: string; readonly hasHalo: boolean }[]
  /** The words over the columns, and beside the rows, of each table. */
  readonly tables: readonly { readonly columns: readonly string[]; readonly rows: readonly string[] }[]
  /** Where each link leads, and the words it leads to; null where it leads to nothing on the page. */
  readonly links: readonly { readonly href: string; readonly to: string | null }[]
  /** All words in the order of the page, without those in pictures and those that are not printed. */
  readonly text: string
  /** Scripts, handlers of events, frames, forms and addresses outside of the page. */
  readonly active: readonly string[]
}

/** Runs in the browser. */
function read(): ReadPage {
  const attributes = [...document.querySelectorAll('*')].flatMap((each) =>
    [...each.attributes]
      .filter(
        ({ name, value }) =>
          name.startsWith('on') ||
          (/^(?:src|srcset|data|action|xlink:href)$/u.test(name) && !/^(?:data:|#)/u.test(value)),
      )
      .map(({ name, value }) => `${name}="${value}"`),
  )
  const copy = document.body.cloneNode(true)
  if (!(copy instanceof HTMLElement)) throw new Error('the page has no body')
  for (const each of copy.querySelectorAll('svg, .running, .marginFaces')) each.remove()
  const acting = document.querySelectorAll('script, iframe, frame, object, embed, form, link, base')
  return {
    language: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((each) => ({
      level: Number(each.tagName.slice(1)),
      text: each.textContent,
    })),
    figures: [...document.querySelectorAll('svg:not([aria-hidden])')].map((each) => {
      const ids = each.getAttribute('aria-labelledby')?.split(' ')
      const words = ids?.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
      return words ?? each.getAttribute('aria-label') ?? ''
    }),
    labels: [...document.querySelectorAll('svg text')].map((each) => {
      const told = each.querySelector('title')?.textContent ?? ''
      const hasHalo = each.id !== '' && document.querySelector(`use[href="#${each.id}"]`) !== null
      return { text: each.textContent.slice(told.length), hasHalo }
    }),
    tables: [...document.querySelectorAll('table')].map((table) => ({
      columns: [...table.querySelectorAll('thead th')].map((each) => each.textContent),
      rows: [...table.querySelectorAll('tbody th')].map((each) => each.textContent),
    })),
    links: [...document.querySelectorAll('a[href]')].map((each) => {
      const href = each.getAttribute('href') ?? ''
      return { href, to: document.getElementById(href.slice(1))?.textContent ?? null }
    }),
    text: copy.textContent,
    active: [...[...acting].map((each) => each.tagName), ...attributes],
  }
}

/** Reads the HTML of a report in a real browser. */
export async function readPage(page: Page, html: string): Promise<ReadPage> {
  await page.setContent(html)
  return await page.evaluate(read)
}
