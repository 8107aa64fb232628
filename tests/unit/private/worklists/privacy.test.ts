import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parseConfig } from '../../../../scripts/private/config/parseConfig.ts'
import { sync } from '../../../../scripts/sync/sync.ts'
import { worklistIds, type WorklistId } from '../../../../scripts/private/worklists/worklist.ts'
import { memorySource } from '../../../helpers/memorySource.ts'
import { openParts } from '../../../helpers/openParts.ts'
import { folderBytes, readCubeTables, temporaryFolder, testClock } from '../../../helpers/syncFolder.ts'
import { testSealing } from '../../../helpers/testSealing.ts'

const canary = 'Quagga-4711'

/** A list of half-days and roles, in which nobody is named. */
const ofNobody: readonly WorklistId[] = ['coverage_gaps']

/** A practice that has something on every list, all of it of one patient. */
const tabs = [
  {
    name: 'Schedule',
    rows: [
      [
        'Appt ID',
        'Patient ID',
        'Date',
        'Provider',
        'Status',
        'Note Signed',
        'Insurance',
        'Start Time',
        'Duration',
      ],
      [`A1-${canary}`, canary, '6/1/2026', 'Ada Birch', 'Completed', 'yes', 'Medicare'],
      [`A2-${canary}`, canary, '6/2/2026', 'Ada Birch', 'Completed', 'no', `Plan ${canary}`],
      [`A3-${canary}`, canary, '6/3/2026', 'Ada Birch', 'Scheduled', null, 'Medicare'],
      [`A4-${canary}`, `${canary}-2`, '6/20/2026', 'Ada Birch', 'Completed', 'yes', 'Medicare'],
      [`A5-${canary}`, canary, '11/3/2026', 'Ada Birch', 'Scheduled', null, 'Medicare', '9:00', 30],
    ],
  },
  {
    name: 'Charges',
    rows: [
      ['Charge ID', 'Claim', 'Encounter', 'Patient ID', 'DOS', 'Post Date', 'Provider', 'Amount'],
      [`C1-${canary}`, `K1-${canary}`, `E1-${canary}`, canary, '6/1/2026', '6/1/2026', 'Ada Birch', 100],
      [`C2-${canary}`, `K2-${canary}`, `E2-${canary}`, canary, '6/9/2026', '6/10/2026', 'Ada Birch', 100],
      [`C3-${canary}`, `K3-${canary}`, `E3-${canary}`, canary, '6/9/2026', '6/10/2026', 'Ada Birch', 10],
      [null, null, null, `${canary}-2`, '6/20/2026', '6/20/2026', 'Ada Birch', 100],
    ],
  },
  {
    name: 'Transactions',
    rows: [
      ['Charge ID', 'Type', 'Post Date', 'Amount', 'Reason Code'],
      [`C1-${canary}`, 'Denial', '7/1/2026', 0, `N ${canary}`],
      [`C2-${canary}`, 'Patient payment', '7/1/2026', -20, null],
      [`C3-${canary}`, 'Patient payment', '7/1/2026', -30, null],
    ],
  },
  {
    name: 'Claims',
    rows: [
      ['Claim', 'Patient ID', 'Submitted', 'Outcome', 'Charges', 'Payer Name'],
      [`K4-${canary}`, canary, '6/2/2026', 'Denied', 100, `Plan ${canary}`],
    ],
  },
  {
    name: 'Credentials',
    rows: [
      ['Holder', 'Type', 'Number', 'Expires', 'Renewed'],
      [`H-${canary}`, `Licence ${canary}`, '1234', '11/30/2026', null],
    ],
  },
  {
    name: 'Coverage rules',
    rows: [
      ['Role Group', 'Per', 'Ratio', 'Half Day'],
      ['Front Desk', 'Provider', 1, 'both'],
    ],
  },
  {
    name: 'Shifts',
    rows: [
      ['Shift Date', 'Employee ID', 'Role Group', 'Shift Start', 'Shift End', 'Shift Type'],
      ['6/1/2026', `S-${canary}`, 'Front Desk', '8:00', '16:00', 'work'],
      ['11/9/2026', `S-${canary}`, 'Front Desk', '8:00', '16:00', 'work'],
    ],
  },
]

it('nothing of a worklist or of an unmapped value reaches a published file', async () => {
  const folder = await temporaryFolder()
  const out = join(folder, 'bundle')
  const { sealing, owner, viewer } = await testSealing(join(folder, 'readers-edition.pack'))
  try {
    const config = parseConfig('practice: { name: Two Rivers Clinic }', 'config.yaml')
    const { worklists, intake } = await sync(
      {
        source: memorySource(tabs),
        config,
        asOf: '2026-10-31',
        out,
        project: import.meta.dirname,
        worklists: true,
        sealing,
      },
      { now: () => testClock, progress: () => undefined },
    )
    expect(worklists.map(({ id, total }) => [id, total > 0])).toEqual(worklistIds.map((id) => [id, true]))
    for (const list of worklists) {
      expect(JSON.stringify(list.rows).includes(canary)).toBe(!ofNobody.includes(list.id))
      const { id, title, explanation, columns } = list
      expect(JSON.stringify([id, title, explanation, columns])).not.toContain(canary)
    }
    expect(JSON.stringify(intake.unmapped)).toContain(canary)

    const published = Object.values(await folderBytes(out)).map((text) => Buffer.from(text, 'base64'))
    const parts = [...(await openParts(out, owner)), ...(await openParts(out, viewer))]
    const files = [...published, ...parts.map(({ bytes }) => bytes)].map((bytes) =>
      Buffer.from(bytes).toString(),
    )
    const tables = [...(await readCubeTables(out, owner)), ...(await readCubeTables(out, viewer))]
    const cells = tables.flatMap((table) => Object.values(table.columns).flat())
    expect(files.length).toBeGreaterThan(20)
    expect([...files, ...cells].join('\n')).not.toContain(canary)
  } finally {
    await rm(join(out, '..'), { recursive: true, force: true })
  }
})
