import { defaultSettings, type Settings } from '../private/settings.ts'
import { listRule, numberRule } from './columnRule.ts'
import { monthNames } from '../../src/format/monthNames.ts'
import { fieldColumn, plainColumn } from './templateColumn.ts'
import type { ColumnRule, TemplateTab } from './templateTab.ts'

interface SettingLine {
  readonly label: string
  readonly meaning: string
  readonly rule: ColumnRule | null
}

const lines: Readonly<Record<keyof Settings, SettingLine>> = {
  practice_name: { label: 'Practice name', meaning: 'Stands at the top of every page.', rule: null },
  time_zone: {
    label: 'Time zone',
    meaning:
      'Where the practice is: America/New_York, America/Chicago, America/Denver, America/Phoenix, America/Los_Angeles …',
    rule: null,
  },
  full_time_hours: {
    label: 'Full-time hours per week',
    meaning: 'Hours of a full week; turns paid hours into full-time equivalents.',
    rule: numberRule({ min: 1, max: 80 }),
  },
  late_cancel_hours: {
    label: 'Late cancellation hours',
    meaning: 'A cancellation fewer hours than this before the start is late.',
    rule: numberRule({ min: 0, max: 240 }),
  },
  maturity_days: {
    label: 'Maturity days',
    meaning: 'So many days after its end a month of service is called final.',
    rule: { ...numberRule({ min: 0, max: 730 }), whole: true },
  },
  fiscal_year_start: {
    label: 'Fiscal year start',
    meaning: 'Month in which your fiscal year begins.',
    rule: listRule(monthNames, { strict: true, message: 'Pick a month.' }),
  },
  accounting_basis: {
    label: 'Accounting basis',
    meaning: 'cash or accrual, as in your books.',
    rule: listRule(['cash', 'accrual'], { strict: true, message: 'Pick cash or accrual.' }),
  },
  accounts_receivable: {
    label: 'Accounts receivable',
    meaning:
      'ledger: month-end A/R is computed from charges and transactions. aging_report: it is taken from the tab Aging.',
    rule: listRule(['ledger', 'aging_report'], { strict: true, message: 'Pick ledger or aging_report.' }),
  },
  currency: { label: 'Currency', meaning: 'Of all amounts, in three letters: USD, CAD, GBP …', rule: null },
  locale: {
    label: 'Locale',
    meaning: 'How numbers and dates are written: en-US, en-CA, en-GB, de-CH … The words stay English.',
    rule: null,
  },
  first_day_of_week: {
    label: 'First day of the week',
    meaning: 'Monday, Saturday or Sunday.',
    rule: listRule(['monday', 'saturday', 'sunday'], { strict: true, message: 'Pick a day.' }),
  },
}

/** The settings with their defaults, ready to edit. */
export function settingsTab(timeZone: string): TemplateTab {
  const settings: Settings = { ...defaultSettings, time_zone: timeZone }
  const keys = Object.keys(lines) as (keyof Settings)[]
  return {
    name: 'Settings',
    kind: 'settings',
    dataset: 'settings',
    purpose: 'A few facts about the practice. Begin here: name and time zone.',
    columns: [
      { ...fieldColumn({ dataset: 'settings', field: 'setting', header: 'Setting' }), width: 28 },
      {
        ...fieldColumn({ dataset: 'settings', field: 'value', header: 'Value' }),
        width: 28,
        format: 'general',
        note: 'Change what does not fit. An empty cell means the default.',
      },
      plainColumn('What it means', { width: 80, wrap: true }),
    ],
    rows: keys.map((key) => [lines[key].label, valueOf(key, settings), lines[key].meaning]),
    cellRules: keys.flatMap((key, index) => {
      const { rule } = lines[key]
      return rule ? [{ row: index + 1, column: 1, rule }] : []
    }),
    protection: 'none',
  }
}

/** As a person would type it. */
function valueOf(key: keyof Settings, settings: Settings): string | number {
  if (key === 'fiscal_year_start')
    return monthNames[settings.fiscal_year_start - 1] ?? settings.fiscal_year_start
  return settings[key]
}
