import { describe, expect, it } from 'vitest'
import { headerPolicy, pagePolicy } from '../../../src/policy/contentPolicy.ts'
import { commonHeaders } from '../../../src/policy/responseHeaders.ts'

const rules = new Map(
  pagePolicy.split('; ').map((rule) => {
    const [name = '', ...sources] = rule.split(' ')
    return [name, sources] as const
  }),
)

describe('the policy', () => {
  it('allows nothing that it does not name', () => {
    expect(rules.get('default-src')).toEqual(["'none'"])
    for (const name of ['base-uri', 'form-action', 'object-src', 'frame-src']) {
      expect(rules.get(name), name).toEqual(["'none'"])
    }
  })

  it('names no origin but its own: no host, no scheme that leaves the page', () => {
    const trusted = ['require-trusted-types-for', 'trusted-types']
    const sources = [...rules].filter(([name]) => !trusted.includes(name)).flatMap(([, values]) => values)
    expect([...new Set(sources)].toSorted()).toEqual(["'none'", "'self'", "'wasm-unsafe-eval'", 'blob:'])
  })

  it('starts workers from blobs, but scripts from files only', () => {
    expect(rules.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"])
    expect(rules.get('style-src')).toEqual(["'self'"])
    expect(rules.get('worker-src')).toContain('blob:')
  })

  it('lets one Trusted Types policy be made, and needs it for every script', () => {
    expect(rules.get('require-trusted-types-for')).toEqual(["'script'"])
    expect(rules.get('trusted-types')).toEqual(['app'])
  })

  it('is the same as a header, which also refuses frames', () => {
    expect(headerPolicy).toBe(`${pagePolicy}; frame-ancestors 'none'`)
    expect(commonHeaders['Content-Security-Policy']).toBe(headerPolicy)
  })
})
