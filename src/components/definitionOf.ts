import { inputs } from '../cubes/inputs.ts'
import { audienceOfQuery } from '../bundle/audienceOfQuery.ts'
import { dateBasisLabel } from '../format/dateBasisLabel.ts'
import { formatList } from '../format/formatList.ts'
import type { Metric } from '../metrics/metric.ts'
import { termsOf } from '../queries/canAnswer.ts'
import type { MetricQuery } from '../queries/metricQuery.ts'
import { ownersOnly } from './ownersOnly.ts'
import { targetSource, targetText } from './targetText.ts'

/** Which tables are read does not depend on it. */
const anyPeriod = { from: '2000-01', to: '2000-01' } as const

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
    { label: 'Date basis', texts: [dateBasesText(metric)] },
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
    { label: 'Who sees it', texts: [readersText(metric)] },
    { label: 'Source tabs', texts: [metric.tabs.join(', ')] },
    { label: 'Needs', texts: needsTexts(metric) },
    { label: 'Published table', texts: [cubes.join(', ')] },
    { label: 'Number', texts: [`${metric.kpi} · ${metric.id}`] },
  ].filter(({ texts }) => texts.length > 0)
}

/** By which date its months are meant, and by which other some of its parts count. */
function dateBasesText({ kind, dateBasis, mixedWith = [] }: Metric): string {
  const others = mixedWith.map((basis) => dateBasisLabel(basis).toLowerCase())
  const own = dateBasisLabel(dateBasis)
  const part = kind === 'ratio' ? 'one side of the division' : 'part of it'
  return others.length === 0 ? own : `${own}; ${part} counts by ${formatList(others)}.`
}

function splitsText({ dimensions }: Metric): string {
  const names = dimensions.map((name) => name.replaceAll('_', ' ')).join(', ')
  if (dimensions.length < 2) return names || 'None.'
  // Weekday and part of the day are published together, and only so.
  return dimensions.includes('day_part') ? names : `${names}; one at a time.`
}

/** Who has the number, by the tables that it is read from: by provider, money is for owners. */
function readersText(metric: Metric): string {
  const isForOwners = (by: MetricQuery['by']) =>
    audienceOfQuery({ metric: metric.id, by, where: {}, period: anyPeriod }) === 'owner'
  if (isForOwners([])) return `${ownersOnly}.`
  const splits = metric.dimensions.filter((dimension) => isForOwners([dimension]))
  if (splits.length === 0) return 'Everybody with a link.'
  return `Everybody with a link; by ${splits.map(plain).join(' or ')}, owners only.`
}

/** What the tabs must say besides having rows, sentence by sentence. */
function needsTexts({ needs = [] }: Metric): string[] {
  return needs.map((name) => `${upperFirst(inputs[name].what)} (${inputs[name].tab}).`)
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function plain(dimension: string): string {
  return dimension.replaceAll('_', ' ')
}

function maturityText({ maturityDays }: Metric): string {
  return maturityDays === null
    ? 'As soon as the month is over.'
    : `${maturityDays} days after the month's end, unless the practice sets another number.`
}
