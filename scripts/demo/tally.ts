/** What is summed: counts, and cents. Names as the measures of the published facts. */
export type Sums = Record<string, number>

/**
 * Sums by cut and cell: `cuts.provider['2025-10|Dr. Somebody']`. The cuts are month, and month by provider,
 * location or payer (class). A missing name is empty; zero sums are left out.
 */
export type Cuts = Record<CutName, Record<string, Sums>>
export type CutName = 'month' | 'provider' | 'location' | 'payer'

export interface CellOf {
  readonly month: string
  readonly provider: string
  readonly location: string
  readonly payer: string
}

/** Plain sums over bookings, charges, transactions and open items; nothing clever on purpose. */
export class Tally {
  readonly cuts: Cuts = { month: {}, provider: {}, location: {}, payer: {} }

  add(cell: CellOf, measure: string, value: number): void {
    if (value === 0) return
    const { month, provider, location, payer } = cell
    bump(this.cuts.month, month, measure, value)
    bump(this.cuts.provider, `${month}|${provider}`, measure, value)
    bump(this.cuts.location, `${month}|${location}`, measure, value)
    bump(this.cuts.payer, `${month}|${payer}`, measure, value)
  }
}

function bump(cells: Record<string, Sums>, key: string, measure: string, value: number): void {
  const sums = (cells[key] ??= {})
  sums[measure] = (sums[measure] ?? 0) + value
}
