import type { Practice } from '../bundle/bundle.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { whereOf } from '../dashboards/whereOf.ts'
import { formatList } from '../format/formatList.ts'
import { formatMonth } from '../format/formatMonth.ts'
import type { Metric } from '../metrics/metric.ts'
import { whyTexts } from '../texts/whyTexts.ts'
import { gapsOf } from '../queries/wholeWindows.ts'

/** As many months as a sentence names. */
const mostNamed = 3

/**
 * Which tab has no rows for which months that a metric adds up in a page's state, a sentence; null if none lacks, or the
 * bundle does not tell. The first tab in the order of the formula: one is enough to go and look.
 */
export function whyNoData(metric: Metric, practice: Practice, state: PageState): string | null {
  const query = { metric: metric.id, by: [], where: whereOf(state), period: state.period }
  const [gap] = practice.spans ? gapsOf(metric, query, practice.spans) : []
  if (!gap) return null
  const named = gap.months.slice(0, mostNamed).map((month) => formatMonth(month))
  const more = gap.months.length - named.length
  const others = more === 0 ? [] : [more === 1 ? whyTexts.oneMoreMonth : whyTexts.moreMonths(more)]
  return whyTexts.tabLacks(whyTexts.tabs[gap.lead], formatList([...named, ...others]))
}

/** What stands in the place of a chart without anything to draw, with the reason where there is one. */
export function noData(reason: string | null): string {
  return [whyTexts.noData, ...(reason === null ? [] : [reason])].join(' ')
}
