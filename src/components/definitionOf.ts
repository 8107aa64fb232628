import { inputs } from '../cubes/inputs.ts'
import { audienceOfQuery } from '../bundle/audienceOfQuery.ts'
import { dateBasisLabel } from '../format/dateBasisLabel.ts'
import { formatList } from '../format/formatList.ts'
import type { Metric } from '../metrics/metric.ts'
import { factOf, termsOf } from '../queries/canAnswer.ts'
import { metricCubes } from '../queries/metricCubes.ts'
import type { MetricQuery } from '../queries/metricQuery.ts'
import { columnTexts } from './columnTexts.ts'
import { formulaInSymbols } from './formulaInSymbols.ts'
import { ownersOnly } from './ownersOnly.ts'
import { targetSource, targetText } from './targetText.ts'

/** Which tables are read does not depend on it. */
const anyPeriod = { from: '2000-01', to: '2000-01' } as const

const directions = {
  up: 'Higher is better.',
  down: 'Lower is better.',
  context: 'Neither; it gives context.',
} as const

/** A line of a definition. */
export interface DefinitionLine {
  readonly label: string
  readonly texts: readonly string[]
  /** Whether the texts are symbols and names, and no sentences. */
  readonly isCode?: true
  /** For each text, the address of Explore that asks for it, relative to the site's root. */
  readonly links?: readonly string[]
}

/** Everything that the dictionary says of a metric, line by line. */
export function definitionOf(metric: Metric): DefinitionLine[] {
  const source = targetSource(metric, null)
  const { whole, splits } = metricCubes(metric)
  const cubes = [...whole, ...splits]
  const lines: DefinitionLine[] = [
    { label: 'Formula', texts: [metric.formula] },
    { label: 'In symbols', texts: [formulaInSymbols(metric)], isCode: true },
    { label: 'Added up', texts: measureTexts(metric) },
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
    { label: 'Columns used', texts: columnTexts(metric) },
    { label: 'Needs', texts: needsTexts(metric) },
    {
      label: 'Published tables',
      texts: cubes.map(({ cube, measures }) => `${cube}: ${measures.join(', ')}`),
      isCode: true,
      links: cubes.map(({ cube }) => `explore/?table=${cube}`),
    },
    { label: 'Number', texts: [`${metric.kpi} · ${metric.id}`] },
  ]
  return lines.filter(({ texts }) => texts.length > 0)
}

/** What each of its sums counts and leaves out, once each. */
function measureTexts(metric: Metric): string[] {
  const texts = termsOf(metric).map((term) => {
    const { description = '' } = factOf(term).measures[term.measure] ?? {}
    return `${term.measure}: ${description}`
  })
  return [...new Set(texts)]
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
  return dimensions.includes('weekday') ? names : `${names}; one at a time.`
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
