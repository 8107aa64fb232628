import { definePreset, type PresetPart } from './preset.ts'

/** Names of the columns that stand for each bucket. Systems draw the edge at the 30th day or the 31st, which moves one day's balance. */
const buckets = {
  '0-30': ['Current', '0-30', '0 - 30', '0-29', '1-30'],
  '31-60': ['30-60', '31-60', '31 - 60', '30-59'],
  '61-90': ['60-90', '61-90', '61 - 90', '60-89'],
  '91-120': ['90-120', '91-120', '91 - 120', '90-119'],
  '121+': ['120+', '121+', '> 120', 'Over 120', '120 and over'],
} as const

/** An aging report with a column for each bucket, as most systems print it: a row for each payer, or one in all. */
export const agingBuckets = definePreset({
  id: 'aging_buckets',
  system: 'Any system',
  report: 'aging report with a column for each age',
  fingerprint: { all: [], oneOfEach: Object.values(buckets) },
  parts: Object.entries(buckets).map(([bucket, names]) => partOf(bucket, names)) as [
    PresetPart,
    ...PresetPart[],
  ],
  caveats: ['where its ages meet (30-60, 60-90), the day of the edge counts with the older'],
})

function partOf(bucket: string, names: readonly string[]): PresetPart {
  return {
    name: `${bucket} days`,
    dataset: 'aging',
    columns: {
      as_of: ['As Of', 'As Of Date', 'Month End'],
      responsibility: ['Responsibility', 'Resp'],
      payer: ['Payer', 'Insurance', 'Payer Name', 'Carrier', 'Insurance Company'],
      provider: ['Provider', 'Provider Name'],
      location: ['Location', 'Site', 'Facility'],
      debit_balance: names,
    },
    constants: { bucket },
    onlyWith: 'debit_balance',
  }
}
