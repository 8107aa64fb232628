import type { Metric, Term, Window } from '../metrics/metric.ts'

/** Which months a sum runs over, as its index. */
const indices: Readonly<Record<Window, string>> = {
  period: 'period',
  period_end: 'last month',
  trailing_3_months: '3 months',
  trailing_12_months: '12 months',
  four_quarters: '4 closed quarters',
}

/**
 * A metric as it is computed, in sums of published measures: `Σ[period] net_payment_cents ÷ Σ[period] visit_count`. A
 * slice of a measure names what it is of: `adjustment_cents{bad_debt}`; `{all}` is the whole of a share.
 */
export function formulaInSymbols(metric: Metric): string {
  if (metric.kind === 'quantile') {
    const { bin, count, quantile } = metric
    return `smallest ${bin} with Σ[period] ${count}{≤ ${bin}} ≥ ${String(quantile)} × Σ[period] ${count}`
  }
  const top = sumOf(metric.numerator)
  if (metric.kind === 'sum') return top
  const factor = metric.factor === undefined ? '' : ` × ${String(metric.factor)}`
  return `${bracketed(top, metric.numerator)} ÷ ${bracketed(sumOf(metric.denominator), metric.denominator)}${factor}`
}

function sumOf(terms: readonly Term[]): string {
  return terms
    .map((term, index) => {
      const sign = term.sign === -1 ? '− ' : index === 0 ? '' : '+ '
      return `${sign}Σ[${indices[term.window ?? 'period']}] ${term.measure}${sliceOf(term)}`
    })
    .join(' ')
}

function sliceOf({ where = {}, across = [] }: Term): string {
  const values = Object.values(where).flat()
  if (values.length > 0) return `{${values.join(', ')}}`
  return across.length > 0 ? '{all}' : ''
}

function bracketed(text: string, terms: readonly Term[]): string {
  return terms.length > 1 ? `(${text})` : text
}
