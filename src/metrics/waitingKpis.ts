/** A number of the KPI dictionary that is not computed yet. */
export interface WaitingKpi {
  /** K01 … of the KPI dictionary. */
  readonly kpi: string
  readonly label: string
  /** What it would say, in a sentence. */
  readonly summary: string
  /** The tabs or columns that no practice can give so far, to follow "Needs …"; null where all it needs is read already. */
  readonly needs: string | null
  /** Why it waits, in a sentence. */
  readonly reason: string
}

/**
 * Every number of the dictionary that nothing computes; a test holds that each of K01 to K60 is here, a metric's or one of
 * `officeKpis`, and in one place only. Whoever adds the metric takes the line away.
 */
export const waitingKpis: readonly WaitingKpi[] = [
  {
    kpi: 'K29',
    label: 'Accounts payable by age',
    summary: 'Bills that are open or due in the next days, payroll included, beside the cash at hand.',
    needs: 'a Bills tab (vendor, due date, amount, open or paid) and a Cash tab (bank balance by day)',
    reason:
      'Expenses are read when they are invoiced or paid; no tab says what is still owed, nor the cash at hand.',
  },
  {
    kpi: 'K59',
    label: 'Complaints and satisfaction',
    summary: 'Complaints per 1,000 visits, how soon they are closed, and the share of best answers.',
    needs: 'a Feedback tab (date, kind, score, opened, closed; no text)',
    reason: 'Nothing that is read says what patients think.',
  },
]
