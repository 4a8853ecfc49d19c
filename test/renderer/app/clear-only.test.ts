import { describe, expect, it } from 'vitest'
import { allowOnlyClearing, onlyEmpty } from '../../../renderer/app/clear-only.ts'

describe('the policy of the page', () => {
  it('passes the empty text', () => {
    expect(onlyEmpty('')).toBe('')
  })

  it.each([' ', '\u200b', 'text', '<b>text</b>', '<img src=x onerror=alert(1)>'])('refuses %j', (text) => {
    expect(onlyEmpty(text)).toBeNull()
  })

  it('is made under the one admitted name, and rules on markup alone', () => {
    const made: [string, readonly string[]][] = []
    allowOnlyClearing({ createPolicy: (name, rules) => made.push([name, Object.keys(rules)]) })
    expect(made).toEqual([['default', ['createHTML']]])
  })

  it('is not needed where the browser knows no Trusted Types', () => {
    expect(() => allowOnlyClearing(undefined)).not.toThrow()
  })
})
