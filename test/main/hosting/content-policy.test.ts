import { describe, expect, it } from 'vitest'
import { contentPolicy, reportPolicy, securityHeaders } from '../../../main/hosting/content-policy.ts'

function directives(policy: string): Map<string, string> {
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources.join(' ')]
    }),
  )
}

describe('the policy of the interface', () => {
  const policy = directives(contentPolicy)

  it('admits nothing that is not named', () => {
    expect(policy.get('default-src')).toBe("'none'")
  })

  it.each(['script-src', 'style-src', 'font-src', 'connect-src'])(
    'admits only the own origin for %s',
    (name) => expect(policy.get(name)).toBe("'self'"),
  )

  it('admits images of the own origin, and those the page itself has made: charts on their way to a PNG', () => {
    expect(policy.get('img-src')).toBe("'self' blob:")
    const others = [...policy]
      .filter(([name]) => name !== 'img-src')
      .flatMap(([, sources]) => sources.split(' '))
    expect(others).not.toContain('blob:')
  })

  it.each(['base-uri', 'form-action', 'frame-ancestors'])('closes %s', (name) =>
    expect(policy.get(name)).toBe("'none'"),
  )

  it('lets no code make script or markup from text', () => {
    expect(policy.get('require-trusted-types-for')).toBe("'script'")
    // By name alone, so that the page can make this one policy, once, and nobody another.
    expect(policy.get('trusted-types')).toBe('default')
  })

  it.each(["'unsafe-inline'", "'unsafe-eval'", '*', 'data:', 'http:', 'https:'])(
    'nowhere says %s',
    (source) => {
      expect([...policy.values()].flatMap((sources) => sources.split(' '))).not.toContain(source)
    },
  )
})

describe('the policy of a report being printed', () => {
  const policy = directives(reportPolicy)

  it('admits no script and nothing fetched', () => {
    expect(policy.get('default-src')).toBe("'none'")
    expect(policy.has('script-src')).toBe(false)
    expect(policy.has('connect-src')).toBe(false)
  })

  it('admits what is inside the document', () => {
    expect(policy.get('font-src')).toBe('data:')
    expect(policy.get('img-src')).toBe('data:')
    expect(policy.get('style-src')).toBe("'unsafe-inline'")
  })
})

describe('the headers of both hosts', () => {
  it('carry the policy and the usual safeguards', () => {
    expect(securityHeaders).toMatchObject({
      'Content-Security-Policy': contentPolicy,
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    })
    expect(securityHeaders['Permissions-Policy']).toContain('camera=()')
  })
})
