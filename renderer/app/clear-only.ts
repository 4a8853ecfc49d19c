/** The part of the browser's Trusted Types that is used here; the standard typings do not have them yet. */
export interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (text: string) => string | null },
  ) => unknown
}

declare global {
  interface Window {
    readonly trustedTypes?: PolicyFactory
  }
}

/**
 * The only markup this page ever makes from text: none. react-aria empties its announcements, which a screen
 * reader has read, by `innerHTML = ''`; the browser asks here, and refuses whatever null is answered to.
 */
export function onlyEmpty(text: string): string | null {
  return text === '' ? '' : null
}

/**
 * Takes the one policy that the content policy admits, before anything else could. There is no rule for scripts
 * and their addresses, so none is ever made from text.
 */
export function allowOnlyClearing(factory: PolicyFactory | undefined): void {
  factory?.createPolicy('default', { createHTML: onlyEmpty })
}
