import { pagePolicy } from '../../src/policy/contentPolicy.ts'

const policyTag = /<meta http-equiv="content-security-policy" content="([^"]*)">/gi
const charset = '<meta charset="utf-8">'

/**
 * A built page that carries the site's policy and nothing else: in front of whatever it is to bind, and
 * without the hashes that the builder adds for scripts of its own. Throws `unsafe page: …` if the builder
 * wrote another policy, or if anything stands inline, which the policy would stop in the browser.
 */
export function hardenPage(html: string): string {
  const [found, ...more] = [...html.matchAll(policyTag)]
  if (found === undefined || more.length > 0) throw new Error('unsafe page: it needs exactly one policy')
  if (!isSame(found[1] ?? '', pagePolicy)) throw new Error('unsafe page: another policy than the site’s')
  const inline = inlineCode(html)
  if (inline !== null) throw new Error(`unsafe page: ${inline} stands inline; give it a file of its own`)
  if (!html.includes(charset)) throw new Error('unsafe page: no place for the policy')
  return html
    .replace(found[0], '')
    .replace(charset, `${charset}<meta http-equiv="content-security-policy" content="${pagePolicy}">`)
}

/** Whether two policies allow the same, in whatever order they name it; hashes aside. */
function isSame(left: string, right: string): boolean {
  return rulesOf(left).join(';') === rulesOf(right).join(';')
}

function rulesOf(policy: string): string[] {
  const rules = policy.split(';').map((rule) => rule.replace(/'sha(256|384|512)-[^']*'/g, ' '))
  return rules
    .map((rule) => rule.trim().replace(/\s+/g, ' '))
    .filter((rule) => rule !== '')
    .toSorted()
}

/** What in a page the policy would stop, or null. */
function inlineCode(html: string): string | null {
  if (/<script\b(?![^>]*\ssrc=)/i.test(html)) return 'a script'
  if (/<style\b/i.test(html)) return 'a style sheet'
  const tags = html.match(/<[a-z][^>]*>/gi) ?? []
  if (tags.some((tag) => /\sstyle\s*=/i.test(tag))) return 'a style'
  if (tags.some((tag) => /\son[a-z]+\s*=/i.test(tag))) return 'an event handler'
  if (tags.some((tag) => /=\s*["']?\s*javascript:/i.test(tag))) return 'a javascript: address'
  return null
}
