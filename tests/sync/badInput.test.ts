import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CFB } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Access } from '../../src/bundle/access.ts'
import { letIn } from '../helpers/letIn.ts'
import { openParts } from '../helpers/openParts.ts'
import { folderBytes, readCubeTables, temporaryFolder } from '../helpers/syncFolder.ts'
import {
  inventedBilling,
  inventedConfigText,
  inventedSchedule,
  inventedTabs,
  writeText,
  writeWorkbook,
  type InventedTab,
} from './inventedPractice.ts'
import { projectView, runSync, withoutPaths, type CommandRun } from './runSync.ts'

/** What no output may hold: it is planted as a cell's value. */
const canary = 'Zebulon-Quagga-7731'

let root = ''
let view = ''
let good = ''
let out = ''
let goodRun: CommandRun
let owner: Access

beforeAll(async () => {
  root = await temporaryFolder()
  good = join(root, 'good')
  view = await projectView(join(root, 'project'))
  out = join(root, 'bundle')
  await mkdir(good)
  for (const tab of inventedTabs()) await writeText(good, tab)
  await writeFile(join(root, 'config.yaml'), inventedConfigText())
  owner = await letIn(join(root, 'config.yaml'), { project: view })
  goodRun = await runSync(view, [...folderOptions(good), '--out', out])
})
afterAll(() => rm(root, { recursive: true, force: true }))

function folderOptions(folder: string, config = join(root, 'config.yaml')): string[] {
  return ['--source', 'folder', '--folder', folder, '--config', config]
}

/** A copy of the good folder with other files put in. */
async function folderWith(name: string, change: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(root, name)
  await mkdir(folder)
  for (const file of await readdir(good)) await copyFile(join(good, file), join(folder, file))
  await change(folder)
  return folder
}

/** A config of its own: the good one and further lines. */
async function configWith(name: string, more: string): Promise<string> {
  const path = join(root, `${name}.yaml`)
  await writeFile(path, inventedConfigText(more))
  return path
}

/** Runs on the last good bundle; what went wrong is told, and the bundle is as it was. */
async function refused(options: readonly string[]): Promise<string> {
  const before = await folderBytes(out)
  expect(Object.keys(before)).toContain('manifest.json')
  const run = await runSync(view, [...options, '--out', out])
  expect(run.code).toBe(1)
  expect(run.stdout).toBe('')
  expect(await folderBytes(out)).toEqual(before)
  expect(run.stderr).not.toContain(canary)
  return withoutPaths(run.stderr, root)
}

function withColumn(tab: InventedTab, column: number, text: string): InventedTab {
  return { ...tab, rows: tab.rows.map((row) => row.map((cell, index) => (index === column ? text : cell))) }
}

describe('a good run', () => {
  it('ends with 0 and a summary on one screen', () => {
    expect(goodRun.stderr).toBe('')
    expect(goodRun.code).toBe(0)
    // How many cubes there are and how large they are is not this test's matter.
    const summary = goodRun.stdout.replace(/\d+ cubes, \d+ kB/, '<cubes>')
    expect(withoutPaths(summary, root)).toMatchInlineSnapshot(`
      "Practice Vitals · Two Rivers Clinic · as of 2026-10-31 · 2026-09 to 2026-10

      tab       read as       header  rows  included  rejected  duplicate  blank  out of scope
      schedule  appointments       1    60        60         0          0      0             0
      billing   billing            1   120       120         0          0      0             0
      payroll   payroll            1    32        32         0          0      0             0

      Rows:    212 read = 212 included + 0 rejected + 0 duplicate + 0 out of scope + 0 blank
      Amounts: $40,738.00 of data = $40,738.00 included + $0.00 rejected + $0.00 duplicate (payments and adjustments deducted)

      Sealed <cubes> in ../bundle, and signed for fourteen days; each run signs anew. To look at it on this computer:
        npm run serve -- --bundle ../bundle
      then open a link of npm run share, with the address that the command tells in the place of the site.
      Opens for: Test owner (owner)
      "
    `)
  })

  it('says the same as JSON', async () => {
    const run = await runSync(view, [...folderOptions(good), '--out', out, '--json'])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(run.stdout)).toMatchObject({
      ok: true,
      demo: false,
      out: '../bundle',
      totals: { rows: { read: 212, included: 212, quarantined: 0 } },
    })
  })

  it('keeps the bundle in a private folder of the project, if nothing else is said', async () => {
    const run = await runSync(view, folderOptions(good))
    expect(run).toMatchObject({ code: 0, stderr: '' })
    const bundle = join(view, 'data/private/bundle')
    expect(run.stdout).toContain('Sealed')
    expect((await stat(bundle)).mode & 0o777).toBe(0o700)
    expect(await readCubeTables(bundle, owner)).toEqual(await readCubeTables(out, owner))
  })

  it('needs no --source where a folder is named', async () => {
    const options = folderOptions(good).slice(2)
    const run = await runSync(view, [...options, '--out', join(root, 'implied'), '--dry-run'])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout).toContain('Two Rivers Clinic')
  })

  it('stands, though the list of rejected rows cannot be written', async () => {
    const folder = join(root, 'no-list')
    await mkdir(`${folder}-quarantine.csv`)
    const run = await runSync(view, [...folderOptions(good), '--out', folder])
    expect(run.code).toBe(0)
    expect(run.stdout).toContain('Sealed')
    expect(run.stderr).toBe(
      'Note: the list of rejected rows could not be written to ../no-list-quarantine.csv.\n',
    )
  })

  it('writes nothing when it is a dry run', async () => {
    const folder = join(root, 'dry')
    const run = await runSync(view, [...folderOptions(good), '--out', folder, '--dry-run'])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout).toContain('Dry run: ')
    expect(run.stdout).toContain('nothing was written')
    await expect(stat(folder)).rejects.toThrow('ENOENT')
  })
})

describe('bad input: one clear message, exit 1, the last good bundle untouched', () => {
  it('no folder named', async () => {
    expect(await refused(['--source', 'folder'])).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched.

      ✗ No folder named.
        Say where the spreadsheets lie: --source folder --folder <dir>

      "
    `)
  })

  it('a folder for the demo practice', async () => {
    expect(await refused(['--source', 'demo', '--folder', good])).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched.

      ✗ The demo practice is read from no folder.
        Leave --folder away, or say --source folder.

      "
    `)
  })

  it('a folder that does not exist', async () => {
    expect(await refused(folderOptions(join(root, 'nowhere')))).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched.

      ✗ Folder not found: "<folder>/nowhere".
        Check the path of the folder, then sync again.

      "
    `)
  })

  it('a folder without spreadsheets', async () => {
    const folder = join(root, 'empty')
    await mkdir(folder)
    expect(await refused(folderOptions(folder))).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched.

      ✗ No spreadsheet in the folder "<folder>/empty".
        Put at least one XLSX, XLS, ODS, CSV, TSV or TXT file into it; sub-folders are not searched.

      "
    `)
  })

  it('a file that is no workbook', async () => {
    const folder = await folderWith('garbage', (to) =>
      writeFile(join(to, 'payroll.xlsx'), Buffer.from(`${canary} is not a zip file`)),
    )
    expect(await refused(folderOptions(folder))).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched.

      ✗ "payroll.xlsx" is not a workbook, whatever its ending says.
        Open it in a spreadsheet program and save it as XLSX; if it holds plain text, give it the ending .csv.

      "
    `)
  })

  it('a workbook that was cut off', async () => {
    const folder = await folderWith('cut', async (to) => {
      await writeWorkbook(to, 'practice.xlsx', inventedTabs())
      const bytes = await readFile(join(to, 'practice.xlsx'))
      await writeFile(join(to, 'practice.xlsx'), bytes.subarray(0, bytes.length / 2))
    })
    expect(await refused(folderOptions(folder))).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched.

      ✗ "practice.xlsx" cannot be read as a workbook: it is damaged, too large or of another kind.
        Open it in a spreadsheet program and save it again as XLSX; save a very large sheet as CSV instead.

      "
    `)
  })

  it('a workbook with a password', async () => {
    const folder = await folderWith('locked', (to) => writeFile(join(to, 'payroll.xlsx'), lockedWorkbook()))
    expect(await refused(folderOptions(folder))).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched.

      ✗ "payroll.xlsx" is protected by a password.
        Open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt with Password) and save it.

      "
    `)
  })

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

      ✗ Tab "billing.csv": of 120 rows, 117 have the number of a lower row (column A, line_id) and other contents. Only the lowest row of each number would count.
        If the column does not number every row by itself (it counts the lines of a claim, say), rename its header so that it is not read. If the rows are corrections, remove the older ones, or allow more with limits.rejected_share in the config.

      "
    `)
  })

  it('a config that does not exist', async () => {
    expect(await refused(folderOptions(good, join(root, 'nowhere.yaml')))).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched.

      ✗ The config file cannot be read: <folder>/nowhere.yaml.
        Check the path that --config names.

      "
    `)
  })

  it('a config with mistyped keys: every one is named, with its line', async () => {
    const config = await configWith(
      'mistyped',
      `setings:
  maturity_days: 90
tabs:
  - file: schedule.csv
    dataset: appointments
    colums:
      provider: Provider
  - file: billing.csv
    dataset: billing
    columns:
      amout: Amount
`,
    )
    expect(await refused(folderOptions(good, config))).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched (3 problems).

      ✗ mistyped.yaml line 5: setings: unknown key. Did you mean "settings"?
        The keys are explained in scripts/private/config/example.yaml.

      ✗ mistyped.yaml line 10: tabs[0].colums: unknown key. Did you mean "columns"?
        The keys are explained in scripts/private/config/example.yaml.

      ✗ mistyped.yaml line 15: tabs[1].columns.amout: unknown key. Did you mean "amount"?
        The keys are explained in scripts/private/config/example.yaml.

      "
    `)
  })

  it('several mistakes in several tabs are told at once', async () => {
    const schedule = inventedSchedule()
    const billing = inventedBilling()
    const folder = await folderWith('several', async (to) => {
      await writeText(to, {
        ...schedule,
        headers: schedule.headers.map((header) => (header === 'Date' ? 'When' : header)),
      })
      await writeText(to, {
        ...billing,
        headers: billing.headers.map((header) => (header === 'Posted' ? 'Entered' : header)),
      })
    })
    expect(await refused(folderOptions(folder))).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched (2 problems).

      ✗ Tab "billing.csv", read as billing with its header in row 1: required column post_date not found.
        Add post_date (also written posting date, posted, date posted) to the header row, or name the column under "tabs" in the config: { file: billing.csv, dataset: billing, columns: { post_date: its header } }.

      ✗ Tab "schedule.csv", read as appointments with its header in row 1: required column appt_date not found.
        Add appt_date (also written appointment date, apptdate, date) to the header row, or name the column under "tabs" in the config: { file: schedule.csv, dataset: appointments, columns: { appt_date: its header } }.

      "
    `)
  })

  it('an output inside the site', async () => {
    const inside = join(view, 'public', 'bundle')
    const run = await runSync(view, [...folderOptions(good), '--out', inside])
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(withoutPaths(run.stderr, root)).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched.

      ✗ The folder public/ is part of the site and must not hold a real practice's numbers.
        Leave --out away (the bundle then goes to data/private/bundle), or name a private folder.

      "
    `)
    await expect(stat(inside)).rejects.toThrow('ENOENT')
  })

  it('as JSON where JSON is asked for', async () => {
    const before = await folderBytes(out)
    const run = await runSync(view, [...folderOptions(join(root, 'nowhere')), '--out', out, '--json'])
    expect(run).toMatchObject({ code: 1, stderr: '' })
    expect(JSON.parse(withoutPaths(run.stdout, root))).toMatchInlineSnapshot(`
      {
        "ok": false,
        "problems": [
          {
            "hint": "Check the path of the folder, then sync again.",
            "message": "Folder not found: "<folder>/nowhere".",
          },
        ],
      }
    `)
    expect(await folderBytes(out)).toEqual(before)
  })
})

describe('a value that no one may see', () => {
  it('is in no output, no list of rejected rows and no published byte', async () => {
    const schedule = inventedSchedule()
    const billing = inventedBilling()
    const planted = [
      {
        ...schedule,
        headers: [...schedule.headers, 'Patient Name', 'Remarks'],
        rows: schedule.rows.map((row, index) => [
          `${canary}-a${String(index)}`,
          `${canary}-p${String(index % 9)}`,
          index === 3 ? `${canary}-day` : (row[2] ?? ''),
          ...row.slice(3),
          `${canary} Smith`,
          `called ${canary} back`,
        ]),
      },
      {
        ...billing,
        rows: billing.rows.map((row, index) =>
          row.map((cell, column) => {
            if (column === 0 || column === 1) return `${canary}-${cell}`
            if (column === 7 && index === 11) return `${canary}-amount`
            return column === 8 && index % 9 === 2 ? `${canary}-reason` : cell
          }),
        ),
      },
    ]
    const folder = join(root, 'planted')
    await mkdir(folder)
    for (const tab of planted) await writeText(folder, tab)
    const bundle = join(root, 'planted-bundle')
    const run = await runSync(view, [...folderOptions(folder), '--out', bundle, '--json'])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    const summary = JSON.parse(run.stdout) as { totals: unknown; quarantine: string }
    expect(summary.totals).toMatchObject({ rows: { quarantined: 2, included: 178 } })
    expect(run.stdout).not.toContain(canary)
    const rejected = await readFile(resolve(view, summary.quarantine), 'utf8')
    expect(rejected.trim().split('\n')).toHaveLength(3)
    expect(rejected).not.toContain(canary)
    for (const bytes of Object.values(await folderBytes(join(view, 'data')))) {
      expect(Buffer.from(bytes, 'base64').includes(canary)).toBe(false)
    }
    for (const bytes of Object.values(await folderBytes(bundle))) {
      expect(Buffer.from(bytes, 'base64').includes(canary)).toBe(false)
    }
    for (const { bytes } of await openParts(bundle, owner)) {
      expect(Buffer.from(bytes).includes(canary)).toBe(false)
    }
    const cells = (await readCubeTables(bundle, owner)).flatMap(({ columns }) =>
      Object.values(columns).flat(),
    )
    expect(cells.length).toBeGreaterThan(100)
    expect(cells.filter((cell) => String(cell).includes(canary))).toEqual([])
  })
})

/** What is used of SheetJS's writer of compound files, which it ships without types. */
interface CompoundFiles {
  readonly utils: {
    cfb_new(): unknown
    cfb_add(file: unknown, path: string, content: Buffer): void
  }
  write(file: unknown, options: { type: 'buffer' }): Buffer
}

/** An OOXML file as Excel encrypts it: a compound file with two streams, here of noise. */
function lockedWorkbook(): Buffer {
  const compound = CFB as CompoundFiles
  const file = compound.utils.cfb_new()
  const noise = Buffer.from(Array.from({ length: 6000 }, (_, index) => (index * 197 + 31) % 251))
  const version = Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0])
  compound.utils.cfb_add(file, '/EncryptionInfo', Buffer.concat([version, Buffer.from('<encryption/>')]))
  compound.utils.cfb_add(file, '/EncryptedPackage', noise)
  return compound.write(file, { type: 'buffer' })
}
