import { copyFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultConfig } from '../../../scripts/private/config/config.ts'
import { readConfig } from '../../../scripts/private/config/readConfig.ts'
import { openLedger } from '../../../scripts/private/ledger/openLedger.ts'
import { folderSource } from '../../../scripts/private/sources/folderSource.ts'
import { intake } from '../../../scripts/private/validate/intake.ts'
import { folderSums, type FolderSums } from '../../helpers/folderSums.ts'
import { merged } from '../../../src/cubes/cube.ts'
import { describeShared } from '../../helpers/sharedData.ts'
import {
  readCubeTables,
  syncFolder,
  temporaryFolder,
  type PublishedFolder,
} from '../../helpers/syncFolder.ts'
import { goldenSchema, type Golden, type ProviderGolden } from './goldenSchema.ts'
import { repeatsIn } from './repeatsIn.ts'

const providers = ['provider-a', 'provider-b', 'provider-c'] as const
type Provider = (typeof providers)[number]

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const dayParts = ['morning', 'afternoon']
const weeksAhead = ['1-7', '8-14', '15-21', '22-28']

const configFile = join(import.meta.dirname, 'config.yaml')

describeShared('appointments-medscheduler', (set) => {
  let golden: Golden
  let published: PublishedFolder
  let sums: FolderSums
  /** Kept bookings of a patient who has another on the same day: one visit counts once. */
  let repeats: Readonly<Record<string, Readonly<Record<string, number>>>>

  beforeAll(async () => {
    golden = goldenSchema.parse(await set.golden())
    repeats = Object.fromEntries(
      await Promise.all(
        providers.map(
          async (name) => [name, repeatsIn(await set.records(`${name}-appointments.csv`))] as const,
        ),
      ),
    )
    const config = await readConfig(configFile)
    published = await syncFolder(set.folder, config)
    sums = await folderSums(set.folder, config)
  })
  afterAll(async () => {
    await published.close()
    await sums.close()
  })

  const total = (pick: (provider: ProviderGolden, again: number) => number) =>
    providers.reduce((sum, provider) => sum + pick(golden[provider], againOf(provider)), 0)

  /** A measure of a fact by provider. */
  function measured(fact: string, measure: string): Record<string, number> {
    const found: Record<string, number> = {}
    for (const row of sums.cube(`${fact}_by_provider`)) {
      const provider = String(row.provider)
      found[provider] = (found[provider] ?? 0) + Number(row[measure])
    }
    return found
  }

  const expected = (pick: (provider: ProviderGolden, again: number) => number) =>
    Object.fromEntries(providers.map((provider) => [provider, pick(golden[provider], againOf(provider))]))

  const againOf = (provider: Provider) =>
    Object.values(repeats[provider] ?? {}).reduce((sum, count) => sum + count, 0)

  it.each([
    ['booked_count', (of: ProviderGolden, again: number) => of.before_ref_date.appointments - again],
    ['visit_count', (of: ProviderGolden, again: number) => of.before_ref_date.status.attended - again],
    ['cancelled_count', (of: ProviderGolden) => of.before_ref_date.status.cancelled],
    ['no_show_count', (of: ProviderGolden) => of.before_ref_date.status['did not attend']],
    ['unresolved_count', (of: ProviderGolden) => of.before_ref_date.status.unknown],
  ])('%s of every provider, and of all, is that of the rows before the reference date', (measure, pick) => {
    expect(measured('appointments', measure)).toEqual(expected(pick))
    const overall = sums.cube('appointments').reduce((sum, row) => sum + Number(row[measure]), 0)
    expect(overall).toBe(total(pick))
  })

  it('the no-show rate is missed over attended and missed', async () => {
    const rows = await sums.ask({ metric: 'no_show_rate', by: ['provider'] })
    expect(percentages(rows)).toEqual(
      expected(({ before_ref_date: { status } }, again) =>
        percent(status['did not attend'] / (status['did not attend'] + status.attended - again)),
      ),
    )
    const whole = await sums.value('no_show_rate')
    const missed = total((of) => of.before_ref_date.status['did not attend'])
    const attended = total((of, again) => of.before_ref_date.status.attended - again)
    expect(whole?.value).toBeCloseTo(missed / (missed + attended), 12)
  })

  it('the cancellation rate is cancelled over booked', async () => {
    const rows = await sums.ask({ metric: 'cancellation_rate', by: ['provider'] })
    expect(percentages(rows)).toEqual(
      expected(({ before_ref_date: { status, appointments } }, again) =>
        percent(status.cancelled / (appointments - again)),
      ),
    )
  })

  it('unresolved appointments are those of unknown outcome', async () => {
    const rows = await sums.ask({ metric: 'unresolved_appointments', by: ['provider'] })
    expect(Object.fromEntries(rows.map((row) => [row.keys.provider, row.numerator]))).toEqual(
      expected((of) => of.before_ref_date.status.unknown),
    )
  })

  it('slots are filled by visits, no-shows and bookings of unknown outcome', async () => {
    const rows = await sums.ask({ metric: 'slot_utilisation', by: ['provider'] })
    expect(Object.fromEntries(rows.map((row) => [row.keys.provider, row.numerator]))).toEqual(
      expected(({ before_ref_date: { status } }, again) => {
        return status.attended - again + status['did not attend'] + status.unknown
      }),
    )
    expect(Object.fromEntries(rows.map((row) => [row.keys.provider, row.denominator]))).toEqual(
      expected((of) => of.slots_before_ref_date.slots),
    )
  })

  it('months before the reference date count as the golden values have them, later ones not at all', async () => {
    const counted = await sums.ask({ metric: 'booked_appointments', by: ['month', 'provider'] })
    const missed = await sums.ask({ metric: 'no_show_rate', by: ['month', 'provider'] })
    for (const provider of providers) {
      const months = Object.entries(golden[provider].by_month).filter(([month]) => month < '2024-12')
      const ofProvider = (rows: typeof counted) => rows.filter((row) => row.keys.provider === provider)
      expect(Object.fromEntries(ofProvider(counted).map((row) => [row.month, row.value]))).toEqual(
        Object.fromEntries(
          months.map(([month, { appointments }]) => [
            month,
            appointments - (repeats[provider]?.[month] ?? 0),
          ]),
        ),
      )
      expect(Object.fromEntries(ofProvider(missed).map((row) => [row.month, row.numerator]))).toEqual(
        Object.fromEntries(months.map(([month, { did_not_attend }]) => [month, did_not_attend])),
      )
    }
  })

  // golden.json's median is over all rows; ours leaves bookings on and after the as-of date out.
  it('the median lead time is that of the bookings before the reference date', async () => {
    const bookings = await Promise.all(
      providers.map(async (provider) =>
        (await set.records(`${provider}-appointments.csv`)).filter(
          (row) => (row.appointment_date ?? '') < golden[provider].before_ref_date.ref_date,
        ),
      ),
    )
    const days = bookings
      .flat()
      .map((row) => Number(row.scheduling_interval))
      .toSorted((a, b) => a - b)
    expect(await sums.value('lead_time_median')).toMatchObject({
      denominator: total((of, again) => of.before_ref_date.appointments - again),
      value: days[Math.ceil(days.length / 2) - 1],
    })
  })

  it('two kept bookings of one patient on one day are one visit', async () => {
    const rows = await sums.ask({ metric: 'completed_visits', by: ['provider'] })
    for (const provider of providers) {
      const bookings = await set.records(`${provider}-appointments.csv`)
      const attended = bookings.filter((row) => row.status === 'attended')
      const visits = new Set(attended.map((row) => `${row.patient_id ?? ''} ${row.appointment_date ?? ''}`))
      expect(rows.find(({ keys }) => keys.provider === provider)?.value).toBe(visits.size)
    }
  })

  it('every row of every file is accounted for, none merged with another', () => {
    const accounts = published.result.intake.health.tabs.map(
      ({ workbook, rows }) => [workbook, rows] as const,
    )
    const whole = (read: number) => ({
      read,
      included: read,
      quarantined: 0,
      duplicates: 0,
      blank: 0,
      outOfScope: 0,
    })
    expect(Object.fromEntries(accounts)).toEqual(
      Object.fromEntries(
        providers.flatMap((provider) => [
          [`${provider}-appointments.csv`, whole(golden[provider].appointments)],
          [`${provider}-slots.csv`, whole(golden[provider].slots)],
        ]),
      ),
    )
  })

  it('a booking number is text with its zeros, and one that two files share is two bookings', async () => {
    const ledger = await openLedger()
    try {
      await intake(folderSource(set.folder), ledger, {
        config: await readConfig(configFile),
        asOf: '2024-12-01',
      })
      const rows = await ledger.rows('appointments')
      const written = new Map<Provider, string[]>()
      for (const provider of providers) {
        const file = await set.records(`${provider}-appointments.csv`)
        const numbers = file.map(({ appointment_id = '' }) => appointment_id).toSorted()
        const kept = rows.filter((row) => row.provider === provider).map((row) => row.appt_id)
        // Not toEqual of the lists: a mistake would print thousands of lines.
        expect(kept.toSorted().join() === numbers.join(), provider).toBe(true)
        written.set(provider, numbers)
      }
      const ofC = new Set(written.get('provider-c'))
      expect(written.get('provider-b')?.filter((number) => ofC.has(number)).length).toBeGreaterThan(3000)
    } finally {
      await ledger.close()
    }
  })

  it('a map tab beside the files means the same as a map in the config', async () => {
    const folder = await temporaryFolder()
    try {
      const exports = (await readdir(set.folder)).filter((file) => /-(appointments|slots)\.csv$/.test(file))
      for (const file of exports) await copyFile(join(set.folder, file), join(folder, file))
      const config = await readConfig(configFile)
      const rows = Object.entries(config.maps.status).map(([raw, canonical]) => `${raw},${canonical}`)
      await writeFile(join(folder, 'map_status.csv'), ['raw,canonical', ...rows].join('\n'))
      const withTab = await syncFolder(folder, { ...config, maps: defaultConfig.maps })
      try {
        expect(await readCubeTables(withTab.out, withTab.owner)).toEqual(
          await readCubeTables(published.out, published.owner),
        )
      } finally {
        await withTab.close()
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  it('every text in a published table stands for a provider or is a word of a closed list', async () => {
    const tables = await readCubeTables(published.out, published.owner)
    const texts = tables.flatMap(({ cube, columns }) =>
      cube.columns.filter(({ type }) => type === 'text').flatMap(({ name }) => columns[name] ?? []),
    )
    // The owners' edition has their names.
    const known = new Set<unknown>([
      ...providers,
      'None given',
      'none_given',
      'unmapped',
      'not_given',
      merged,
    ])
    const closed = new Set<unknown>([...weekdays, ...dayParts, ...weeksAhead])
    expect(new Set(texts.filter((text) => !known.has(text) && !closed.has(text)))).toEqual(new Set())
    for (const provider of providers) expect(texts).toContain(provider)
  })

  it('no name, birth date or number of a patient is in any published byte', async () => {
    const text = await published.publishedText()
    expect(text).toContain('provider-a')
    for (const provider of providers) {
      const patients = await set.records(`${provider}-patients.csv`)
      const some = patients.filter((_, index) => index % 40 === 0)
      expect(some.length).toBeGreaterThan(30)
      expect(some.filter(({ name = '' }) => text.includes(name))).toEqual([])
      const births = some.filter(({ dob = '' }) => dob < '2023')
      expect(births.filter(({ dob = '' }) => text.includes(dob))).toEqual([])
      expect(some.filter(({ patient_id = '' }) => text.includes(`"${patient_id}"`))).toEqual([])
    }
  })
})

/** A rate as golden.json writes it: percent, four decimals. */
function percent(rate: number): number {
  return Number((rate * 100).toFixed(4))
}

function percentages(rows: Awaited<ReturnType<PublishedFolder['ask']>>): Record<string, number | null> {
  return Object.fromEntries(
    rows.map((row) => [String(row.keys.provider), row.value === null ? null : percent(row.value)]),
  )
}
