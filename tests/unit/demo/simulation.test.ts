import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { spreadByMonth } from '../../../scripts/demo/backOfficeTally.ts'
import { demoSeed, simulatePractice, type Simulation } from '../../../scripts/demo/simulatePractice.ts'
import type { Sums } from '../../../scripts/demo/tally.ts'
import { publishedFigure } from '../../../scripts/demo/truth.ts'

const demo = simulatePractice()
const { practice } = demo.truth
const billedMonths = Object.keys(practice.cuts.month)
  .filter((month) => month <= '2026-10')
  .sort()
const lastYear = billedMonths.slice(-12)

function sum(measure: string, months: readonly string[] = lastYear): number {
  return months.reduce((total, month) => total + monthly(month, measure), 0)
}

function monthly(month: string, measure: string): number {
  return practice.cuts.month[month]?.[measure] ?? practice.backOffice.month[month]?.[measure] ?? 0
}

function fingerprint(simulation: Simulation): string {
  const { bookings, charges, transactions, payroll, expenses, truth } = simulation
  const hash = createHash('sha256').update(JSON.stringify(truth))
  for (const row of bookings)
    hash.update(
      `${row.id} ${row.day} ${row.start} ${row.status} ${row.patient?.key} ${row.bookedAt} ${row.cancelledAt};`,
    )
  for (const row of charges)
    hash.update(`${row.id} ${row.serviceDay} ${row.postDay} ${row.cents} ${row.cpt};`)
  for (const row of transactions)
    hash.update(`${row.id} ${row.charge?.id} ${row.type} ${row.postDay} ${row.cents} ${row.reason};`)
  for (const row of payroll) hash.update(`${row.employee.id} ${row.end} ${row.code} ${row.cents};`)
  for (const row of expenses) hash.update(`${row.id} ${row.invoiceDay} ${row.paidDay} ${row.cents};`)
  return hash.digest('hex')
}

describe('the simulated practice', () => {
  it('is the same for the same seed and another one for another', () => {
    const first = fingerprint(demo)
    expect(fingerprint(simulatePractice({ seed: demoSeed }))).toBe(first)
    expect(fingerprint(simulatePractice({ seed: demoSeed + 1 }))).not.toBe(first)
  })

  it('covers three years and keeps its size', () => {
    expect(billedMonths).toHaveLength(36)
    expect(demo.bookings.length).toBeGreaterThan(45_000)
    expect(demo.bookings.length).toBeLessThan(66_000)
    expect(demo.charges.length).toBeGreaterThan(40_000)
    expect(demo.charges.length).toBeLessThan(50_000)
    expect(demo.transactions.length).toBeGreaterThan(90_000)
    expect(demo.transactions.length).toBeLessThan(135_000)
  })

  it.each([
    ['no-show rate', sum('no_show_count') / (sum('no_show_count') + sum('visit_count')), 0.06, 0.08],
    ['new patient share', sum('new_patient_visit_count') / sum('visit_count'), 0.09, 0.13],
    ['telehealth share', sum('telehealth_visit_count') / sum('visit_count'), 0.06, 0.09],
    ['visits per clinic day', sum('visit_count') / sum('clinic_day_count'), 14, 18],
    [
      'slot utilisation',
      (sum('visit_count') + sum('no_show_count') + sum('unresolved_count')) / sum('slot_count'),
      0.84,
      0.93,
    ],
    ['charges within 3 days', sum('posted_within_3_days_count') / sum('charge_line_count'), 0.8, 0.95],
    ['staff cost rate', sum('staff_cost_cents') / sum('net_payment_cents'), 0.24, 0.28],
    ['overhead rate', sum('operating_cents') / sum('net_payment_cents'), 0.57, 0.62],
    ['overtime rate', sum('overtime_hours') / (sum('overtime_hours') + sum('regular_hours')), 0.02, 0.04],
    ['compliance on time', sum('on_time_count') / sum('due_count'), 0.88, 0.99],
    [
      'A/R over 90 days',
      monthly('2026-10', 'over_90_cents') / monthly('2026-10', 'balance_cents'),
      0.08,
      0.18,
    ],
  ])('has a believable %s', (_name, value, least, most) => {
    expect(value).toBeGreaterThan(least)
    expect(value).toBeLessThan(most)
  })

  it('has believable days in A/R and a believable net collection rate', () => {
    const dailyCharges = sum('charge_cents', ['2026-08', '2026-09', '2026-10']) / 92
    const daysInAr = monthly('2026-10', 'balance_cents') / dailyCharges
    expect(daysInAr).toBeGreaterThan(32)
    expect(daysInAr).toBeLessThan(42)
    const matured = billedMonths.slice(-18, -6)
    const collectable = sum('service_charge_cents', matured) - sum('matched_contractual_cents', matured)
    const rate = sum('matched_payment_cents', matured) / collectable
    expect(rate).toBeGreaterThan(0.935)
    expect(rate).toBeLessThan(0.97)
  })

  it('has months with three pay days, people who come and go, and a provider who joins and one who leaves', () => {
    const payDays = new Map<string, Set<number>>()
    for (const { payDay } of demo.payroll) {
      const month = new Date(payDay * 86_400_000).toISOString().slice(0, 7)
      payDays.set(month, (payDays.get(month) ?? new Set()).add(payDay))
    }
    expect([...payDays.values()].filter((days) => days.size === 3).length).toBeGreaterThan(3)
    expect(demo.staff.filter((employee) => employee.leftOn !== null).length).toBeGreaterThan(5)
    const visitMonths = (name: string): string[] =>
      billedMonths.filter((month) => practice.cuts.provider[`${month}|${name}`]?.visit_count !== undefined)
    expect(visitMonths('Dr. Samuel Oyelaran')[0]).toBe('2025-02')
    expect(visitMonths('Dr. Fiona Abernathy').at(-1)).toBe('2025-06')
  })

  it('posts every kind of transaction and of adjustment', () => {
    const types = new Set(demo.transactions.map((line) => line.type))
    expect(types.size).toBe(13)
    const categories = new Set(demo.transactions.flatMap((line) => line.category ?? []))
    expect([...categories].sort()).toEqual([
      'administrative',
      'bad_debt',
      'charity',
      'coding',
      'contractual',
      'credentialing',
      'discount',
      'duplicate',
      'no_auth',
      'small_balance',
      'timely_filing',
      'unknown',
    ])
    expect(demo.charges.some((charge) => charge.cents < 0 && charge.postDay > charge.serviceDay)).toBe(true)
    expect(demo.transactions.some((line) => line.type === 'insurance_payment' && line.cents < 0)).toBe(true)
  })

  it('posts nothing before the service or after the last day', () => {
    expect(demo.charges.every((charge) => charge.postDay >= charge.serviceDay)).toBe(true)
    const bookedInTime = demo.bookings.every(({ bookedAt, cancelledAt, day, start }) => {
      const startAt = day * 1440 + start
      return (
        bookedAt === null ||
        (bookedAt <= startAt && (cancelledAt === null || (bookedAt < cancelledAt && cancelledAt < startAt)))
      )
    })
    expect(bookedInTime).toBe(true)
  })
})

describe('the truth', () => {
  it('rolls forward: opening + charges - payments - adjustments = closing, every month', () => {
    let opening = 0
    for (const month of billedMonths) {
      const moved =
        monthly(month, 'charge_cents') -
        monthly(month, 'net_payment_cents') -
        monthly(month, 'contractual_cents') -
        monthly(month, 'other_adjustment_cents')
      expect([month, opening + moved]).toEqual([month, monthly(month, 'balance_cents')])
      opening = monthly(month, 'balance_cents')
    }
  })

  it('adds up: every cut to its month', () => {
    const { month: totals, ...cuts } = practice.cuts
    for (const cells of Object.values(cuts)) {
      const added: Record<string, Sums> = {}
      for (const [key, sums] of Object.entries(cells)) {
        const month = (added[key.slice(0, 7)] ??= {})
        for (const [measure, value] of Object.entries(sums)) month[measure] = (month[measure] ?? 0) + value
      }
      expect(withoutZeros(added)).toEqual(withoutZeros(totals))
    }
  })

  it('agrees with the aging report', () => {
    for (const month of billedMonths) {
      const rows = demo.aging.filter((row) => row.month === month)
      const net = (lines: typeof rows) =>
        lines.reduce((sum, row) => sum + row.debitCents + row.creditCents, 0)
      const old = rows.filter(({ bucket }) => bucket === '91-120' || bucket === '121+')
      const patients = rows.filter(({ responsibility }) => responsibility === 'patient')
      expect(net(rows)).toBe(monthly(month, 'balance_cents'))
      expect(net(old)).toBe(monthly(month, 'over_90_cents'))
      expect(net(patients)).toBe(monthly(month, 'patient_cents'))
    }
  })

  it('spreads pay over months without losing a cent', () => {
    const months = Object.keys(practice.backOffice.month)
    const gross = demo.payroll.reduce((cents, line) => cents + line.cents, 0)
    expect(sum('gross_cents', months)).toBe(gross)
    expect(spreadByMonth(100, 0, 2)).toEqual([['1970-01', 100]])
    expect(spreadByMonth(1_001, 29, 32)).toEqual([
      ['1970-01', 501],
      ['1970-02', 500],
    ])
  })

  it('knows what the spoilt rows hide', () => {
    const hidden = demo.mess.bad.charges.map(({ row }) => row.cents)
    const quarantined = Object.values(demo.truth.quarantined.cuts.month).reduce(
      (cents, sums) => cents + (sums.charge_cents ?? 0),
      0,
    )
    expect(quarantined).toBe(hidden.reduce((total, cents) => total + cents, 0))
    const published = publishedFigure(demo.truth, 'cuts', {
      cut: 'month',
      key: '2026-10',
      measure: 'balance_cents',
    })
    expect(published).not.toBe(monthly('2026-10', 'balance_cents'))
  })
})

function withoutZeros(cells: Readonly<Record<string, Sums>>): unknown {
  return Object.fromEntries(
    Object.entries(cells).map(([key, sums]) => [
      key,
      Object.fromEntries(
        Object.entries(sums)
          .filter(([, value]) => value !== 0)
          .sort(),
      ),
    ]),
  )
}
