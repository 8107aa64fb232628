import { defineMetric } from './defineMetric.ts'

/** K52, rate 0-1, by month end: the share of staff that left within twelve months. */
export const turnoverRate = defineMetric({
  kind: 'ratio',
  id: 'turnover_rate',
  kpi: 'K52',
  label: 'Turnover, 12 months',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'month_end',
  maturityDays: null,
  dimensions: [],
  summary: 'The share of staff that left within twelve months.',
  formula: 'Employees who left in 12 months ÷ average headcount of the 12 month ends.',
  notes: [
    'Providers, owners, temporary and contract staff are left out.',
    'Counted from the first month in which the Staff tab says that somebody left: leavers must stay in the tab, with their end date.',
    'Who comes back under the same employee number did not leave; an end date before the hire date is of an earlier job.',
    'One who leaves a small practice moves it far; shown from five employees on, of the whole practice only.',
    'MGMA, 2017: more than 40 % of groups had less than 10 %, 28 % had 10 to 15 % and 6 % more than 25 %.',
    'No value until the data reaches back 12 months.',
  ],
  tabs: ['Staff'],
  needs: ['hire_days', 'leaving_days'],
  benchmark: null,
  numerator: [{ fact: 'turnover', measure: 'left_count', window: 'trailing_12_months' }],
  denominator: [{ fact: 'turnover', measure: 'employed_count', window: 'trailing_12_months' }],
  factor: 12,
})
