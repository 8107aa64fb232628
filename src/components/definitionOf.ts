import { dateBasisLabel } from '../format/dateBasisLabel.ts'
import type { Metric } from '../metrics/metric.ts'
import { termsOf } from '../queries/canAnswer.ts'
import { targetSource, targetText } from './targetText.ts'

const directions = {
  up: 'Higher is better.',
  down: 'Lower is better.',
  context: 'Neither; it gives context.',
} as const

/** Everything that the dictionary says of a metric, line by line. */
export function definitionOf(
  metric: Metric,
): { readonly label: string; readonly texts: readonly string[] }[] {
  const source = targetSource(metric, null)
  const cubes = [...new Set(termsOf(metric).map(({ fact }) => fact))]
  return [
    { label: 'Formula', texts: [metric.formula] },
    { label: 'Date basis', texts: [dateBasisLabel(metric.dateBasis)] },
    { label: 'Final', texts: [maturityText(metric)] },
    { label: 'Direction', texts: [directions[metric.direction]] },
    {
      label: 'Benchmark',
      texts: source === null ? ['None; a goals tab can set one.'] : [targetText(metric, null), source],
    },
    { label: 'Left out, and to know', texts: metric.notes },
    {
      label: 'Filters and splits',
      texts: [splitsText(metric)],
    },
    { label: 'Source tabs', texts: [metric.tabs.join(', ')] },
    { label: 'Published table', texts: [cubes.join(', ')] },
    { label: 'Number', texts: [`${metric.kpi} · ${metric.id}`] },
  ].filter(({ texts }) => texts.length > 0)
}

function splitsText({ dimensions }: Metric): string {
  const names = dimensions.map((name) => name.replaceAll('_', ' ')).join(', ')
  if (dimensions.length < 2) return names || 'None.'
  // Weekday and part of the day are published together, and only so.
  return dimensions.includes('day_part') ? names : `${names}; one at a time.`
}

function maturityText({ maturityDays }: Metric): string {
  return maturityDays === null
    ? 'As soon as the month is over.'
    : `${maturityDays} days after the month's end, unless the practice sets another number.`
}
