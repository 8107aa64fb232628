import { contracts } from '../../contracts/contracts.ts'
import type { StagedRows } from '../rows/StagedRows.ts'
import type { FillContext } from './fillContext.ts'

/**
 * The payer's class, where the row does not give it: by the payers tab, `unmapped` (and counted) for a
 * payer it does not know, `none_given` for a blank. A tab without either column says nothing of payers.
 */
export function fillPayerClasses(rows: StagedRows, { dataset, payers }: FillContext): void {
  if (contracts[dataset].fields.payer_class?.resolve !== 'payer') return
  if (!rows.has('payer') && !rows.has('payer_class')) return
  const classes = rows.column('payer_class')
  for (const [row, given] of classes.entries()) {
    if (given !== null || rows.hasProblem(row, 'payer_class')) continue
    const payer = rows.text('payer', row)
    const found = payers.classOf(payer)
    classes[row] = found
    if (found === 'unmapped' && payer !== null) rows.unmapped.push({ row, field: 'payer', value: payer })
  }
}
