import type { Lead } from '../queries/dataSpans.ts'

/** Why a number is not there, and what to do about it. Names, months and tabs come in as they are written. */
export const whyTexts = {
  needsTabs: (tabs: readonly string[]) =>
    `Needs the ${tabs.join(' and ')} ${tabs.length === 1 ? 'tab' : 'tabs'}.`,
  needs: (what: string, because: string) => `Needs ${what}: ${because}.`,
  tabSilent: (tab: string) => `the ${tab} tab does not say`,
  wholeOnly: (needs: string) => `Known for the whole practice. ${needs}`,

  ownersOnly: 'For owners only',
  /** Which of the two it is must not be told: it would give a small group away. */
  withheld: 'Too few people, or merged with others to protect a small group.',
  runningMonth: 'The running month is shown for the whole practice only.',
  endWithQuarter: (quarter: string) =>
    `Choose a period that ends with a calendar quarter, such as ${quarter}.`,
  chooseQuarter: (quarter: string) => `Choose a whole quarter, such as ${quarter}.`,
  chooseQuarters: (quarter: string) => `Choose whole quarters, such as ${quarter}.`,
  lookAtWhole: 'Look at the whole practice.',
  chooseLongerOrWhole: 'Choose a longer period, or look at the whole practice.',
  chooseLonger: 'Choose a longer period.',

  oneMoreMonth: 'one more month',
  moreMonths: (count: number) => `${String(count)} more months`,
  /** The tab of the template that tells each kind of data. */
  tabs: {
    appointments: 'Schedule',
    access_samples: 'Access samples',
    charges: 'Billing',
    production: 'Billing',
    work_rvus: 'Billing',
    transactions: 'Billing',
    reconciliation: 'Aging',
    claims: 'Claims',
    payroll: 'Payroll',
    expenses: 'Expenses',
    budgets: 'Budget',
    expense_budgets: 'Budget',
    coverage: 'Shifts',
  } satisfies Record<Lead, string>,
  tabLacks: (tab: string, months: string) => `The ${tab} tab has nothing for ${months}.`,
  noData: 'No data for this period and filter.',
  /** After a trend's sentence where so few of its months have a value. */
  tooFewMonths: (count: number) =>
    count === 1
      ? 'One month is no trend yet.'
      : `${count === 2 ? 'Two' : String(count)} months are no trend yet.`,

  smallGroups: 'How small groups are protected',
  smallGroupsText: (merged: string, keptPrivate: string) =>
    `A number that could tell something about a single patient or employee is not shown by itself: it is added up with others as “${merged}”. Now and then a large group is merged as well, because the small one could be found by subtraction otherwise. Such a number reads “${keptPrivate}”. More people stand behind a quarter than behind a month, so quarters show more than their single months do. A total is shown whole, to the cent, or not at all.`,
} as const
