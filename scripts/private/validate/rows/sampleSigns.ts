import type { Row } from '../../sources/source.ts'
import { CastProblem } from '../casts/cast.ts'
import { writtenAmount } from '../fill/fillAmounts.ts'
import { AmountSigns, type SaidSigns } from '../signedAmounts.ts'
import { classifyRow } from './classifyRow.ts'
import { StagedRows } from './StagedRows.ts'
import { readField, type TabPlan } from './tabPlan.ts'

/** Rows that are looked at; an export does not change its mind about signs later on. */
const sampleRows = 50_000

/** Reads the first rows of a tab with transactions, of all its parts, to learn which signs its amounts have. */
export async function sampleSigns(parts: readonly TabPlan[]): Promise<AmountSigns> {
  const [first] = parts
  const plans = parts.filter(
    ({ recognised: { dataset } }) => dataset === 'transactions' || dataset === 'billing',
  )
  const areEffects = plans.some(({ recognised }) => recognised.part?.hasEffects === true)
  const signs = new AmountSigns({ areEffects, said: saidOf(plans) })
  if (!first || areEffects || plans.length === 0) return signs
  let number = 0
  for await (const batch of first.recognised.tab.rows()) {
    for (const row of batch) {
      number++
      for (const plan of plans) {
        if (number > plan.recognised.headerRow && classifyRow(row, plan.shape) === 'data')
          count(signs, row, plan)
      }
    }
    if (number > sampleRows) break
  }
  return signs
}

/** What config and preset say of any part; they say it of all. */
function saidOf(plans: readonly TabPlan[]): SaidSigns {
  return Object.assign({}, ...plans.map(({ recognised }) => recognised.signs ?? {})) as SaidSigns
}

function count(signs: AmountSigns, row: Row, { fields }: TabPlan): void {
  const one = new StagedRows([1])
  for (const plan of fields) {
    const { field } = plan
    if (field !== 'type' && field !== 'amount' && !field.endsWith('_amount')) continue
    const value = readField(row, plan)
    // Of several columns of a field the first that is filled counts.
    one.columns[field] = [one.get(field, 0) ?? (value instanceof CastProblem ? null : value)]
  }
  const type = one.text('type', 0)
  const cents = writtenAmount(one, 0)
  if (type !== null && cents !== null) signs.count(type, cents)
}
