import { describe, expect, it } from 'vitest'
import { SyncError } from '../../../../scripts/errors/SyncError.ts'
import { defaultConfig } from '../../../../scripts/private/config/config.ts'
import { parseConfig } from '../../../../scripts/private/config/parseConfig.ts'
import { readConfig } from '../../../../scripts/private/config/readConfig.ts'

const example = new URL('../../../../scripts/private/config/example.yaml', import.meta.url).pathname

describe('parseConfig', () => {
  it('reads the documented example', async () => {
    const config = await readConfig(example)
    expect(config.practice).toEqual({ name: 'Harbor Lane Family Medicine', time_zone: 'America/Chicago' })
    expect(config.as_of).toBe('2026-10-31')
    expect(config.tabs).toHaveLength(6)
    expect(config.tabs[2]).toEqual({ file: 'tebra-charges-*.csv', preset: 'kareo_charges', constants: {} })
    expect(config.tabs[3]).toMatchObject({ preset: 'adp_hours', pay_period: { days: 14, paid_after: 5 } })
    expect(config.tabs[1]).toMatchObject({
      dataset: 'payroll_summary',
      constants: { period_start: '2025-07-01' },
      scope: { FiscalYear: ['2026'] },
    })
    expect(config.maps.status).toEqual({ attended: 'completed', 'did not attend': 'no_show' })
  })

  it('reads where the site is, where the files of sharing lie and who sees names of providers', async () => {
    expect((await readConfig(example)).sharing).toEqual({
      site: 'https://numbers.harborlane.example/',
      readers: 'readers.yaml',
      provider_names: 'owners',
      signing_key: 'signing-key.pem',
    })
    expect(parseConfig('sharing: { site: "https://numbers.example/board" }', 'config.yaml').sharing).toEqual({
      site: 'https://numbers.example/board/',
    })
    expect(defaultConfig.sharing).toEqual({})
  })

  it('says what is wrong with the section on sharing', () => {
    const text =
      'sharing:\n  site: http://numbers.example/\n  reader: readers.yaml\n  signing_key: ""\n  provider_names: nobody\n'
    expect(mistakes(text)).toMatchInlineSnapshot(`
      [
        "config.yaml line 2: sharing.site: expected the address of the site: https, without a name, ? or # in it (this computer may be http).",
        "config.yaml line 3: sharing.reader: unknown key. Did you mean "readers"?",
        "config.yaml line 4: sharing.signing_key: expected at least 1.",
        "config.yaml line 5: sharing.provider_names: expected one of owners, everyone.",
      ]
    `)
  })

  it('takes no count of people as a constant', () => {
    const text =
      'tabs:\n  - file: a.csv\n    preset: aging_buckets\n    constants: { as_of: 2026-10-31, open_accounts: 400 }\n'
    expect(mistakes(text)).toEqual([expect.stringMatching(/open_accounts: .*must be a column of the report/)])
  })

  it('reads links of spreadsheets as their ids', async () => {
    const { sheets, tabs } = await readConfig(example)
    expect(sheets).toEqual({
      spreadsheets: [
        { link: '1HarborLaneSchedule0Example', volatile: false },
        { link: '1HarborLaneBilling0Example', volatile: true },
      ],
      status_workbook: '1HarborLaneStatus0Example',
      change_detection: true,
      deadline_minutes: 15,
      request_timeout_seconds: 90,
    })
    expect(tabs[5]).toMatchObject({ spreadsheet: '1HarborLaneBilling0Example', sheet_id: 1048576 })
  })

  it('says what is wrong with the section on Google Sheets', () => {
    const text = [
      'sheets:',
      '  spreadsheet: []',
      '  spreadsheets:',
      '    - link: https://example.com/workbook',
      '    - link: 1Charges',
      '      volatle: true',
      '  deadline_minutes: 0',
    ].join('\n')
    expect(mistakes(text)).toMatchInlineSnapshot(`
      [
        "config.yaml line 2: sheets.spreadsheet: unknown key. Did you mean "spreadsheets"?",
        "config.yaml line 4: sheets.spreadsheets[0].link: expected the link of a Google spreadsheet, or its id.",
        "config.yaml line 6: sheets.spreadsheets[1].volatle: unknown key. Did you mean "volatile"?",
        "config.yaml line 7: sheets.deadline_minutes: expected more than 0.",
      ]
    `)
    const again =
      'sheets:\n  spreadsheets:\n    - link: 1Charges\n    - link: 1Charges\n  status_workbook: 1Charges\n'
    expect(mistakes(again)).toMatchInlineSnapshot(`
      [
        "config.yaml line 4: sheets.spreadsheets[1].link: the same spreadsheet stands further up.",
        "config.yaml line 5: sheets.status_workbook: must be a spreadsheet of its own, because what is read must never be written to.",
      ]
    `)
  })

  it('refuses a pin that names no file and no spreadsheet, or a number without its spreadsheet', () => {
    const text = [
      'tabs:',
      '  - tab: Charges',
      '    dataset: charges',
      '  - sheet_id: 7',
      '    dataset: charges',
      '  - tab: Notes',
      '    ignore: true',
      '  - spreadsheet: 1Charges',
      '    sheetid: 7',
      '    dataset: charges',
    ].join('\n')
    expect(mistakes(text)).toMatchInlineSnapshot(`
      [
        "config.yaml line 2: tabs[0]: say which tab is meant: its "file", or its "spreadsheet" (the link) and "sheet_id".",
        "config.yaml line 4: tabs[1].sheet_id: add "spreadsheet", the link of the spreadsheet that has the tab of this number.",
        "config.yaml line 6: tabs[2]: say which tab is meant: its "file", or its "spreadsheet" (the link) and "sheet_id".",
        "config.yaml line 9: tabs[3].sheetid: unknown key. Did you mean "sheet_id"?",
      ]
    `)
  })

  it('takes an empty file for no wishes', () => {
    expect(parseConfig('', 'config.yaml')).toEqual(defaultConfig)
    expect(parseConfig('# nothing yet\n', 'config.yaml')).toEqual(defaultConfig)
    expect(defaultConfig.limits.rejected_share).toBe(0.05)
  })

  it('keeps a map key that looks like a number or a mark', () => {
    const config = parseConfig('maps:\n  status:\n    2: checked_in\n    "?": no_show\n', 'config.yaml')
    expect(config.maps.status).toEqual({ '2': 'checked_in', '?': 'no_show' })
  })

  it('names every mistake at once, with its key and line', () => {
    const text = [
      'practise: { name: A }',
      'settings:',
      '  full_time_hours: forty',
      '  late_cancel_hour: 24',
      'limits: { rejected_share: 5 }',
      'tabs:',
      '  - file: a.csv',
      '    dataset: charges',
      '    columns:',
      '      amout: Amount',
      '      units: { leter: F }',
      '  - file: b.csv',
      '    datset: charges',
      '  - file: c.csv',
      '    dataset: appointment',
      '  - file: d.csv',
      '    ignore: false',
      'maps:',
      '  status: { attended: done }',
    ].join('\n')
    expect(mistakes(text)).toMatchInlineSnapshot(`
      [
        "config.yaml line 1: practise: unknown key. Did you mean "practice"?",
        "config.yaml line 3: settings.full_time_hours: expected number, received string.",
        "config.yaml line 4: settings.late_cancel_hour: unknown key. Did you mean "late_cancel_hours"?",
        "config.yaml line 5: limits.rejected_share: expected at most 1.",
        "config.yaml line 10: tabs[0].columns.amout: unknown key. Known: charge_id, encounter_id, claim_id, patient_key, service_date, post_date, rendering_provider, location, cpt, modifiers, units, charge_amount, wrvu, payer, payer_class, is_void, last_modified, is_test.",
        "config.yaml line 11: tabs[0].columns.units: expected a header, or { letter: F }.",
        "config.yaml line 12: tabs[1].dataset: expected one of settings, map_header_alias, map_status, map_transaction_type, map_adjustment, map_visit_type, wrvu_table, providers, payers, staff, positions, coverage_rules, shifts, goals, budget, expenses, credentials, compliance_tasks, slots, templates, access_samples, appointments, wait_log, encounters, charges, transactions, claims, billing, billing_summary, aging, payroll, payroll_summary.",
        "config.yaml line 13: tabs[1].datset: unknown key. Did you mean "dataset"?",
        "config.yaml line 15: tabs[2].dataset: expected one of settings, map_header_alias, map_status, map_transaction_type, map_adjustment, map_visit_type, wrvu_table, providers, payers, staff, positions, coverage_rules, shifts, goals, budget, expenses, credentials, compliance_tasks, slots, templates, access_samples, appointments, wait_log, encounters, charges, transactions, claims, billing, billing_summary, aging, payroll, payroll_summary.",
        "config.yaml line 17: tabs[3].ignore: expected true.",
        "config.yaml line 19: maps.status: expected one of open_slot, scheduled, confirmed, checked_in, roomed, completed, no_show, cancelled, cancelled_late, rescheduled, left_unseen, blocked.",
      ]
    `)
  })

  it('says where the text is no YAML', () => {
    expect(mistakes('tabs:\n  - file: a\n   dataset: b\n')).toMatchInlineSnapshot(`
      [
        "config.yaml line 3: not valid YAML (Sequence item without - indicator).",
      ]
    `)
    expect(mistakes('as_of: 2026-10-31\nas_of: 2026-11-30\n')).toMatchInlineSnapshot(`
      [
        "config.yaml line 2: not valid YAML (Map keys must be unique).",
      ]
    `)
  })

  it('refuses a time zone and a date that do not exist', () => {
    expect(mistakes('practice: { time_zone: America/Gotham }\nas_of: 2026-02-30')).toMatchInlineSnapshot(`
      [
        "config.yaml line 1: practice.time_zone: expected an IANA time zone, such as America/Chicago.",
        "config.yaml line 2: as_of: expected a date, such as 2026-10-31.",
      ]
    `)
  })

  it('refuses a list where keys are expected', () => {
    expect(mistakes('- a\n- b\n')).toMatchInlineSnapshot(`
      [
        "config.yaml line 1: the file: expected object, received array.",
      ]
    `)
  })

  it('takes a section whose lines are all commented out as left out', () => {
    expect(parseConfig('practice:\n  # name: X\nsettings:\ntabs:\n', 'config.yaml')).toEqual(defaultConfig)
  })

  it('refuses an alias without its anchor, and a year that no practice is in', () => {
    expect(mistakes('as_of: *day\n')).toMatchInlineSnapshot(`
      [
        "config.yaml: not valid YAML (an alias, such as *name, has no anchor, or there are too many).",
      ]
    `)
    expect(mistakes('as_of: 9999-12-31\n')).toMatchInlineSnapshot(`
      [
        "config.yaml line 1: as_of: expected a date from 2000 to 2099.",
      ]
    `)
  })

  it('says which file it cannot read', async () => {
    await expect(readConfig('/nowhere/config.yaml')).rejects.toThrow(
      'The config file cannot be read: /nowhere/config.yaml.',
    )
  })
})

function mistakes(text: string): string[] {
  try {
    parseConfig(text, 'config.yaml')
  } catch (error) {
    if (error instanceof SyncError) return [error, ...error.others].map(({ message }) => message)
    throw error
  }
  return []
}
