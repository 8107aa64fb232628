/** A number of the KPI dictionary that is computed, and kept in the status workbook. */
export interface OfficeKpi {
  /** K01 … of the KPI dictionary. */
  readonly kpi: string
  readonly label: string
  /** What it says, in a sentence. */
  readonly summary: string
  /** What it is made of, and the date that decides its month. */
  readonly formula: string
  /** The tab of the status workbook that has it. */
  readonly tab: string
  /** Why no page shows it, in a sentence. */
  readonly reason: string
}

/** Every number of the dictionary that is shown to those who hold the rows, and to nobody else. */
export const officeKpis: readonly OfficeKpi[] = [
  {
    kpi: 'K12',
    label: 'Credit balances',
    summary: 'What the practice owes back to payers and patients, and how old it is.',
    formula:
      'Sum, number and age of items with more taken than charged, at the end of each month; owed to patients as far as their own payments cover it, else to payers. Not netted.',
    tab: 'Office numbers',
    reason:
      'Credits are owed to few people: beside net balances a sum on a page would tell of single people.',
  },
  {
    kpi: 'K14',
    label: 'Initial denial rate, dollars',
    summary: 'Charges of denied claims, as a share of the charges of all claims that payers answered.',
    formula:
      'Simple form: charges of claims denied at the first answer ÷ charges of claims first answered, both in the month. Beside it HFMA’s form: ÷ a third of the charges of claims sent in the three months before.',
    tab: 'Office numbers',
    reason:
      'Charges of answered claims, less the other sums of charges that are published, would tell of few people.',
  },
  {
    kpi: 'K19',
    label: 'Payment lag',
    summary:
      'Days from the service, and from sending the claim, to the first payment of a payer, and how much is paid at all.',
    formula:
      'Median of the days of items that were paid, by month of service, 120 days after its end; all payers and each class. Beside it the share of items that a payer paid: days alone flatter whoever denies.',
    tab: 'Office numbers',
    reason:
      'It counts items by the day of service that are counted by the day of posting already: at the edges of months, the two would tell of few people.',
  },
  {
    kpi: 'K23',
    label: 'Refunds, takebacks and bounced checks',
    summary: 'What goes back to patients and payers, as a share of payments.',
    formula:
      'Refunds to patients, refunds to payers, takebacks and bounced payments, each ÷ payments less payments posted by mistake; all by the day of posting.',
    tab: 'Office numbers',
    reason: 'They are parts of net collections, and in most months of few people.',
  },
]
