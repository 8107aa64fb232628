import { SyncError } from '../../../errors/SyncError.ts'
import type { Tab } from '../source.ts'
import type { X12File } from './readX12.ts'
import { refuseSameTrace } from './refuseSameTrace.ts'
import { remittanceHeaders, remittanceRows, settledBeforeCents } from './remittanceRows.ts'

/**
 * All remittances of a folder as one tab of transactions (a practice receives several a week), and what people should
 * know of it. Null where there is none. Throws `SyncError` where two of one payer, trace and day differ.
 */
export function remittanceTab(files: readonly X12File[]): {
  readonly tab: Tab | null
  readonly warnings: readonly string[]
} {
  const read = files.flatMap(({ file, remittances }) =>
    (remittances ?? []).map((remittance) => ({ file, remittance })),
  )
  if (read.length === 0) return { tab: null, warnings: [] }
  const [first, ...others] = refuseSameTrace(read)
  if (first) throw new SyncError(first.message, first.hint, { others })
  const rows = [
    [...remittanceHeaders],
    ...read.flatMap(({ file, remittance }) => remittanceRows(remittance, file)),
  ]
  const settled = read.reduce((all, { remittance }) => all + settledBeforeCents(remittance), 0)
  const told = (settled / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' })
  const note = `Remittances: ${told} that earlier payers had settled are left out; they are in those payers' remittances.`
  return {
    tab: {
      workbook: 'Remittance files (X12 835)',
      name: 'Remittances',
      files: [...new Set(read.map(({ file }) => file))],
      hidden: false,
      // eslint-disable-next-line @typescript-eslint/require-await -- all is in memory already
      rows: async function* () {
        yield rows
      },
    },
    warnings: settled === 0 ? [] : [note],
  }
}
