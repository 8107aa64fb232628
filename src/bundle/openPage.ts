import type { Headline } from '../letter/headline.ts'
import type { Access } from './access.ts'
import { asksForDefault } from './asksForDefault.ts'
import type { Answers, Practice, PreparedTile, Tiles } from './bundle.ts'
import { writeAs } from '../format/formats.ts'
import { openBundle, type Bundle, type OpenOptions } from './openBundle.ts'

/** What a page has in hand once the bundle is open. */
export interface OpenedPage {
  readonly bundle: Bundle
  readonly practice: Practice
  /** The page's tiles as they read by default; null where none are prepared. */
  readonly tiles: readonly PreparedTile[] | null
  /** The page's first sentences as they read by default; null where none are prepared. */
  readonly headline: Headline | null
  /** The site's root, for links. */
  readonly root: string
}

/** The same, with what filters and charts need. */
export interface AnsweredPage extends OpenedPage {
  /** The page's default answers; none for a page without a dashboard. */
  readonly prepared: Answers
}

/** How a page is opened, if not in the usual way. */
export type OpenPageOptions = Pick<OpenOptions, 'asked' | 'fetch' | 'inline'>

/** The site's root as the page's markup gives it: './', '../' or a path. */
export function siteRoot(): string {
  return document.documentElement.dataset.root ?? './'
}

/**
 * Opens the bundle beside the site, with what a person's link gave or null for the open demo, and reads the
 * practice and the page's tiles. Throws `BundleError`.
 */
export async function openPage(
  page: string,
  access: Access | null = null,
  how: OpenPageOptions = {},
): Promise<OpenedPage> {
  const root = siteRoot()
  const base = new URL(`${root}bundle/`, location.href)
  // An address that asks for more than the default reads the answers before its first number.
  const parts = asksForDefault(location.search) ? [] : [`answers/${page}`]
  const bundle = await openBundle(base, { page, access, parts, ...how })
  const name = `tiles/${page}`
  const [practice, prepared] = await Promise.all([
    bundle.readJson<Practice>('practice'),
    bundle.has(name) ? bundle.readJson<Tiles>(name) : null,
  ])
  writeAs(practice.formats)
  return { bundle, practice, tiles: prepared?.tiles ?? null, headline: prepared?.headline ?? null, root }
}

/** Reads the page's default answers, which its first tiles do without. Throws `BundleError`. */
export async function withAnswers(opened: OpenedPage): Promise<AnsweredPage> {
  const { bundle } = opened
  const { page = '' } = document.documentElement.dataset
  const answers = `answers/${page}`
  const prepared = bundle.has(answers) ? await bundle.readJson<Answers>(answers) : { page, answers: {} }
  return { ...opened, prepared }
}
