import { describe, expect, it } from 'vitest'
import type { PayrollLine } from '../../scripts/private/contracts/payroll.ts'
import type { StaffPosition } from '../../scripts/private/contracts/positions.ts'
import type { Provider, StaffMember } from '../../scripts/private/contracts/referenceTabs.ts'
import { defaultSettings } from '../../scripts/private/settings.ts'
import { metricById } from '../../src/metrics/metrics.ts'
import { missingFacts } from '../../src/metrics/missingFacts.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { oracle } from './oracle.ts'
import { cubesFrom, openPracticeEngine } from './practiceEngine.ts'
import { booking, payLine, practiceOf } from './sampleRows.ts'

interface Asked {
  readonly from?: string
  readonly to?: string
  readonly options?: Partial<OracleOptions>
}

/** The value that the product and the oracle both have. */
async function valueOf(metric: string, rows: Partial<LedgerRows>, asked: Asked = {}): Promise<number | null> {
  const { from = '2026-10', to = '2026-10' } = asked
  const options = { asOf: '2026-10-31', settings: defaultSettings, ...asked.options }
  const query = { metric, by: [], where: {}, period: { from, to } }
  const practice = practiceOf(rows)
  const engine = await openPracticeEngine(await cubesFrom(practice, options))
  const known = metricById(metric)
  const isAnswered = missingFacts(known, { facts: [...engine.facts] }).length === 0
  const answer = isAnswered ? await engine.answer(known, query) : []
  await engine.close()
  const value = answer[0]?.value ?? null
  const second = oracle(metric, query, practice, options)[0]?.value ?? null
  if (value === null || second === null) expect(value).toBe(second)
  else expect(value).toBeCloseTo(second, 9)
  return value
}

function member(fields: Partial<StaffMember> = {}): StaffMember {
  return {
    employee_id: '001',
    role_group: 'front_desk',
    job_title: null,
    location: 'East',
    employment: null,
    standard_weekly_hours: null,
    fte: null,
    hire_date: '2020-01-01',
    term_date: null,
    pto_balance_hours: null,
    is_owner: null,
    ...fields,
  }
}

function provider(fields: Partial<Provider> = {}): Provider {
  return {
    provider_id: '1',
    display_name: 'Ada Brook',
    npi: null,
    type: null,
    specialty: null,
    employment: null,
    clinical_fte: 1,
    start: null,
    end: null,
    aliases: null,
    locations: null,
    ...fields,
  }
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1).padStart(3, '0'))
}

/** A year's regular hours of one employee, as one period. */
function yearOf(employee_id: string, hours: number, fields: Partial<PayrollLine> = {}): PayrollLine {
  const period = { period_start: '2025-01-01', period_end: '2025-12-31', pay_date: '2025-12-31' }
  return payLine({ ...period, employee_id, hours: hours * 100, ...fields })
}

/** Periods that cover October 2026 exactly. */
const wholeOctober = { period_start: '2026-10-01', period_end: '2026-10-31', pay_date: '2026-10-31' }

describe('full-time equivalents (K49, K50)', () => {
  it('are 7.5 in the example of the IRS, which then rounds down (small business health care tax credit, questions and answers for 2010)', async () => {
    // Five employees of 2,080 hours, three of 1,040, one of 2,300 who counts 2,080: 15,600 ÷ 2,080.
    const hours = [2_080, 2_080, 2_080, 2_080, 2_080, 1_040, 1_040, 1_040, 2_300]
    const payroll = hours.map((each, index) => yearOf(String(index + 1), each))
    // 52 weeks are 364 of the 365 days that the months have.
    const value = await valueOf('staff_fte', { payroll }, { from: '2025-01', to: '2025-12' })
    expect(value).toBeCloseTo((7.5 * 364) / 365, 2)
  })

  it('make nobody more than one, however much overtime there is', async () => {
    const payroll = [
      payLine({ ...wholeOctober, hours: 17_714 }),
      payLine({ ...wholeOctober, earning_code: 'overtime', hours: 6_000 }),
    ]
    expect(await valueOf('staff_fte', { payroll })).toBe(1)
    expect(await valueOf('staff_fte', { payroll: payroll.slice(1) })).toBeCloseTo(60 / 177.14, 9)
  })

  it("measure by the practice's own full week, and count paid leave", async () => {
    const payroll = ['regular', 'pto'] as const
    const rows = payroll.map((earning_code) => payLine({ ...wholeOctober, earning_code, hours: 4_000 }))
    const settings = { ...defaultSettings, full_time_hours: 37.5 }
    expect(await valueOf('staff_fte', { payroll: rows })).toBeCloseTo(80 / ((40 * 31) / 7), 4)
    expect(await valueOf('staff_fte', { payroll: rows }, { options: { settings } })).toBeCloseTo(
      80 / ((37.5 * 31) / 7),
      4,
    )
  })

  it('take the hours of salaried pay from the staff tab, and have no value where it does not tell', async () => {
    const payroll = [payLine({ ...wholeOctober, hours: null })]
    expect(await valueOf('staff_fte', { payroll, staff: [member()] })).toBeNull()
    const staff = [member({ standard_weekly_hours: 2_000 })]
    expect(await valueOf('staff_fte', { payroll, staff })).toBeCloseTo(0.5, 4)
  })

  it('count the week of a period once, however many lines pay it, and not beside hours', async () => {
    const staff = [member({ standard_weekly_hours: 2_000 })]
    const salary = payLine({ ...wholeOctober, hours: null })
    const two = [salary, payLine({ ...wholeOctober, hours: null, check_seq: '2', location: 'West' })]
    expect(await valueOf('staff_fte', { payroll: two, staff })).toBeCloseTo(0.5, 4)
    const beside = [payLine({ ...wholeOctober, hours: 1_000 }), { ...salary, check_seq: '2' }]
    expect(await valueOf('staff_fte', { payroll: beside, staff })).toBeCloseTo(10 / 177.14, 9)
  })

  it('have no value for a month of which a pay period is not in yet', async () => {
    const payroll = [payLine({ period_start: '2026-09-01', period_end: '2026-10-17', hours: 24_000 })]
    expect(await valueOf('staff_fte', { payroll })).toBeNull()
    expect(await valueOf('staff_fte', { payroll }, { from: '2026-09', to: '2026-09' })).not.toBeNull()
  })

  it('are set against providers by their days here; as long as one has no full-time equivalent, there is none', async () => {
    const payroll = numbered(3).map((employee_id) => payLine({ ...wholeOctober, employee_id, hours: 17_714 }))
    // One all month, a half one from the 17th on: 15 of 31 days.
    const half = provider({ provider_id: '2', clinical_fte: 0.5, start: '2026-10-17' })
    const here = 1 + (0.5 * 15) / 31
    const providers = [provider(), half, provider({ provider_id: '3', end: '2026-09-30' })]
    expect(await valueOf('staff_fte_per_provider', { payroll, providers })).toBeCloseTo(3 / here, 3)
    const unknown = [...providers, provider({ provider_id: '4', clinical_fte: null })]
    expect(await valueOf('staff_fte_per_provider', { payroll, providers: unknown })).toBeNull()
  })
})

describe('hours worked (K51, K56)', () => {
  // 29 CFR 778.110: as it stood from 1981 (46 FR 7309) with a rate of $6, since 2011 (76 FR 18857) with $12.
  it.each([
    { rate: 600, total: 29_400, overtime: 5_400 },
    { rate: 1_200, total: 58_800, overtime: 10_800 },
  ])(
    'pay $total cents for 46 hours at $rate, of which $overtime for overtime (29 CFR 778.110(a))',
    async (one) => {
      const payroll = [
        payLine({ hours: 4_000, amount: 40 * one.rate }),
        payLine({ earning_code: 'overtime', hours: 600, amount: 9 * one.rate }),
      ]
      expect(await valueOf('staff_cost', { payroll })).toBe(one.total)
      expect(await valueOf('overtime_pay', { payroll })).toBe(one.overtime)
      expect(await valueOf('overtime_rate', { payroll })).toBeCloseTo(6 / 46, 9)
    },
  )

  // 46 hours at the rate, the bonus, and 6 hours at half of the rate with the bonus in it ($6.20, $13).
  it.each([
    { rate: 600, bonus: 920, half: 310, total: 30_380 },
    { rate: 1_200, bonus: 4_600, half: 650, total: 63_700 },
  ])('pay $total cents with a bonus of $bonus (29 CFR 778.110(b))', async ({ rate, bonus, half, total }) => {
    const overtime = 6 * (rate + half)
    const payroll = [
      payLine({ hours: 4_000, amount: 40 * rate }),
      payLine({ earning_code: 'overtime', hours: 600, amount: overtime }),
      payLine({ earning_code: 'bonus', hours: null, amount: bonus }),
    ]
    expect(await valueOf('staff_cost', { payroll })).toBe(total)
    expect(await valueOf('overtime_pay_rate', { payroll })).toBeCloseTo(overtime / total, 9)
  })

  it('are visits for each hour worked, leave left out, in months whose pay is all in', async () => {
    const payroll = [
      payLine({ ...wholeOctober, hours: 1_500 }),
      payLine({ ...wholeOctober, earning_code: 'overtime', hours: 500 }),
      payLine({ ...wholeOctober, earning_code: 'pto', hours: 800 }),
    ]
    const appointments = ['P1', 'P2', 'P3'].map((patient_key) => booking({ patient_key }))
    expect(await valueOf('visits_per_staff_hour', { payroll, appointments })).toBeCloseTo(3 / 20, 9)
    const late = payroll.map((line) => ({ ...line, period_end: '2026-10-30' }))
    expect(await valueOf('visits_per_staff_hour', { payroll: late, appointments })).toBeNull()
  })
})

describe('a month with three paydays (K48, K50, K55)', () => {
  // Biweekly: periods end on 2, 16 and 30 October; 1,400 and 80 hours each, 100 a day.
  const ends = ['2026-09-18', '2026-10-02', '2026-10-16', '2026-10-30', '2026-11-13']
  const starts = ['2026-09-05', '2026-09-19', '2026-10-03', '2026-10-17', '2026-10-31']
  const payroll = ends.map((period_end, index) =>
    payLine({
      period_start: starts[index] ?? '',
      period_end,
      pay_date: period_end,
      hours: 8_000,
      amount: 140_000,
    }),
  )
  const options = { asOf: '2026-11-14' }

  it('costs its 31 days, not its three paydays', async () => {
    expect(await valueOf('staff_cost', { payroll }, { options })).toBe(31 * 10_000)
  })

  it('has the hours of its days: 31 of 14 for 80 hours are one full-time person', async () => {
    expect(await valueOf('staff_fte', { payroll }, { options })).toBeCloseTo(1, 4)
  })

  it('has the cost of its days for each visit', async () => {
    const appointments = ['P1', 'P2'].map((patient_key) => booking({ patient_key }))
    expect(await valueOf('payroll_cost_per_visit', { payroll, appointments }, { options })).toBe(155_000)
  })
})

describe('turnover (K52)', () => {
  const twelve = { from: '2026-10', to: '2026-10' }
  const staff = [
    ...numbered(10).map((employee_id) => member({ employee_id })),
    member({ employee_id: '101', term_date: '2025-11-30' }),
    member({ employee_id: '102', term_date: '2026-10-31' }),
  ]

  it('is who left in twelve months by the average of twelve month ends', async () => {
    // Eleven at eleven month ends, ten at the last; the first leaver was gone by the first.
    expect(await valueOf('turnover_rate', { staff }, twelve)).toBeCloseTo(2 / ((11 * 11 + 10) / 12), 9)
  })

  it('leaves out providers, owners, temporary and contract staff', async () => {
    const others = [
      member({ employee_id: '201', term_date: '2026-05-01', role_group: 'physician' }),
      member({ employee_id: '202', term_date: '2026-05-01', role_group: 'app' }),
      member({ employee_id: '203', term_date: '2026-05-01', is_owner: true }),
      member({ employee_id: '204', term_date: '2026-05-01', employment: 'temp' }),
      member({ employee_id: '205', term_date: '2026-05-01', employment: 'contract' }),
    ]
    const all = [...staff, ...others]
    expect(await valueOf('turnover_rate', { staff: all }, twelve)).toBe(
      await valueOf('turnover_rate', { staff }, twelve),
    )
  })

  it('has no value where the tab lists no leavers, no hires, or leavers of fewer than twelve months', async () => {
    expect(await valueOf('turnover_rate', { staff: staff.slice(0, 10) }, twelve)).toBeNull()
    const undated = staff.map((each) => ({ ...each, hire_date: null }))
    expect(await valueOf('turnover_rate', { staff: undated }, twelve)).toBeNull()
    expect(await valueOf('turnover_rate', { staff: staff.filter((_, at) => at !== 10) }, twelve)).toBeNull()
  })

  it('counts who was hired again as here, though the tab kept the end of the earlier job', async () => {
    const back = { hire_date: '2025-08-01', term_date: '2019-06-30' }
    const again = member({ employee_id: '001', ...back })
    const since = member({ employee_id: '001', hire_date: back.hire_date })
    const others = staff.slice(1)
    for (const metric of ['turnover_rate', 'early_loss_rate']) {
      const asHired = await valueOf(metric, { staff: [since, ...others] }, twelve)
      expect(await valueOf(metric, { staff: [again, ...others] }, twelve), metric).toBe(asHired)
    }
    // Nor does that day say that leavers are listed since then.
    expect(await valueOf('turnover_rate', { staff: [again, ...staff.slice(1, 10)] }, twelve)).toBeNull()
    const payroll = numbered(5).map((employee_id) => payLine({ employee_id, hours: 8_000, amount: 160_000 }))
    const owed = numbered(5).map((employee_id) => member({ employee_id, pto_balance_hours: 1_000, ...back }))
    expect(await valueOf('pto_liability', { staff: owed, payroll })).toBe(5 * 20_000)
  })

  it('tells how many hires did not stay 90 days, once the 90 days are over', async () => {
    const hired = [
      member({ employee_id: '301', hire_date: '2026-01-10', term_date: '2026-04-10' }),
      member({ employee_id: '302', hire_date: '2026-01-10', term_date: '2026-04-11' }),
      member({ employee_id: '303', hire_date: '2026-03-01' }),
      member({ employee_id: '304', hire_date: '2026-10-01', term_date: '2026-10-09' }),
    ]
    expect(await valueOf('early_loss_rate', { staff: [...staff, ...hired] }, twelve)).toBeCloseTo(1 / 3, 9)
  })
})

describe('vacancy (K53)', () => {
  function position(position_id: string, fields: Partial<StaffPosition> = {}): StaffPosition {
    return {
      position_id,
      role_group: null,
      fte: 1,
      opened: null,
      filled: null,
      status: null,
      ...fields,
    }
  }
  const held = numbered(8).map((id) => position(id))
  const open = position('009', { opened: '2026-09-10', fte: 0.5 })

  it('is what is open by all that is approved, at the month end', async () => {
    expect(await valueOf('vacancy_rate', { positions: [...held, open] })).toBeCloseTo(0.5 / 8.5, 9)
    const filled = { ...open, filled: '2026-10-31' }
    expect(await valueOf('vacancy_rate', { positions: [...held, filled] })).toBe(0)
    const september = { from: '2026-09', to: '2026-09' }
    expect(await valueOf('vacancy_rate', { positions: [...held, filled] }, september)).toBeCloseTo(
      0.5 / 8.5,
      9,
    )
  })

  it('counts a position once, by its latest opening, and a frozen one not at all', async () => {
    const again = [
      position('001', { opened: '2026-10-05', filled: '2026-10-20' }),
      position('002', { opened: '2026-10-25' }),
      position('010', { opened: '2026-08-01', status: 'frozen' }),
    ]
    expect(await valueOf('vacancy_rate', { positions: [...held, ...again] })).toBeCloseTo(1 / 8, 9)
  })

  it('has no value with fewer than five positions, or without the tab', async () => {
    expect(await valueOf('vacancy_rate', { positions: [...held.slice(0, 3), open] })).toBeNull()
    expect(await valueOf('vacancy_rate', {})).toBeNull()
  })
})

describe('PTO liability (K54)', () => {
  const payroll = [
    payLine({ hours: 8_000, amount: 160_000, period_start: '2026-09-21', period_end: '2026-10-04' }),
    payLine({ hours: 8_000, amount: 176_000 }),
    payLine({ employee_id: '002', hours: null, amount: 200_000 }),
  ]
  const staff = [
    member({ pto_balance_hours: 4_000 }),
    member({ employee_id: '002', pto_balance_hours: 1_000, standard_weekly_hours: 4_000 }),
    member({ employee_id: '003', pto_balance_hours: -800 }),
    member({ employee_id: '004', pto_balance_hours: 9_999, term_date: '2026-10-30' }),
    member({ employee_id: '005', pto_balance_hours: 9_999, role_group: 'physician' }),
  ]

  it('is hours owed at current pay: 40 hours at $22 and 10 at $25; below zero counts as 0', async () => {
    expect(await valueOf('pto_liability', { payroll, staff })).toBe(40 * 2_200 + 10 * 2_500)
  })

  it('has no value while the pay of somebody who is owed leave is missing', async () => {
    const unpaid = member({ employee_id: '006', pto_balance_hours: 100 })
    expect(await valueOf('pto_liability', { payroll, staff: [...staff, unpaid] })).toBeNull()
  })
})
