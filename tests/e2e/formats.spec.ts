import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '../../scripts/private/config/parseConfig.ts'
import { folderSource } from '../../scripts/private/sources/folderSource.ts'
import { serveSite } from '../../scripts/serve/serveSite.ts'
import { sync } from '../../scripts/sync/sync.ts'
import { writeAs } from '../../src/format/formats.ts'
import { ownersOnly, testSealing } from '../helpers/testSealing.ts'
import { linkOf } from './sealedSite.ts'
import { expect, figure, open, siteFolder, test } from './site.ts'

const settings = `
practice: { name: Quayside Practice, time_zone: Europe/London }
settings: { currency: GBP, locale: en-GB, first_day_of_week: sunday }
`

test('a practice elsewhere has its own currency and dates from its first number on', async ({
  page,
  watch,
}) => {
  const place = await mkdtemp(join(tmpdir(), 'formats-'))
  const [exports, bundle] = [join(place, 'exports'), join(place, 'bundle')]
  await mkdir(exports)
  const months = Array.from({ length: 10 }, (_, index) => String(index + 1).padStart(2, '0'))
  await writeFile(
    join(exports, 'totals.csv'),
    [
      'Month,Charges,Payments,Adjustments,Patients',
      ...months.map((month) => `2026-${month},20000,12345,4000,200`),
    ].join('\n'),
  )
  await writeFile(
    join(exports, 'aging.csv'),
    [
      'As Of,Current,31-60,61-90,Over 90,Accounts',
      ...months.map((month) => `2026-${month}-28,30000,9000,5000,4000,400`),
    ].join('\n'),
  )
  const { sealing, owner } = await testSealing()
  await sync(
    {
      source: folderSource(exports),
      config: parseConfig(settings, 'test'),
      asOf: '2026-10-31',
      out: bundle,
      project: place,
      sealing: ownersOnly(sealing),
    },
    { now: () => new Date().toISOString(), progress: () => undefined },
  )
  writeAs()
  const site = await serveSite({ site: siteFolder, bundle, port: 0 })
  watch.homes.push(site.address)

  await open(page, linkOf(`${site.address}collections/?period=2026-09`, owner))
  await expect(figure(page, 'net_collections')).toHaveText('£12.3k')
  await expect(page.locator('main')).toContainText('Data up to 31 Oct 2026')
  await expect(page.locator('main')).toContainText('£20k')
  await expect(page.locator('main')).not.toContainText('$')

  await page.close()
  await site.close()
  await rm(place, { recursive: true })
})
