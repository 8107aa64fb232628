import { dashboards } from '../dashboards/dashboards.ts'

/** The page that explains a number: the first besides Overview that has a tile of it, else Overview itself. */
export function pageOf(metric: string, root: string): { readonly href: string; readonly title: string } {
  const pages = dashboards.filter(({ tiles }) => tiles.includes(metric))
  const page = pages.find(({ id }) => id !== 'overview') ?? pages[0]
  const folder = page === undefined || page.id === 'overview' ? '' : `${page.id}/`
  return { href: `${root}${folder}#${metric}`, title: page?.title ?? '' }
}
