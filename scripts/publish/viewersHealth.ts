import {
  viewedDatasets,
  type Health,
  type LeftOut,
  type TabHealth,
  type ViewersHealth,
} from '../../src/bundle/bundle.ts'

/** What viewers are told of their edition: the same for every practice. */
export const editionNote =
  'To protect single patients, these numbers are of whole months. They stay as they are until the next month has been over for a week; corrections show then.'

/**
 * The data's health for everybody who has a link. A count of rows or a sum of a tab, less what is published, would be
 * the merged group that the gate hides, and what it says today, less yesterday's, one patient. So: by dataset, in a
 * band, the newest month (that of the civil date `asOf` at most), and nothing of any single tab, rule or value. What is
 * for owners only (payroll) is not named.
 */
export function viewersHealth({ tabs }: Pick<Health, 'tabs'>, asOf: string): ViewersHealth {
  const byDataset = Map.groupBy(tabs.filter(hasData), ({ dataset }) => dataset)
  return {
    datasets: viewedDatasets.flatMap((dataset) => {
      const own = byDataset.get(dataset)
      return own ? [{ dataset, newest: newestMonth(own, asOf), leftOut: leftOutOf(own) }] : []
    }),
    notes: [editionNote],
  }
}

/** An empty tab, as of a template that is filled in part, holds up no number. */
function hasData({ rows }: TabHealth): boolean {
  return rows.included + rows.quarantined > 0
}

function newestMonth(tabs: readonly TabHealth[], asOf: string): string | null {
  const months = tabs.flatMap(({ newest }) => newest ?? []).map((newest) => newest.slice(0, 7))
  const last = months.toSorted().at(-1) ?? null
  const running = asOf.slice(0, 7)
  return last !== null && last > running ? running : last
}

function leftOutOf(tabs: readonly TabHealth[]): LeftOut {
  const sum = (part: 'included' | 'quarantined') => tabs.reduce((total, { rows }) => total + rows[part], 0)
  const rejected = sum('quarantined')
  if (rejected === 0) return 'none'
  return rejected * 100 < rejected + sum('included') ? 'under_1_percent' : 'more'
}
