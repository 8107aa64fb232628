import { CastProblem } from '../casts/cast.ts'
import { writtenAmount } from '../fill/fillAmounts.ts'
import { AmountSigns } from '../signedAmounts.ts'
import { classifyRow } from './classifyRow.ts'
import { StagedRows } from './StagedRows.ts'
import { readField, type TabPlan } from './tabPlan.ts'

/** Rows that are looked at; an export does not change its mind about signs later on. */
const sampleRows = 50_000

/** Reads the first rows of a tab with transactions to learn which signs its amounts have. */
export async function sampleSigns(plan: TabPlan): Promise<AmountSigns> {
  const { recognised, fields, shape } = plan
  const signs = new AmountSigns({ areEffects: recognised.part?.hasEffects ?? false })
  if (recognised.part?.hasEffects === true) return signs
  if (recognised.dataset !== 'transactions' && recognised.dataset !== 'billing') return signs
  const read = fields.filter(
    ({ field }) => field === 'type' || field === 'amount' || field.endsWith('_amount'),
  )
  let number = 0
  for await (const batch of recognised.tab.rows()) {
    for (const row of batch) {
      number++
      if (number <= recognised.headerRow || classifyRow(row, shape) !== 'data') continue
      const one = new StagedRows([number])
      for (const plan of read) {
        const value = readField(row, plan)
        const held = one.get(plan.field, 0)
        one.columns[plan.field] = [held ?? (value instanceof CastProblem ? null : value)]
      }
      const type = one.text('type', 0)
      const cents = writtenAmount(one, 0)
      if (type !== null && cents !== null) signs.count(type, cents)
    }
    if (number > sampleRows) break
  }
  return signs
}
