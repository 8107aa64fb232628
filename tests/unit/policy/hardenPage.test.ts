import { describe, expect, it } from 'vitest'
import { hardenPage } from '../../../scripts/policy/hardenPage.ts'
import { pagePolicy } from '../../../src/policy/contentPolicy.ts'

/** A page as the builder leaves it: the policy last in the head, with hashes of the builder's own. */
function page({ policy = built, body = '<p>42</p>' } = {}): string {
  return [
    '<!DOCTYPE html><html><head><meta charset="utf-8"><link rel="preload" href="./a.json">',
    `<meta http-equiv="content-security-policy" content="${policy}"></head>`,
    `<body>${body}</body></html><script type="module" src="./_astro/page.js"></script>`,
  ].join('')
}

const built = `${pagePolicy.replace('wasm-unsafe-eval', "wasm-unsafe-eval' 'sha256-BF0290pk/+b3jxQsE7z00=")};`

describe('hardenPage(html)', () => {
  it('puts the policy in front of whatever it is to bind, without hashes that no page needs', () => {
    const hardened = hardenPage(page())
    const tag = `<meta http-equiv="content-security-policy" content="${pagePolicy}">`
    expect(hardened.split(tag)).toHaveLength(2)
    expect(hardened.indexOf(tag)).toBeLessThan(hardened.indexOf('<link'))
    expect(hardened).not.toContain('sha256-')
  })

  it('changes nothing else, and nothing the second time', () => {
    const hardened = hardenPage(page())
    expect(hardenPage(hardened)).toBe(hardened)
    expect(hardened.replace(/<meta http-equiv[^>]*>/, '')).toBe(page().replace(/<meta http-equiv[^>]*>/, ''))
  })

  it.each([
    ['no policy', page().replace(/<meta http-equiv[^>]*>/, '')],
    ['two policies', page().replace('</head>', `<meta http-equiv="content-security-policy" content="">$&`)],
    ['a wider policy', page({ policy: built.replace("connect-src 'self'", "connect-src 'self' https:") })],
    ['a policy with a directive less', page({ policy: built.replace("form-action 'none';", '') })],
    ['an evaluating policy', page({ policy: built.replace("'self' 'wasm", "'self' 'unsafe-eval' 'wasm") })],
  ])('refuses a page with %s', (_, html) => {
    expect(() => hardenPage(html)).toThrow('unsafe page')
  })

  it.each([
    ['a script', '<script>start()</script>'],
    ['a script', '<script type="module">start()</script>'],
    ['a style sheet', '<style>p{}</style>'],
    ['a style', '<p style="color: red">'],
    ['an event handler', '<img alt="" onerror="start()">'],
    ['a javascript: address', '<a href="javascript:start()">'],
  ])('refuses a page in which %s stands inline', (what, body) => {
    expect(() => hardenPage(page({ body }))).toThrow(`${what} stands inline`)
  })
})
