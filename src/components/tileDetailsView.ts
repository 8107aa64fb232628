import type { Measure } from '../cubes/cube.ts'
import { facts } from '../cubes/facts.ts'
import { dateBasisLabel } from '../format/dateBasisLabel.ts'
import { formatCount } from '../format/formatCount.ts'
import { formatMoney } from '../format/formatMoney.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { formatMetricValue, formatValue } from '../format/formatValue.ts'
import { keptPrivate } from '../format/keptPrivate.ts'
import type { Term } from '../metrics/metric.ts'
import { targetOf } from '../metrics/targetOf.ts'
import { detailTexts } from '../texts/detailTexts.ts'
import { numberTexts } from '../texts/numberTexts.ts'
import { tileTexts } from '../texts/tileTexts.ts'
import { rateFacts } from './rateFacts.ts'
import { targetSource, targetText } from './targetText.ts'
import { leadState, tileNumbers, tileView, type TileInput } from './tileView.ts'

/** What is behind a tile, as lines to be shown. */
export interface TileDetailsView {
  readonly metric: string
  readonly label: string
  readonly summary: string
  /** The sum or the division, ending with the value. */
  readonly parts: readonly { readonly label: string; readonly value: string; readonly isResult: boolean }[]
  readonly facts: readonly { readonly label: string; readonly texts: readonly string[] }[]
}

/** The details of a metric for a page's state. Pure. */
export function tileDetailsView(input: TileInput): TileDetailsView {
  const { metric, practice } = input
  const view = tileView(input)
  const found = tileNumbers(input)
  const state = found.status === 'ready' ? leadState(input.state, found.month) : input.state
  const goal = targetOf(metric, practice, state)
  const source = targetSource(metric, goal)
  return {
    metric: metric.id,
    label: metric.label,
    summary: metric.summary,
    parts: partsOf(input),
    facts: [
      { label: detailTexts.formula, texts: [metric.formula] },
      {
        label: detailTexts.period,
        texts: [
          detailTexts.periodBy(
            formatPeriod(state.period, 'long'),
            dateBasisLabel(metric.dateBasis).toLowerCase(),
          ),
        ],
      },
      { label: keptPrivate, texts: view.state === 'withheld' ? [view.target] : [] },
      { label: detailTexts.settled, texts: [view.maturityWord + view.asOf || '—'] },
      { label: detailTexts.notFinal, texts: soFarTexts(input) },
      ...rateFacts(input, rateOf(input)),
      {
        label: detailTexts.target,
        texts: source === null ? [targetText(metric, goal)] : [targetText(metric, goal), source],
      },
      { label: detailTexts.tabs, texts: [metric.tabs.join(', ')] },
      { label: detailTexts.leftOut, texts: metric.notes },
    ].filter(({ texts }) => texts.length > 0),
  }
}

/** What the page's own month has come to, where an earlier one leads. */
function soFarTexts(input: TileInput): string[] {
  const found = tileNumbers(input)
  if (found.status !== 'ready' || found.soFar === null) return []
  const value = formatMetricValue(input.metric, found.soFar)
  return [`${value} ${tileTexts.soFar(formatMonth(input.state.period.to))}`]
}

/** The number itself, as far as it is there. */
function rateOf(input: TileInput): number | null {
  const found = tileNumbers(input)
  return found.status === 'ready' ? found.value : null
}

function partsOf(input: TileInput): TileDetailsView['parts'] {
  const { metric } = input
  const found = tileNumbers(input)
  if (found.status !== 'ready' || !found.row || found.row.withheld) {
    return [{ label: metric.label, value: tileView(input).value, isResult: true }]
  }
  const { numerator, denominator, value } = found.row
  const result = { label: metric.label, value: formatMetricValue(metric, value, 'exact'), isResult: true }
  if (metric.kind === 'quantile') {
    return [
      { label: detailTexts.counted, value: formatCount(denominator ?? numerator), isResult: false },
      result,
    ]
  }
  // A single amount is its own sum.
  if (metric.kind === 'sum' && metric.numerator.length === 1) return [result]
  if (metric.kind === 'sum')
    return [
      { label: termsLabel(metric.numerator), value: amount(metric.numerator, numerator), isResult: false },
      result,
    ]
  const factor = metric.factor ?? 1
  return [
    { label: termsLabel(metric.numerator), value: amount(metric.numerator, numerator), isResult: false },
    {
      label: detailTexts.dividedBy(termsLabel(metric.denominator)),
      value: amount(metric.denominator, denominator),
      isResult: false,
    },
    ...(factor === 1 ? [] : [{ label: detailTexts.times, value: String(factor), isResult: false }]),
    result,
  ]
}

/** The terms in the words of the published tables, with their signs. */
function termsLabel(terms: readonly Term[]): string {
  return terms
    .map((term, index) => {
      const words = (measureOf(term)?.description ?? term.measure).replace(/\.$/, '')
      const sign = term.sign === -1 ? '− ' : index > 0 ? '+ ' : ''
      return sign + words
    })
    .join(' ')
}

function amount(terms: readonly Term[], value: number | null): string {
  const unit = terms[0] ? measureOf(terms[0])?.unit : 'count'
  if (unit === 'money') return formatMoney(value, 'exact')
  if (unit === 'hours')
    return value === null ? formatCount(null) : numberTexts.hours(formatCount(value / 100))
  if (unit === 'wrvu') return formatValue('wrvu', value, 'exact')
  return formatCount(value)
}

function measureOf({ fact, measure }: Term): Measure | undefined {
  const measures: Readonly<Record<string, Measure>> = facts[fact].measures
  return measures[measure]
}
