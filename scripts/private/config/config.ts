import { z } from 'zod'
import { datasets } from '../contracts/dataset.ts'
import {
  adjustmentCategories,
  appointmentStatuses,
  billingLineTypes,
  visitGroups,
} from '../contracts/vocabularies.ts'
import { isTimeZone } from './isTimeZone.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])

/** A header's text, or a column by its spreadsheet letters where headers repeat. */
const columnPin = z.union([
  z.string().min(1),
  z.strictObject({ letter: z.string().regex(/^[A-Za-z]{1,3}$/, 'expected column letters, such as F') }),
])

const dataTab = z.strictObject({
  file: z.string().min(1),
  tab: z.string().min(1).optional(),
  dataset: z.enum(datasets),
  header_row: z.int().min(1).max(1000).optional(),
  headers: z.array(z.string()).min(1).optional(),
  columns: z.record(z.string(), columnPin).default({}),
  constants: z.record(z.string(), scalar).default({}),
  fill_down: z.array(z.string()).default([]),
  scope: z.record(z.string(), z.array(scalar.transform(String)).min(1)).default({}),
})

const ignoredTab = z.strictObject({
  file: z.string().min(1),
  tab: z.string().min(1).optional(),
  ignore: z.literal(true),
})

/** What the configuration file may say; every key is optional, an unknown key is a mistake. */
export const configSchema = z.strictObject({
  practice: z
    .strictObject({
      name: z.string().min(1).optional(),
      time_zone: z
        .string()
        .refine(isTimeZone, 'expected an IANA time zone, such as America/Chicago')
        .optional(),
    })
    .default({}),
  as_of: z.iso
    .date('expected a date, such as 2026-10-31')
    .regex(/^20/, 'expected a date from 2000 to 2099')
    .optional(),
  settings: z
    .strictObject({
      full_time_hours: z.number().positive().max(80).optional(),
      late_cancel_hours: z.number().min(0).max(240).optional(),
      maturity_days: z.int().min(0).max(730).optional(),
      fiscal_year_start: z.int().min(1).max(12).optional(),
      accounting_basis: z.enum(['cash', 'accrual']).optional(),
      accounts_receivable: z.enum(['ledger', 'aging_report']).optional(),
    })
    .default({}),
  limits: z
    .strictObject({ rejected_share: z.number().min(0).max(1).default(0.05) })
    .default({ rejected_share: 0.05 }),
  tabs: z.array(z.union([dataTab, ignoredTab])).default([]),
  maps: z
    .strictObject({
      status: z.record(z.string(), z.enum(appointmentStatuses)).default({}),
      transaction_type: z.record(z.string(), z.enum(billingLineTypes)).default({}),
      adjustment: z.record(z.string(), z.enum(adjustmentCategories)).default({}),
      visit_type: z.record(z.string(), z.enum(visitGroups)).default({}),
    })
    .default({ status: {}, transaction_type: {}, adjustment: {}, visit_type: {} }),
})

export type SyncConfig = z.output<typeof configSchema>
export type TabPin = SyncConfig['tabs'][number]
export type DataPin = z.output<typeof dataTab>

/** The configuration of a run without a file: recognition by names and headers alone. */
export const defaultConfig: SyncConfig = configSchema.parse({})
