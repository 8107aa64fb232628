import type { Dataset } from '../../../../scripts/private/contracts/dataset.ts'
import type { LedgerWorklist } from '../../../../scripts/private/ledger/ledger.ts'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import { defaultSettings, type Settings } from '../../../../scripts/private/settings.ts'
import type { WorklistId } from '../../../../scripts/private/worklists/worklist.ts'
import { stageRows } from '../../../helpers/ledgerRows.ts'
import type { Tabs } from './cubeRows.ts'

/** Up to when rows count. */
export const asOf = '2026-10-31'

/** A visit that took place. */
export const booking = {
  patient_key: 'P1',
  appt_date: '2026-10-05',
  start_time: '09:00',
  provider: 'Ada Birch',
  location: 'North',
  payer: 'Acme PPO',
  payer_class: 'commercial',
  status: 'completed',
}
/** What was charged for it. */
export const charge = {
  patient_key: 'P1',
  service_date: '2026-10-05',
  post_date: '2026-10-05',
  rendering_provider: 'Ada Birch',
  payer_class: 'commercial',
  charge_amount: 10_000,
}
/** Posted on the as-of date, so that visits are due by it; of nobody, so that it charges no visit. */
export const lastPosted = { ...charge, charge_id: 'last', patient_key: 'nobody', post_date: asOf }
/** Two visits with their charges, so that patients are seen to be numbered alike. */
export const agreeing = {
  appointments: [
    { ...booking, appt_id: 'x1', patient_key: 'X1' },
    { ...booking, appt_id: 'x2', patient_key: 'X2' },
  ],
  charges: [
    { ...charge, charge_id: 'x1', patient_key: 'X1' },
    { ...charge, charge_id: 'x2', patient_key: 'X2' },
    lastPosted,
  ],
}

/** Rows as records: their number in the tab, and values by key. */
export function rowsOf({ columns, rows }: LedgerWorklist): Record<string, unknown>[] {
  return rows.map(({ row, values }) => ({
    row,
    ...Object.fromEntries(columns.map(({ key }, index) => [key, values[index]])),
  }))
}

export async function listOf(id: WorklistId, tabs: Tabs): Promise<LedgerWorklist> {
  const list = (await lists(tabs)).find((one) => one.id === id)
  if (!list) throw new Error(`no such list: ${id}`)
  return list
}

/** The worklists of a small ledger, one tab per dataset, numbered from 1; rows from 2. */
export async function lists(
  tabs: Tabs,
  settings: Partial<Settings> = {},
): Promise<readonly LedgerWorklist[]> {
  const ledger = await openLedger({ threads: 1 })
  try {
    for (const [index, [dataset, rows]] of Object.entries(tabs).entries()) {
      await stageRows(ledger, dataset as Dataset, rows, { tab: index + 1 })
    }
    await ledger.settle()
    await ledger.cubes({ asOf, settings: { ...defaultSettings, ...settings } })
    return await ledger.worklists()
  } finally {
    await ledger.close()
  }
}
