import { definePreset, type PresetPart } from './preset.ts'

/** Names of the columns that stand for each age. Systems draw the edge at the 30th day or the 31st, which moves one day's balance. */
const columns = {
  current: ['Current', 'Not Due', 'Not Yet Due'],
  '0-30': ['0-30', '0 - 30', '0-29', '1-30', '1 - 30'],
  '31-60': ['30-60', '31-60', '31 - 60', '30-59'],
  '61-90': ['60-90', '61-90', '61 - 90', '60-89'],
  '91-120': ['90-120', '91-120', '91 - 120', '90-119'],
  '121+': ['120+', '121+', '> 120', 'Over 120', '120 and over', '121 and over'],
  '91+': ['90+', '91+', '> 90', 'Over 90', '90 and over', '91 and over'],
} as const

type Age = keyof typeof columns

const youngest = [...columns.current, ...columns['0-30']]

/** An aging report with a column for each age, as most systems print it: a row for each payer, or one in all. */
export const agingBuckets = definePreset({
  id: 'aging_buckets',
  system: 'Any system',
  report: 'aging report with a column for each age',
  fingerprint: {
    all: [],
    oneOfEach: [youngest, columns['31-60'], columns['61-90'], columns['91-120'], columns['121+']],
  },
  parts: [
    partOf('current'),
    ...(['0-30', '31-60', '61-90', '91-120', '121+'] as const).map((age) => partOf(age)),
  ],
  caveats: ['where its ages meet (30-60, 60-90), the day of the edge counts with the older'],
})

/** The same with one last column for all that is older than 90 days. */
export const agingTo90 = definePreset({
  id: 'aging_to_90',
  system: 'Any system',
  report: 'aging report with a column for each age up to 90 days',
  fingerprint: {
    all: [],
    oneOfEach: [youngest, columns['31-60'], columns['61-90'], columns['91+']],
    none: [...columns['91-120'], ...columns['121+']],
  },
  parts: [partOf('current'), ...(['0-30', '31-60', '61-90', '91+'] as const).map((age) => partOf(age))],
  caveats: ['where its ages meet (30-60, 60-90), the day of the edge counts with the older'],
})

/** What is not yet due is as old as what is due for the first month, in a column of its own. */
function partOf(age: Age): PresetPart {
  return {
    name: age === 'current' ? age : `${age} days`,
    dataset: 'aging',
    columns: {
      as_of: ['As Of', 'As Of Date', 'Month End'],
      responsibility: ['Responsibility', 'Resp'],
      payer: ['Payer', 'Insurance', 'Payer Name', 'Carrier', 'Insurance Company'],
      provider: ['Provider', 'Provider Name'],
      location: ['Location', 'Site', 'Facility'],
      open_accounts: ['Accounts', 'Open Accounts', 'No Of Accounts', 'Patients', 'Total Accounts'],
      debit_balance: columns[age],
    },
    constants: { bucket: age },
    onlyWith: 'debit_balance',
  }
}
