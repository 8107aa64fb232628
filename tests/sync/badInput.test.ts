import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lockedWorkbook } from '../helpers/lockedWorkbook.ts'
import { folderBytes } from '../helpers/syncFolder.ts'
import {
  inventedBilling,
  inventedSchedule,
  inventedTabs,
  writeText,
  writeWorkbook,
} from './inventedPractice.ts'
import { runSync, withoutPaths } from './runSync.ts'
import { canary, root, view, good, out, folderOptions, folderWith, configWith, refused } from './lastGood.ts'

describe('folders and files that cannot be: one clear message, exit 1, the last good bundle untouched', () => {
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
        Put at least one XLSX, XLS, ODS, CSV, TSV or TXT file into it, or a remittance (835); sub-folders are not searched.

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
    const folder = await folderWith('locked', (to) =>
      writeFile(join(to, 'payroll.xlsx'), lockedWorkbook('noise')),
    )
    expect(await refused(folderOptions(folder))).toMatchInlineSnapshot(`
      "Refused: nothing was published, the last good bundle is untouched.

      ✗ "payroll.xlsx" is protected by a password.
        Open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt with Password) and save it.

      "
    `)
  })
})

describe('a wrong config, or several mistakes at once: one clear message, exit 1, the last good bundle untouched', () => {
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

      ✗ The folder public/ is part of the site, or published with it, and must not hold a real practice's numbers.
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
