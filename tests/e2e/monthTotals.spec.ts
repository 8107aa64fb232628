import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '../../scripts/private/config/parseConfig.ts'
import { folderSource } from '../../scripts/private/sources/folderSource.ts'
import { serveSite, type RunningServer } from '../../scripts/serve/serveSite.ts'
import { sync } from '../../scripts/sync/sync.ts'
import type { Access } from '../../src/bundle/access.ts'
import { ownersOnly, testSealing } from '../helpers/testSealing.ts'
import { linkOf } from './sealedSite.ts'
import { expect, figure, missing, open, siteFolder, test as base } from './site.ts'

const headers =
  'Appointment / Servicing Provider,Location,Month,CPT Code,Billed Charge,Payment,Payer Payment,Patient Payment,Contractual Adjustment,Payer Withheld,Writeoff Adjustment,Refund,Patient Count,Claim Count,Units,Change in A/R'
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
]

/** A practice that exports eClinicalWorks' monthly summary and an aging report, and nothing else. */
async function writeExports(folder: string): Promise<void> {
  const summary = months.flatMap((month) =>
    ['99213', '99214'].map(
      (cpt) =>
        `Ada Birch,North,${month}_2026,${cpt},10000.00,6000.00,5500.00,500.00,2500.00,0,0,0,80,90,100,1500.00`,
    ),
  )
  const aging = months.map((_, index) => {
    const month = String(index + 1).padStart(2, '0')
    return `2026-${month}-28,Insurance,0-30,${String(25_000 + 3000 * index)}.00,400`
  })
  await writeFile(join(folder, 'summary.csv'), [headers, ...summary].join('\n'))
  await writeFile(
    join(folder, 'aging.csv'),
    ['As Of,Responsibility,Age Bucket,Debit Balance,Accounts', ...aging].join('\n'),
  )
}

const test = base.extend<object, { totals: { readonly site: RunningServer; readonly owner: Access } }>({
  totals: [
    async ({}, use) => {
      const place = await mkdtemp(join(tmpdir(), 'totals-'))
      const [exports, bundle] = [join(place, 'exports'), join(place, 'bundle')]
      await mkdir(exports)
      await writeExports(exports)
      const config = parseConfig('practice: { name: Two Rivers Clinic, time_zone: America/Chicago }', 'test')
      const { sealing, owner } = await testSealing()
      await sync(
        {
          source: folderSource(exports),
          config,
          asOf: '2026-10-31',
          out: bundle,
          project: place,
          sealing: ownersOnly(sealing),
        },
        { now: () => new Date().toISOString(), progress: () => undefined },
      )
      const site = await serveSite({ site: siteFolder, bundle, port: 0 })
      await use({ site, owner })
      await site.close()
      await rm(place, { recursive: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

test('a practice with month totals alone has its sums, and each number that needs lines says so', async ({
  page,
  totals: { site, owner },
  watch,
}) => {
  watch.homes.push(site.address)
  await open(page, linkOf(`${site.address}collections/?period=2026-09`, owner))
  await expect(figure(page, 'net_collections')).toHaveText('$12k')
  await expect(figure(page, 'accounts_receivable')).toHaveText('$49k')
  await expect(missing(page, 'charge_lag_median')).toContainText(
    'Needs charges and payments line by line: only month totals are known.',
  )
  await expect(page.locator('main')).toContainText(
    'Known for the whole practice. Needs charges and payments line by line: only month totals are known.',
  )
  await open(page, linkOf(`${site.address}data-health/`, owner))
  await expect(page.locator('main')).toContainText('they count for the whole practice')
  await page.close()
})
