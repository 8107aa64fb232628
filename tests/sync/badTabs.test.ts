import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inventedBilling, inventedSchedule, writeText } from './inventedPractice.ts'
import { canary, folderOptions, folderWith, configWith, refused, withColumn } from './lastGood.ts'

describe('tabs that cannot be: one clear message, exit 1, the last good bundle untouched', () => {
  it('a tab without a header, which the config says is the schedule', async () => {
    const folder = await folderWith('headless', (to) =>
      writeFile(join(to, 'export.csv'), `${canary},1,2\n${canary},3,4\n`),
    )
    const config = await configWith('headless', 'tabs:\n  - { file: export.csv, dataset: appointments }\n')
    expect(await refused(folderOptions(folder, config))).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched.

      ✗ No header row found in the first 15 rows of tab "export.csv".
        Put the column names into one of those rows: appointments needs appt_date, provider, status. If the tab is no data, add it under "tabs" in the config with "ignore: true".

      "
    `)
  })

  it('two columns that mean the same', async () => {
    const schedule = inventedSchedule()
    const doubled = {
      ...schedule,
      headers: [...schedule.headers, 'Status'],
      rows: schedule.rows.map((row) => [...row, canary]),
    }
    const folder = await folderWith('doubled', (to) => writeText(to, doubled))
    expect(await refused(folderOptions(folder))).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched.

      ✗ Tab "schedule.csv": columns G and I (row 1) both mean status.
        Rename one, or say which to use under "tabs" in the config: { file: schedule.csv, dataset: appointments, columns: { status: { letter: G } } }.

      "
    `)
  })

  it('a required column that is not there', async () => {
    const schedule = inventedSchedule()
    const headers = schedule.headers.map((header) => (header === 'Status' ? 'Remark' : header))
    const folder = await folderWith('missing', (to) => writeText(to, { ...schedule, headers }))
    expect(await refused(folderOptions(folder))).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched.

      ✗ Tab "schedule.csv", read as appointments with its header in row 1: required column status not found.
        Add status (also written appt status, apptstatus, visit status) to the header row, or name the column under "tabs" in the config: { file: schedule.csv, dataset: appointments, columns: { status: its header } }.

      "
    `)
  })

  it('rows of which every one is rejected', async () => {
    const folder = await folderWith('rejected', (to) =>
      writeText(to, withColumn(inventedSchedule(), 2, canary)),
    )
    expect(await refused(folderOptions(folder))).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched.

      ✗ Tab "schedule.csv": every row was rejected (60); most often column C (appt_date): not a date, the first in row 2.
        Type the date as month/day/year, such as 1/31/2026.

      Every rejected row: ../bundle-quarantine.csv
      "
    `)
  })

  it('a status that no map knows', async () => {
    const schedule = inventedSchedule()
    const rows = schedule.rows.map((row, index) =>
      row.map((cell, column) => (column === 6 && index === 7 ? canary : cell)),
    )
    const folder = await folderWith('status', (to) => writeText(to, { ...schedule, rows }))
    expect(await refused(folderOptions(folder))).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched.

      ✗ Tab "schedule.csv", column G (status): 1 row holds a value that no map knows, the first in row 9.
        Look at cell G9 and add its value to map_status (the tab, or maps.status in the config) as one of open_slot, scheduled, confirmed, checked_in, roomed, completed, no_show, cancelled, cancelled_late, rescheduled, left_unseen, blocked.

      Every rejected row: ../bundle-quarantine.csv
      "
    `)
  })

  it('a kind of transaction that no map knows', async () => {
    const billing = inventedBilling()
    const rows = billing.rows.map((row, index) =>
      row.map((cell, column) => (column === 2 && index % 40 === 5 ? canary : cell)),
    )
    const folder = await folderWith('type', (to) => writeText(to, { ...billing, rows }))
    expect(await refused(folderOptions(folder))).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched.

      ✗ Tab "billing.csv", column C (type): 3 rows hold a value that no map knows, the first in row 7.
        Look at cell C7 and add its value to map_transaction_type (the tab, or maps.transaction_type in the config) as one of charge, void_charge, insurance_payment, patient_payment, capitation, refund_patient, refund_payer, takeback, nsf_reversal, payment_reversal, adjustment, denial, transfer, interest, other_income.

      Every rejected row: ../bundle-quarantine.csv
      "
    `)
  })

  it('a column that looks like a number of rows and only counts the lines of a claim', async () => {
    const billing = inventedBilling()
    const counted = {
      ...billing,
      rows: billing.rows.map((row, index) => [String((index % 3) + 1), ...row.slice(1)]),
    }
    const folder = await folderWith('counted', (path) => writeText(path, counted))
    expect(await refused(folderOptions(folder))).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched.

      ✗ Tab "billing.csv": of 120 rows, 117 have the number of another row (column A, line_id) and other contents, and nothing says which is newer (rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 107 more). Only one row of each number would count.
        If the column does not number every row by itself (it counts the lines of a claim, say), rename its header so that it is not read. If the rows are corrections, remove the older ones or add a column "Last Modified", or allow more with limits.rejected_share in the config.

      "
    `)
  })
})
