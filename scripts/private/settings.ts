/** The practice's settings, from the config file or the settings tab (the config wins). */
export interface Settings {
  readonly practice_name: string
  /** IANA name; every civil date and time is meant in it. */
  readonly time_zone: string
  /** Hours of a full week, for full-time equivalents. */
  readonly full_time_hours: number
  /** A cancellation fewer hours than this before the start is late. */
  readonly late_cancel_hours: number
  /** Days after a month's end at which its service-month figures are final. */
  readonly maturity_days: number
  /** Month in which the fiscal year starts, 1 to 12. */
  readonly fiscal_year_start: number
  readonly accounting_basis: 'cash' | 'accrual'
  /** Month-end A/R rolled from charges and transactions, or taken from the aging tab. */
  readonly accounts_receivable: 'ledger' | 'aging_report'
  /** ISO 4217, upper case: that of all amounts, which are hundredths of it. */
  readonly currency: string
  /** BCP 47; its region says how numbers and dates are written. */
  readonly locale: string
  readonly first_day_of_week: 'monday' | 'saturday' | 'sunday'
}

/** What holds where neither config nor settings tab says otherwise. */
export const defaultSettings: Settings = {
  practice_name: 'Our practice',
  time_zone: 'America/New_York',
  full_time_hours: 40,
  late_cancel_hours: 24,
  maturity_days: 120,
  fiscal_year_start: 1,
  accounting_basis: 'cash',
  accounts_receivable: 'ledger',
  currency: 'USD',
  locale: 'en-US',
  first_day_of_week: 'monday',
}
