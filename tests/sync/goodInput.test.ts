import { mkdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openParts } from '../helpers/openParts.ts'
import { folderBytes, readCubeTables } from '../helpers/syncFolder.ts'
import { inventedBilling, inventedSchedule, writeText } from './inventedPractice.ts'
import { runSync, withoutPaths } from './runSync.ts'
import { canary, root, view, good, out, goodRun, owner, folderOptions } from './lastGood.ts'

describe('a good run', () => {
  it('ends with 0 and a summary on one screen', () => {
    expect(goodRun.stderr).toBe('')
    expect(goodRun.code).toBe(0)
    // How many cubes there are, how large they are and how many sums were merged is not this test's matter.
    const summary = goodRun.stdout
      .replace(/\d+ cubes, \d+ kB/, '<cubes>')
      .replace(/[\d,]+ sums checked, [\d,]+ merged, [\d,]+ totals shown nowhere/, '<sums>')
    expect(withoutPaths(summary, root)).toMatchInlineSnapshot(`
      "Practice Vitals · Two Rivers Clinic · as of 2026-10-31 · 2026-09 to 2026-10

      file or tab   taken for     rows  counted  rejected  aside
      billing.csv   billing        120      120         0      0
      payroll.csv   payroll         32       32         0      0
      schedule.csv  appointments    60       60         0      0

      Rows:     212 read = 212 included + 0 rejected + 0 duplicate + 0 out of scope + 0 blank
      Amounts:  $40,738.00 of data = $40,738.00 included + $0.00 rejected + $0.00 duplicate (payments and
                adjustments deducted)

      Note:     Tab "payroll.csv": nothing says in which role some of its employees work (the first in row
                2), so that owners and providers among them count as staff. Add them to the Staff tab,…
      Note:     Sites kept private: 2. Fewer than 11 patients stand behind the name, or it looks like a
                number, an address or a date: call sites by words.

      Privacy:  <sums>
                smallest group shown: 11 patients, 5 on the payroll; more in ../bundle-audit.txt
      Sealed <cubes> in ../bundle, and signed for fourteen days; each run signs anew.
      To look at it on this computer:
        npm run serve -- --bundle ../bundle
      then open a link of npm run share, with the address that the command tells in the place of the site.
      Opens for: Test owner (owner)
      "
    `)
  })

  it('says the same as JSON, and keeps the bundle in a private folder of the project if nothing else is said', async () => {
    const run = await runSync(view, [...folderOptions(good), '--json'])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(run.stdout)).toMatchObject({
      ok: true,
      demo: false,
      out: 'data/private/bundle',
      totals: { rows: { read: 212, included: 212, quarantined: 0 } },
    })
    const bundle = join(view, 'data/private/bundle')
    expect((await stat(bundle)).mode & 0o777).toBe(0o700)
    expect(await readCubeTables(bundle, owner)).toEqual(await readCubeTables(out, owner))
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

  it('writes nothing when it is a dry run, and needs no --source where a folder is named', async () => {
    const folder = join(root, 'dry')
    const options = folderOptions(good).slice(2)
    const run = await runSync(view, [...options, '--out', folder, '--dry-run'])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout).toContain('Two Rivers Clinic')
    expect(run.stdout).toContain('Dry run: ')
    expect(run.stdout).toContain('nothing was written')
    await expect(stat(folder)).rejects.toThrow('ENOENT')
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
