import { isCurrency } from '../../config/isCurrency.ts'
import { isLocale } from '../../config/isLocale.ts'
import { z } from 'zod'
import { SyncError } from '../../../errors/SyncError.ts'
import { isTimeZone } from '../../config/isTimeZone.ts'
import type { SyncConfig } from '../../config/config.ts'
import { headerKey } from '../../recognise/normaliseHeader.ts'
import { defaultSettings, type Settings } from '../../settings.ts'

/** A row of the settings tab. */
export interface SettingRow {
  readonly setting: string
  readonly value: string | null
  /** For messages: the tab as they name it, and the row in it. */
  readonly tab: string
  readonly row: number
}

interface Setting {
  readonly key: keyof Settings
  /** Other ways to write it, by `headerKey`. */
  readonly names: readonly string[]
  readonly schema: z.ZodType
  readonly expected: string
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const word = (text: unknown) =>
  typeof text === 'string'
    ? text
        .trim()
        .toLowerCase()
        .replace(/[\s/-]+/g, '_')
    : text
const number = (text: unknown) =>
  typeof text === 'string' ? Number(/^\s*(\d+(?:\.\d+)?)/.exec(text)?.[1]) : text
const upper = (text: unknown) => (typeof text === 'string' ? text.trim().toUpperCase() : text)
const month = (text: unknown) => {
  const named = typeof text === 'string' ? months.indexOf(text.trim().slice(0, 3).toLowerCase()) : -1
  return named >= 0 ? named + 1 : number(text)
}

const settings: readonly Setting[] = [
  {
    key: 'practice_name',
    names: ['practice name', 'practice', 'name'],
    schema: z.string().min(1),
    expected: 'a name',
  },
  {
    key: 'time_zone',
    names: ['time zone', 'tz'],
    schema: z.string().refine(isTimeZone),
    expected: 'an IANA time zone, such as America/Chicago',
  },
  {
    key: 'full_time_hours',
    names: ['full time hours', 'full-time hours per week', 'full time hours per week'],
    schema: z.preprocess(number, z.number().positive().max(80)),
    expected: 'hours of a full week, such as 40',
  },
  {
    key: 'late_cancel_hours',
    names: ['late cancel hours', 'late cancellation hours'],
    schema: z.preprocess(number, z.number().min(0).max(240)),
    expected: 'a number of hours, such as 24',
  },
  {
    key: 'maturity_days',
    names: ['maturity days', 'maturity'],
    schema: z.preprocess(number, z.int().min(0).max(730)),
    expected: 'a number of days, such as 120',
  },
  {
    key: 'fiscal_year_start',
    names: ['fiscal year start', 'fiscal year start month', 'fiscal year starts'],
    schema: z.preprocess(month, z.int().min(1).max(12)),
    expected: 'a month, such as January or 1',
  },
  {
    key: 'accounting_basis',
    names: ['accounting basis', 'basis'],
    schema: z.preprocess(word, z.enum(['cash', 'accrual'])),
    expected: 'cash or accrual',
  },
  {
    key: 'accounts_receivable',
    names: ['accounts receivable', 'a/r', 'a/r source', 'accounts receivable source'],
    schema: z.preprocess(word, z.enum(['ledger', 'aging_report'])),
    expected: 'ledger or aging report',
  },
  {
    key: 'currency',
    names: ['currency', 'currency code'],
    schema: z.preprocess(upper, z.string().refine(isCurrency)),
    expected: 'a currency in three letters, such as USD',
  },
  {
    key: 'locale',
    names: ['locale', 'language and region', 'number format'],
    schema: z.string().refine(isLocale),
    expected: 'a language and region, such as en-US',
  },
  {
    key: 'first_day_of_week',
    names: ['first day of week', 'first day of the week', 'week starts'],
    schema: z.preprocess(word, z.enum(['monday', 'saturday', 'sunday'])),
    expected: 'Monday, Saturday or Sunday',
  },
]

/**
 * The settings of a run: config over settings tab over the spreadsheets' time zone over defaults; what is
 * wrong with the tab, if anything.
 */
export function settingsOf(rows: readonly SettingRow[], config: SyncConfig, sourceZone?: string) {
  const refusals: SyncError[] = []
  const warnings: string[] = []
  const fromTab: Record<string, unknown> = {}
  for (const { setting, value, tab, row } of rows) {
    const known = settings.find(({ key, names }) =>
      [key, ...names].some((name) => headerKey(name) === headerKey(setting)),
    )
    if (!known) {
      warnings.push(
        `Tab ${tab}, row ${row}: no such setting; it was left out. Known: ${settings.map(({ key }) => key).join(', ')}.`,
      )
      continue
    }
    if (value === null) continue
    const parsed = known.schema.safeParse(value)
    if (parsed.success) fromTab[known.key] = parsed.data
    else {
      refusals.push(
        new SyncError(
          `Tab ${tab}, row ${row}: ${known.key} must be ${known.expected}.`,
          `Correct the value in row ${row}, or leave it empty for the default.`,
        ),
      )
    }
  }
  const { practice } = config
  const fromConfig = definedOnly({
    ...config.settings,
    practice_name: practice.name,
    time_zone: practice.time_zone,
  })
  const merged: Settings = { ...defaultSettings, ...chosenZone(sourceZone), ...fromTab, ...fromConfig }
  if (sourceZone !== undefined && sourceZone !== merged.time_zone) {
    warnings.push(
      `The spreadsheets are set to the time zone ${sourceZone}, the practice's is ${merged.time_zone}: TODAY() and timestamps in them may be a day off. Set it under File, Settings.`,
    )
  }
  return { settings: merged, refusals, warnings }
}

/** Spreadsheets that a program made stand at Etc/GMT, which nobody chose. */
function chosenZone(zone: string | undefined): Pick<Settings, 'time_zone'> | object {
  return zone === undefined || zone.startsWith('Etc/') ? {} : { time_zone: zone }
}

/** A key that the config leaves out must not hide the tab's. */
function definedOnly(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
