/**
 * Sums that are of too few people for any page, month by month. They may be written to the status workbook inside the
 * practice's Google Workspace, where the rows they are made of lie already, and nowhere else.
 */
export interface OfficeNumbers {
  /** `2026-10`; the last fourteen months up to the as-of date, the oldest first. */
  readonly months: readonly string[]
  readonly numbers: readonly OfficeNumber[]
}

/** One number of the dictionary, month by month. */
export interface OfficeNumber {
  readonly id: string
  /** K01 … of the KPI dictionary. */
  readonly kpi: string
  readonly label: string
  /** Money is integer cents, rates are 0 to 1 and can be above, counts whole numbers, days may end in a half. */
  readonly kind: 'money' | 'count' | 'days' | 'rate'
  /** What it is made of, and the date that decides its month, in a sentence. */
  readonly formula: string
  /** What the sheets do not say, to follow "Needs …"; null where the values are known. */
  readonly needs: string | null
  /** By month; null where nothing can be said, as a share of nothing. All null where something is needed. */
  readonly values: readonly (number | null)[]
}
