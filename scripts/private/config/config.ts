import { isCurrency } from './isCurrency.ts'
import { isLocale } from './isLocale.ts'
import { z } from 'zod'
import { datasets } from '../contracts/dataset.ts'
import {
  adjustmentCategories,
  appointmentStatuses,
  billingLineTypes,
  visitGroups,
} from '../contracts/vocabularies.ts'
import { presetIds } from '../presets/presets.ts'
import { isTimeZone } from './isTimeZone.ts'
import { siteAddress } from './siteAddress.ts'
import { spreadsheetId } from './spreadsheetId.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])

/** A header's text, or a column by its spreadsheet letters where headers repeat. */
const columnPin = z.union([
  z.string().min(1),
  z.strictObject({ letter: z.string().regex(/^[A-Za-z]{1,3}$/, 'expected column letters, such as F') }),
])

/** A spreadsheet by its link or its id alone; kept as the id. */
const spreadsheet = z
  .string()
  .transform((text) => spreadsheetId(text) ?? '')
  .refine((id) => id !== '', 'expected the link of a Google spreadsheet, or its id')

/** Which tab is meant: by file and name, or in Google Sheets by the number that a renaming does not change. */
const place = {
  file: z.string().min(1).optional(),
  tab: z.string().min(1).optional(),
  spreadsheet: spreadsheet.optional(),
  sheet_id: z.int().min(0).optional(),
}

/** A pin that names neither would fit every tab, and a tab's number says nothing without its spreadsheet. */
function refusePlace(pin: z.output<z.ZodObject<typeof place>>, context: z.RefinementCtx): void {
  if (pin.spreadsheet !== undefined) return
  if (pin.sheet_id !== undefined) {
    const message = 'add "spreadsheet", the link of the spreadsheet that has the tab of this number'
    context.addIssue({ code: 'custom', path: ['sheet_id'], message })
  } else if (pin.file === undefined) {
    const message = 'say which tab is meant: its "file", or its "spreadsheet" (the link) and "sheet_id"'
    context.addIssue({ code: 'custom', message })
  }
}

/** A difference of a file's own total from its rows that is known and right; `rows` is the column of a count. */
const acceptedDifference = z.strictObject({ column: z.string().min(1), difference: z.number() })

/** How plain payments, adjustments and refunds stand in the sheet; found by their majority where it is not said. */
const signs = z.strictObject({
  payments: z.enum(['positive', 'negative']).optional(),
  adjustments: z.enum(['positive', 'negative']).optional(),
  refunds: z.enum(['positive', 'negative']).optional(),
})

/** Fields that count the people behind a row. */
const counts = ['accounts', 'claims', 'open_accounts', 'patients']

/** What every row has in which no column says another. Privacy rests on counts of people: those a report says or nobody does. */
const constants = z.record(z.string(), scalar).superRefine((all, context) => {
  for (const name of counts.filter((field) => field in all)) {
    const message = 'how many people are behind a row must be a column of the report'
    context.addIssue({ code: 'custom', path: [name], message })
  }
})

const dataTab = z
  .strictObject({
    ...place,
    dataset: z.enum(datasets),
    header_row: z.int().min(1).max(1000).optional(),
    headers: z.array(z.string()).min(1).optional(),
    columns: z.record(z.string(), columnPin).default({}),
    constants: constants.default({}),
    fill_down: z.array(z.string()).default([]),
    scope: z.record(z.string(), z.array(scalar.transform(String)).min(1)).default({}),
    confirmed: z.array(z.string()).min(1).optional(),
    accept_difference: z.array(acceptedDifference).optional(),
    signs: signs.optional(),
  })
  .superRefine(refusePlace)

/** A report whose shape is known by the name of its system. */
const reportTab = z
  .strictObject({
    ...place,
    preset: z.enum(presetIds),
    constants: constants.default({}),
    pay_period: z
      .strictObject({ days: z.int().min(1).max(31), paid_after: z.int().min(0).max(60) })
      .optional(),
    confirmed: z.array(z.string()).min(1).optional(),
    accept_difference: z.array(acceptedDifference).optional(),
    signs: signs.optional(),
  })
  .superRefine(refusePlace)

const ignoredTab = z.strictObject({ ...place, ignore: z.literal(true) }).superRefine(refusePlace)

const sheets = z
  .strictObject({
    spreadsheets: z
      .array(z.strictObject({ link: spreadsheet, volatile: z.boolean().default(false) }))
      .default([]),
    status_workbook: spreadsheet.optional(),
    change_detection: z.boolean().default(true),
    deadline_minutes: z.number().positive().max(360).default(15),
    request_timeout_seconds: z.number().positive().max(600).default(90),
  })
  .superRefine(({ spreadsheets, status_workbook }, context) => {
    for (const [index, { link }] of spreadsheets.entries()) {
      if (spreadsheets.findIndex((one) => one.link === link) === index) continue
      const message = 'the same spreadsheet stands further up'
      context.addIssue({ code: 'custom', path: ['spreadsheets', index, 'link'], message })
    }
    if (!spreadsheets.some(({ link }) => link === status_workbook)) return
    const message = 'must be a spreadsheet of its own, because what is read must never be written to'
    context.addIssue({ code: 'custom', path: ['status_workbook'], message })
  })

/**
 * Where the site is that people open, and where the files lie that say who may; paths start from the config. And
 * who sees providers' names, which are staff's, not patients': it weakens neither the gate, nor the size of a
 * group, nor sealing. Left out, owners alone do.
 */
const sharing = z.strictObject({
  site: z
    .string()
    .transform((text) => siteAddress(text) ?? '')
    .refine(
      (address) => address !== '',
      'expected the address of the site: https, without a name, ? or # in it (this computer may be http)',
    )
    .optional(),
  readers: z.string().min(1).optional(),
  signing_key: z.string().min(1).optional(),
  provider_names: z.enum(['owners', 'everyone']).optional(),
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
      currency: z.string().refine(isCurrency, 'expected a currency in three letters, such as USD').optional(),
      locale: z.string().refine(isLocale, 'expected a language and region, such as en-US').optional(),
      first_day_of_week: z.enum(['monday', 'saturday', 'sunday']).optional(),
    })
    .default({}),
  limits: z
    .strictObject({ rejected_share: z.number().min(0).max(1).default(0.05) })
    .default({ rejected_share: 0.05 }),
  sheets: sheets.default(sheets.parse({})),
  sharing: sharing.default({}),
  tabs: z.array(z.union([dataTab, reportTab, ignoredTab])).default([]),
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
export type SheetsConfig = SyncConfig['sheets']
export type SharingConfig = SyncConfig['sharing']
export type TabPin = SyncConfig['tabs'][number]
export type DataPin = z.output<typeof dataTab>
export type AcceptedDifference = z.output<typeof acceptedDifference>
export type ReportPin = z.output<typeof reportTab>
/** Days of a pay period, and days from its last one to the pay day. */
export type PayPeriod = NonNullable<ReportPin['pay_period']>

/** The configuration of a run without a file: recognition by names and headers alone. */
export const defaultConfig: SyncConfig = configSchema.parse({})
