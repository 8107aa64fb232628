import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { presetIds } from '../../scripts/private/presets/presets.ts'
import { everyReport } from '../presets/reports/everyReport.ts'
import { reportFile, reportsConfig } from '../presets/reports/reportFile.ts'
import { projectView, runSync, type CommandRun } from './runSync.ts'

// A folder with one file of every preset, and two that no preset knows: payers, and a list that is no data.

const others: Readonly<Record<string, string>> = {
  'payers.csv': 'Payer ID,Name,Class\nA,Acme,Commercial\nM,Medicare,Medicare\n',
  'phone list.csv': 'Desk,Extension\nFront,12\nBilling,14\n',
}
const root = await mkdtemp(join(tmpdir(), 'reports-'))
const folder = join(root, 'exports')
let run: CommandRun

beforeAll(async () => {
  await mkdir(folder)
  for (const report of everyReport) await writeFile(join(folder, report.file), reportFile(report))
  for (const [name, text] of Object.entries(others)) await writeFile(join(folder, name), text)
  await writeFile(join(root, 'practice.yaml'), reportsConfig(everyReport))
  const view = await projectView(join(root, 'project'))
  const config = ['--config', join(root, 'practice.yaml')]
  run = await runSync(view, ['--source', 'folder', '--folder', folder, ...config, '--dry-run'])
})

afterAll(() => rm(root, { recursive: true, force: true }))

describe('a folder with one file of every preset', () => {
  it('has a report of each, which tests/presets/reports/everyReport.ts lists', () => {
    expect(presetIds.filter((id) => everyReport.every(({ preset }) => preset !== id))).toEqual([])
  })

  it('is read, and told on one screen: each file, then what is wrong, what was published and what to do next', () => {
    expect(run).toMatchObject({ code: 0, stderr: '' })
    // How many cubes there are and how many sums were merged is not this test's matter.
    const summary = run.stdout
      .replace(/\d+ cubes, \d+ kB/, '<cubes>')
      .replace(/[\d,]+ sums checked, [\d,]+ merged, [\d,]+ totals shown nowhere/, '<sums>')
    expect(summary).toMatchInlineSnapshot(`
      "Practice Vitals · Two Rivers Clinic · as of 2026-11-01 · 2026-09 to 2026-10

      file or tab                                    taken for              rows  counted  rejected  aside
      PIVOT_BillingTransactions_Invented_202610.txt  PIVOT template            6        7         0      2
      PIVOT_Billing_Invented_202610.txt              PIVOT template           11       11         0      0
      adp-hours.csv                                  ADP hours and earnin…     5        6         0      2
      collaboratemd-appointments.csv                 CollaborateMD appoin…     5        5         0      0
      ecw-appointments.csv                           eClinicalWorks list…      2        0         0      2
      gusto-journal.csv                              Gusto payroll journal     9        8         0      6
      openemr-appts-without-address.csv              OpenEMR appointments      9        0         0      9
      openemr-appts.csv                              OpenEMR appointments      9        8         0      1
      phone list.csv                                 left out                  -        -         -      -
      acme.835                                       X12 835 remittances      14       14         0      0
        and 17 more: PIVOT_BillingCharges_Invented_202610.txt, PIVOT_Scheduling_Invented_202610.txt,
          aging-buckets.csv, aging-to-90.csv, athena-appointments.csv, drchrono-lines.csv,
          ecw-encounters.csv, ecw-payments.csv, ecw-summary.csv, ecw-wait-times.csv,
          openemr-collections.csv, paychex-journal.csv, paychex-lines.csv, payers.csv,
          quickbooks-summary.xlsx, tebra-appointments.csv, tebra-charges.csv
        (A row of a wide report counts as several: a charge, and each payment on it.)

      Rows:     229 read = 126 included + 0 rejected + 10 duplicate + 31 out of scope + 62 blank
      Amounts:  $19,978.06 of data = $19,978.06 included + $0.00 rejected + $0.00 duplicate (payments and
                adjustments deducted)
                $14,257.06 more in total rows, test patients and rows outside "scope": not counted.
      Totals:   35 totals in the files agree with their rows

      Left out: Tab "phone list.csv" was left out: neither its name nor its headers say what it holds. If
                it matters, name its dataset under "tabs" in the config.
      Unknown:  appointments.visit_type: 1 value on 2 rows; the first in athena-appointments, H3. Add to
                map_visit_type
      Note:     Remittances: $88.00 that earlier payers had settled are left out; they are in those
                payers' remittances.
                and more: 42 notes. With --json, all are printed.

      Privacy:  <sums>
                smallest group shown: 11 patients
      Dry run: <cubes> would be published; nothing was written.
      Next:     say what the tab is that was left out, with npm run setup; look at the 2 tabs of which no
                row counts; say what 1 unknown value means, in the map and payers tabs; then sync again,
                without --dry-run to publish.
      "
    `)
  })

  it('fits the screen', () => {
    const lines = run.stdout.trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(40)
    expect(lines.filter((line) => line.length > 100)).toEqual([])
  })

  it('has each file in the table once', () => {
    const [table = ''] = run.stdout.split('\n').slice(2).join('\n').split('\n\n')
    const files = [...everyReport.map(({ file }) => file), ...Object.keys(others)]
    const whole = table.replaceAll('\n    ', ' ')
    expect(files.map((file) => [file, whole.split(file).length - 1])).toEqual(files.map((file) => [file, 1]))
  })
})
