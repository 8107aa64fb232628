import { describe, expect, it } from 'vitest'
import { metrics } from '../../../src/metrics/metrics.ts'
import { defaultConfig } from '../../../scripts/private/config/config.ts'
import { contracts } from '../../../scripts/private/contracts/contracts.ts'
import { datasets } from '../../../scripts/private/contracts/dataset.ts'
import {
  adjustmentCategories,
  appointmentStatuses,
  billingLineTypes,
  visitGroups,
} from '../../../scripts/private/contracts/vocabularies.ts'
import { folderSource } from '../../../scripts/private/sources/folderSource.ts'
import { recogniseTabs } from '../../../scripts/private/validate/recogniseTabs.ts'
import { templateTabs } from '../../../scripts/template/templateTabs.ts'
import type { ColumnRule, TemplateTab } from '../../../scripts/template/templateTab.ts'
import { writeTemplateXlsx } from '../../../scripts/template/writeTemplateXlsx.ts'
import { spreadsheetFolder } from '../../helpers/spreadsheetFolder.ts'
import { filledTemplate, sampleValue } from './filledTemplate.ts'

const tabs = templateTabs()
const dataTabs = tabs.filter(({ dataset }) => dataset !== null)

describe('the template', () => {
  it('has a tab for every dataset that a person fills in', () => {
    const elsewhere = ['billing', 'billing_summary', 'payroll_summary', 'wait_log', 'wrvu_table']
    const covered = dataTabs.map(({ dataset }) => dataset)
    expect(covered.toSorted()).toEqual(datasets.filter((name) => !elsewhere.includes(name)).toSorted())
  })

  it('asks for every field but those filled from another column or by a system, and those whose blanks say something', () => {
    const filled = [
      'visit_group',
      'payer_class',
      'note_signed',
      'note_signed_at',
      'last_modified',
      'end_time',
    ]
    for (const { dataset, columns } of dataTabs) {
      if (dataset === null) continue
      const asked = columns.map(({ field }) => field)
      // People type how many accounts each total has; systems write invoices, or a line of totals with one count.
      const written = dataset === 'aging' ? ['invoice_id', 'service_date', 'age_days', 'open_accounts'] : []
      const missing = Object.keys(contracts[dataset].fields).filter(
        (field) => !asked.includes(field) && !written.includes(field),
      )
      expect({ dataset, missing: missing.filter((field) => !filled.includes(field)) }).toEqual({
        dataset,
        missing: [],
      })
    }
  })

  it('begins with the guide and the settings, and ends with the control tab', () => {
    expect(tabs.map(({ name }) => name)).toMatchInlineSnapshot(`
      [
        "Read me",
        "Settings",
        "Schedule",
        "Encounters",
        "Charges",
        "Transactions",
        "Claims",
        "Payroll",
        "Staff",
        "Positions",
        "Shifts",
        "Coverage rules",
        "Providers",
        "Payers",
        "Goals",
        "Expenses",
        "Budget",
        "Aging",
        "Slots",
        "Templates",
        "Access samples",
        "Credentials",
        "Compliance tasks",
        "map_status",
        "map_transaction_type",
        "map_adjustment",
        "map_visit_type",
        "map_header_alias",
        "Words",
        "_control",
      ]
    `)
  })

  it('every header of every tab is recognised as exactly its field, without a config', async () => {
    // The maps come with a line of their own, and only a real field would do in another.
    const empty = dataTabs.filter(({ rows }) => rows.length === 0)
    const rows = empty.map((tab): [string, Record<string, string | number>[]] => [
      tab.name,
      [Object.fromEntries(tab.columns.map((column) => [column.header, sampleValue(column)]))],
    ])
    const bytes = filledTemplate(await writeTemplateXlsx(tabs), tabs, Object.fromEntries(rows))
    const source = folderSource(await spreadsheetFolder({ 'practice.xlsx': bytes }))
    const found = await recogniseTabs(await source.tabs(), defaultConfig)
    expect(found.refusals).toEqual([])
    const shape = found.tabs.map(({ tab, dataset, headerRow, columns }) => ({
      tab: tab.name,
      dataset,
      headerRow,
      columns: columns.map(({ field, header }) => `${header} = ${field}`),
    }))
    expect(shape).toEqual(
      dataTabs.map(({ name, dataset, columns }) => ({
        tab: name,
        dataset,
        headerRow: 1,
        columns: columns.flatMap(({ field, header }) => (field === null ? [] : [`${header} = ${field}`])),
      })),
    )
  })

  it('asks for every required field, and marks exactly those as required', () => {
    for (const { dataset, columns } of dataTabs) {
      if (dataset === null) continue
      const required = Object.entries(contracts[dataset].fields).filter(([, field]) => field.required)
      const marked = columns.filter((column) => column.required).map(({ field }) => field)
      expect({ dataset, marked: marked.toSorted() }).toEqual({
        dataset,
        marked: required.map(([name]) => name).toSorted(),
      })
    }
  })

  it('every list is the vocabulary of its field, without the words that the sync writes itself', () => {
    const maps: Readonly<Record<string, readonly string[]>> = {
      'map_status.canonical': appointmentStatuses,
      'map_transaction_type.canonical': billingLineTypes,
      'map_adjustment.canonical': adjustmentCategories,
      'map_visit_type.canonical': visitGroups,
      'goals.metric': metrics.map(({ label }) => label),
    }
    let count = 0
    for (const { dataset, columns } of dataTabs) {
      for (const { field: name, rule } of columns) {
        if (dataset === null || name === null || name === 'map_dataset') continue
        const field = contracts[dataset].fields[name]
        const own = field?.kind === 'boolean' || field?.kind === 'marker' ? ['yes', 'no'] : undefined
        const words = maps[`${dataset}.${name}`] ?? own ?? field?.values
        const list = rule?.kind === 'list' ? rule.words : undefined
        const standIns = ['unmapped', 'none_given']
        expect({ dataset, name, list }).toEqual({
          dataset,
          name,
          list: words?.filter((word) => !standIns.includes(word)),
        })
        if (list) count += 1
      }
    }
    expect(count).toBeGreaterThan(25)
  })

  it('a list only warns exactly where another word may be understood', () => {
    const warned = dataTabs.flatMap((tab) =>
      tab.columns.flatMap(({ header, rule }) => (isSoftList(rule) ? [`${tab.name}: ${header}`] : [])),
    )
    expect(warned).toMatchInlineSnapshot(`
      [
        "Schedule: Status",
        "Schedule: New Patient",
        "Schedule: Telehealth",
        "Schedule: Test Patient",
        "Encounters: Visit Status",
        "Encounters: Test Patient",
        "Charges: Void",
        "Charges: Test Patient",
        "Transactions: Transaction Type",
        "Transactions: Adjustment Reason",
        "Transactions: Void",
        "Claims: Test Patient",
        "Payroll: Owner",
        "Staff: Owner",
        "Goals: Metric",
        "Expenses: Owner Expense",
        "Slots: Available",
      ]
    `)
  })

  it('numbers of patients, claims, charges and people are text', () => {
    const formats = dataTabs.flatMap(({ dataset, columns }) =>
      columns.flatMap(({ field, format }) => {
        const kind = dataset === null || field === null ? undefined : contracts[dataset].fields[field]?.kind
        return kind === 'id' ? [format] : []
      }),
    )
    expect(formats.length).toBeGreaterThan(20)
    expect(new Set(formats)).toEqual(new Set(['text']))
  })

  it('its notes speak of dollars and hours, not of the units of the ledger', () => {
    const notes = tabs.flatMap(({ columns }) => columns.flatMap(({ note }) => note ?? [])).join('\n')
    expect(notes).not.toMatch(/\bcents?\b|hundredth|private side|through the map/i)
    expect(notes).toMatch(/in dollars/)
  })

  it('says everything short enough for a spreadsheet: notes, messages, titles', () => {
    for (const { name, columns, cellRules } of tabs) {
      expect(name.length).toBeLessThanOrEqual(31)
      const rules = [...columns.map(({ rule }) => rule), ...cellRules.map(({ rule }) => rule)]
      for (const rule of rules) expect(rule?.message.length ?? 0).toBeLessThanOrEqual(255)
      for (const { note } of columns) expect(note?.length ?? 0).toBeLessThan(2000)
    }
  })

  it('every line of the control tab names a header that exists, and counts that column', () => {
    const control = tabs.find(({ kind }) => kind === 'control')
    const lines = control?.rows ?? []
    for (const [name, header, cells, sum] of lines) {
      const tab = tabs.find((one) => one.name === name)
      const index = tab?.columns.findIndex((column) => column.header === header) ?? -1
      expect(index).toBeGreaterThanOrEqual(0)
      const letter = String.fromCharCode(65 + index)
      const range = `'${tab?.name ?? ''}'!${letter}:${letter}`
      expect(cells).toEqual({ formula: `=ROWS(${range})-COUNTBLANK(${range})-1` })
      if (sum !== null) expect(sum).toEqual({ formula: `=SUM(${range})` })
    }
    const counted = new Set(lines.map(([name]) => name))
    expect(counted).toEqual(new Set(tabs.filter(({ kind }) => kind === 'data').map(({ name }) => name)))
    const money = dataTabs.filter(({ dataset }) => dataset !== null && contracts[dataset].control !== null)
    expect(lines.filter(([, , , sum]) => sum !== null)).toHaveLength(money.length)
  })

  it('the tab of words lists every word of every list', () => {
    const words = new Set(tabs.find(({ kind }) => kind === 'words')?.rows.map(([, word]) => word))
    const all = tabs.flatMap(listsOf)
    expect(all.filter((word) => !words.has(word))).toEqual([])
  })
})

function isSoftList(rule: ColumnRule | null): boolean {
  return rule?.kind === 'list' && !rule.strict
}

function listsOf({ columns, cellRules }: TemplateTab): readonly string[] {
  const rules = [...columns.map(({ rule }) => rule), ...cellRules.map(({ rule }) => rule)]
  return rules.flatMap((rule) => (rule?.kind === 'list' ? rule.words : []))
}
