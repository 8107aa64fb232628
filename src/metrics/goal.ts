import type { Month } from '../periods/month.ts'

/** A goal that the practice has set, in the metric's unit: what a bundle calls a target. */
export interface Goal {
  readonly metric: string
  readonly scope: 'practice' | 'provider' | 'location'
  readonly scopeId: string | null
  readonly target: number
  readonly lowerOk: number | null
  readonly upperOk: number | null
  /** First month in force. */
  readonly from: Month
  readonly source: string | null
}

/** What a page shows: a period, and whom it is filtered to. */
export interface View {
  readonly period: { readonly from: Month; readonly to: Month }
  readonly filters: { readonly provider?: string; readonly location?: string; readonly payer?: string }
}

/** How far the data reaches, and when a service month is final. */
export interface Calendar {
  /** Civil date up to which the data counts. */
  readonly asOf: string
  readonly maturityDays: number
  readonly months: { readonly lastClosed: Month }
}
