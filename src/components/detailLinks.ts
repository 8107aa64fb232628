import { formatAddress } from '../bundle/parseAddress.ts'
import { formatExplore } from '../dashboards/exploreAddress.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { dimensionName } from '../format/dimensionName.ts'
import type { Metric } from '../metrics/metric.ts'
import { detailTexts } from '../texts/detailTexts.ts'
import { pageOf } from './pageOf.ts'
import { whyNotOffered, type Reader } from './splitOffers.ts'

/** A way on from a number. */
export interface DetailLink {
  readonly label: string
  /** The label in full, to those who hear it. */
  readonly name?: string
  readonly href: string
}

/** Splits are many for some metrics; Explore, where each of these leads, offers the rest. */
const mostSplits = 4

interface Input extends Reader {
  readonly metric: Metric
  readonly state: PageState
  /** The site's root. */
  readonly root: string
  /** The page on which the reader is: no way leads there. */
  readonly page: string
}

/**
 * Where a number leads: its splits in Explore that the published tables hold and the reader may see, for the same period
 * and filter; the page that explains it; its definition. Pure.
 */
export function detailLinks({ metric, state, root, page, ...reader }: Input): DetailLink[] {
  const splits = metric.dimensions
    .map((dimension) => ({ ...state, metric: metric.id, by: [dimension] }))
    .filter((split) => whyNotOffered(split, reader) === null)
    .slice(0, mostSplits)
  const home = pageOf(metric.id, root)
  return [
    ...splits.map((split) => ({
      label: detailTexts.by(dimensionName(split.by[0] ?? 'provider')),
      href: `${root}explore/${formatExplore(split, reader.practice)}`,
    })),
    ...(home.title === page
      ? []
      : [{ label: detailTexts.page(home.title), href: withView(home.href, state, reader) }]),
    {
      label: detailTexts.definition,
      name: detailTexts.definitionOf(metric.label),
      href: `${root}definitions/#${metric.id}`,
    },
  ]
}

/** The same view on another page. */
function withView(href: string, state: PageState, { practice }: Reader): string {
  const [path = '', place = ''] = href.split('#')
  return `${path}${formatAddress(state, practice)}#${place}`
}
