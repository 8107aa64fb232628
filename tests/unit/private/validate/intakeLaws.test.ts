import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SyncError } from '../../../../scripts/errors/SyncError.ts'
import { configSchema } from '../../../../scripts/private/config/config.ts'
import { contracts } from '../../../../scripts/private/contracts/contracts.ts'
import { datasets, type Dataset } from '../../../../scripts/private/contracts/dataset.ts'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import type { Cell, Row } from '../../../../scripts/private/sources/source.ts'
import { intake } from '../../../../scripts/private/validate/intake.ts'
import { memorySource, type MemoryTab } from '../../../helpers/memorySource.ts'
import { recordingLedger } from '../../../helpers/recordingLedger.ts'

const config = configSchema.parse({ limits: { rejected_share: 1 } })
const options = { config, asOf: '2026-11-01' }

interface Line {
  readonly id: number
  readonly day: number
  readonly cents: number
  readonly units: number | null
}

/** What people put between the rows of a table, and how it is accounted for. */
type Mess = 'blank' | 'total' | 'header' | 'footer' | 'duplicate' | 'bad'

const header = ['Charge ID', 'DOS', 'Post Date', 'Provider', 'Units', 'Charge Amount']

const line: fc.Arbitrary<Line> = fc.record({
  id: fc.integer({ min: 1, max: 999_999 }),
  day: fc.integer({ min: 40_000, max: 46_000 }),
  cents: fc.integer({ min: -5_000_000, max: 5_000_000 }),
  units: fc.option(fc.integer({ min: 0, max: 20 })),
})

const table = fc.record({
  lines: fc.uniqueArray(line, { selector: ({ id }) => id, minLength: 1, maxLength: 40 }),
  titles: fc.array(fc.constantFrom<Row>([], ['Charge report'], ['Harbor Lane', null, 'October']), {
    maxLength: 14,
  }),
  mess: fc.array(
    fc.tuple(fc.nat(), fc.constantFrom<Mess>('blank', 'total', 'header', 'footer', 'duplicate', 'bad')),
    { maxLength: 20 },
  ),
  spelling: fc.nat({ max: 3 }),
})

describe('a clean table made messy', () => {
  it('comes back equal, and every row and cent is accounted for', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ lines, titles, mess, spelling }) => {
        const { rows, counts } = spoil(lines, mess, spelling)
        const tab: MemoryTab = { name: 'Charges', rows: [...titles, header, ...rows] }
        const ledger = await openLedger({ threads: 1 })
        try {
          const { health } = await intake(memorySource([tab]), ledger, options)
          const read = (await ledger.rows('charges')).map(
            ({ charge_id, service_date, units, charge_amount }) => ({
              charge_id,
              service_date,
              units,
              charge_amount,
            }),
          )
          const byId = (a: { charge_id: unknown }, b: { charge_id: unknown }) =>
            Number(a.charge_id) - Number(b.charge_id)
          expect(read.sort(byId)).toEqual(lines.map(cleanRow).sort(byId))
          const total = lines.reduce((sum, { cents }) => sum + cents, 0)
          expect(health.tabs).toMatchObject([
            {
              headerRow: titles.length + 1,
              rows: {
                read: rows.length,
                included: lines.length,
                quarantined: counts.bad,
                duplicates: counts.duplicate,
                blank: counts.blank,
                outOfScope: counts.total + counts.header + counts.footer,
              },
              cents: { included: total, unreadable: counts.bad },
            },
          ])
        } finally {
          await ledger.close()
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('nothing that is told', () => {
  const canary = 'Kanarienvogel'

  it.each(datasets)('holds a cell of a %s tab, however bad', async (dataset) => {
    const tabs = spoiltTabs(dataset, canary)
    for (const tab of tabs) {
      const told = await everythingTold([tab])
      expect(told).not.toContain(canary)
      expect(told.length).toBeGreaterThan(50)
    }
  })

  it('holds a cell of a good row either, but for goals, providers and settings, which are to be shown', async () => {
    const rows: Row[] = [
      [
        'Appt ID',
        'Appt Date',
        'Provider',
        'Location',
        'Visit Type',
        'Status',
        'Insurance',
        'Patient Name',
        'Notes',
      ],
      [canary, '1/5/24', canary, canary, canary, 'Seen', canary, canary, canary],
      [canary, 'x', canary, canary, canary, 'Seen', canary, canary, canary],
    ]
    expect(await everythingTold([{ name: 'Schedule', rows }])).not.toContain(canary)
  })
})

function spoil(lines: readonly Line[], mess: readonly (readonly [number, Mess])[], spelling: number) {
  const counts: Record<Mess, number> = { blank: 0, total: 0, header: 0, footer: 0, duplicate: 0, bad: 0 }
  const rows: Row[] = lines.map((one) => messyRow(one, spelling))
  for (const [place, kind] of mess) {
    const at = place % (rows.length + 1)
    counts[kind]++
    if (kind === 'duplicate') {
      // An earlier state of a line, posted the day before: the later date wins.
      const one = lines[place % lines.length]
      // Its sign stays: a negative line of the same number would be a void, which is an event of its own.
      const earlier = (cents: number) => (cents < 0 ? cents - 1 : cents + 1)
      if (one) rows.unshift(messyRow({ ...one, day: one.day - 1, cents: earlier(one.cents) }, spelling))
    } else rows.splice(at, 0, furniture(kind))
  }
  return {
    rows: rows.map((row, index) => (row === falseTotal ? trueTotal(rows.slice(0, index)) : row)),
    counts,
  }
}

const falseTotal: Row = ['Total for Smith', null, null, null, null, null]

/** The total of the rows above, which an amount that cannot be read makes no statement. */
function trueTotal(above: readonly Row[]): Row {
  const cents = above.map((row) => {
    const cell = row[5]
    const text = typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '0'
    const number = Math.round(Number(text.replace(/[$()-]/g, '')) * 100) || 0
    return /^\(|-/.test(text) ? -number : number
  })
  return falseTotal.with(5, cents.reduce((sum, one) => sum + one, 0) / 100)
}

function furniture(kind: Exclude<Mess, 'duplicate'>): Row {
  if (kind === 'blank') return [null, '', ' ']
  if (kind === 'total') return falseTotal
  if (kind === 'header') return header
  if (kind === 'footer') return ['Printed 1/5/2024 3:15 PM by jdoe']
  return ['B1', 45_000, 45_000, 'Smith', 1, 'twelve']
}

function messyRow({ id, day, cents, units }: Line, spelling: number): Row {
  const date = new Date(Date.UTC(1899, 11, 30 + day))
  const [month, dayOfMonth, year] = [date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCFullYear()]
  const dates: Cell[] = [day, `${month}/${dayOfMonth}/${year}`, date.toISOString().slice(0, 10), day + 0.5]
  const dollars = (Math.abs(cents) / 100).toFixed(2)
  const amounts: Cell[] = [
    cents / 100,
    cents < 0 ? `(${dollars})` : `$${dollars}`,
    cents < 0 ? `${dollars}-` : dollars,
    cents / 100,
  ]
  const written = dates[spelling] ?? null
  return [id, written, written, ' Smith,Anna ', units, amounts[spelling] ?? null]
}

function cleanRow({ id, day, cents, units }: Line) {
  const service_date = new Date(Date.UTC(1899, 11, 30 + day)).toISOString().slice(0, 10)
  return { charge_id: String(id), service_date, units, charge_amount: cents }
}

/** The canary in every cell; as a title; and in one column at a time beside plausible cells. */
function spoiltTabs(dataset: Dataset, canary: string): MemoryTab[] {
  const fields = Object.entries(contracts[dataset].fields)
  const names = fields.map(([name]) => name)
  const good = fields.map(([, field]): Cell => {
    if (field.kind === 'date' || field.kind === 'timestamp') return 45_000
    if (field.kind === 'choice') return field.values?.[0] ?? null
    return field.kind === 'boolean' ? 'yes' : 1
  })
  const spoilt = names.map((_, spoiltColumn) =>
    good.map((cell, column) => (column === spoiltColumn ? canary : cell)),
  )
  return [
    { name: dataset, rows: [[canary], names, names.map(() => canary), names.map(() => canary)] },
    { name: dataset, rows: [names, ...spoilt] },
    { name: dataset, rows: [names, ...spoilt, ...Array.from({ length: 60 }, () => good)] },
    { name: dataset, rows: [names.map(() => canary), names.map(() => canary)] },
    { name: 'Sheet', rows: [[canary, ...names.slice(1)], good] },
    { name: dataset, rows: [[canary, ...names.slice(1)], names.map(() => canary)] },
  ]
}

async function everythingTold(tabs: readonly MemoryTab[]): Promise<string> {
  const ledger = recordingLedger()
  try {
    const { health, rejects } = await intake(memorySource(tabs), ledger, {
      ...options,
      config: configSchema.parse({}),
    })
    return JSON.stringify([health, rejects])
  } catch (error) {
    if (!(error instanceof SyncError)) throw error
    return [error, ...error.others]
      .map(({ message, hint, stack }) => `${message} ${hint} ${stack ?? ''}`)
      .join(' ')
  }
}
