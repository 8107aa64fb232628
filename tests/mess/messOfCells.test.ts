import { describe, expect, it } from 'vitest'
import type { Cell } from '../../scripts/private/sources/source.ts'
import { percentGoals } from '../../scripts/sync/targetsOf.ts'
import { takeInTab, takeInTabs } from './takeIn.ts'

const header = ['Charge ID', 'DOS', 'Post Date', 'Provider', 'CPT Code', 'Modifier', 'Charge Amount']
const good: readonly Cell[] = ['1', '1/5/2024', '1/6/2024', 'Anna Smith', '99213', null, 100]
const lenient = 'limits: { rejected_share: 1 }'

/** A good row with cells exchanged, under a good row so that one bad row refuses nothing. */
async function chargeWith(changes: Readonly<Record<number, Cell>>) {
  const row = good.map((cell, index) => (index in changes ? (changes[index] ?? null) : cell))
  const taken = await takeInTab('Charges', [header, row.with(0, changes[0] ?? '2'), good], lenient)
  const rows = await taken.rows('charges')
  return { ...taken, row: rows.length === 2 ? rows[0] : undefined }
}

describe('mess 1: currency', () => {
  it.each<[Cell, number]>([
    ['$1,234.50', 123450],
    ['1,234.50', 123450],
    ['(45.23)', -4523],
    ['-$45.23', -4523],
    ['45.23-', -4523],
    ['45.23 CR', -4523],
    ['$ -   ', 0],
    ['USD 12', 1200],
  ])('%j is %d cents', async (cell, cents) => {
    const { row, rejected } = await chargeWith({ 6: cell })
    expect(rejected).toEqual([])
    expect(row?.charge_amount).toBe(cents)
  })

  it.each<[Cell, string]>([
    ['N/A', 'not an amount'],
    ['--', 'not an amount'],
    ['#REF!', 'a spreadsheet error'],
    ['#DIV/0!', 'a spreadsheet error'],
    [{ error: '#REF!' }, 'a spreadsheet error'],
    ['see note', 'not an amount'],
    [null, 'blank, and required'],
  ])('%j is listed, and never 0', async (cell, rule) => {
    const { row, rejected, intake } = await chargeWith({ 6: cell })
    expect(row).toBeUndefined()
    expect(rejected).toEqual([`G2 charge_amount: ${rule}`])
    expect(intake?.health.tabs[0]?.rows).toMatchObject({ read: 2, included: 1, quarantined: 1 })
    expect(intake?.health.tabs[0]?.cents?.included).toBe(10_000)
  })
})

describe('mess 2: dates', () => {
  it.each<[Cell]>([
    ['1/5/24'],
    ['01/05/2024'],
    ['2024-01-05'],
    ['5-Jan-24'],
    ['Jan 5, 2024'],
    ['2024-01-05T09:30:00-05:00'],
    ['20240105'],
    [45296],
    [45296.395833],
    ['45296.395833'],
  ])('%j is 5 January 2024', async (cell) => {
    expect((await chargeWith({ 1: cell })).row?.service_date).toBe('2024-01-05')
  })

  it.each<[Cell, string]>([
    ['13/5/2024', 'a day in the place of the month'],
    ['January_2022', 'a month without a day'],
    ['12/31/1899', 'blank, and required'],
    [0, 'blank, and required'],
    ['soon', 'not a date'],
  ])('%j is listed, and no day is made of it', async (cell, rule) => {
    const { row, rejected } = await chargeWith({ 1: cell })
    expect(row).toBeUndefined()
    expect(rejected).toEqual([`B2 service_date: ${rule}`])
  })

  it('knows January_2022 where a month is asked for', async () => {
    const taken = await takeInTab('Budget', [
      ['Month', 'Category', 'Budget'],
      ['January_2022', 'Rent', '$1,000'],
    ])
    expect(taken.refused).toEqual([])
    expect(await taken.rows('budget')).toMatchObject([{ month: '2022-01-01' }])
  })

  it('knows 00:00 and zero dates of a moment for not recorded', async () => {
    const taken = await takeInTab('Schedule', [
      ['Appt ID', 'Appt Date', 'Provider', 'Status', 'Check In Time', 'Cancelled At'],
      ['1', '1/5/2024', 'Anna Smith', 'Seen', '00:00', '12/31/1899'],
      ['2', '1/5/2024', 'Anna Smith', 'Seen', '0:00', 0],
    ])
    const nothing = { checked_in_at: null, cancelled_at: null }
    expect(await taken.rows('appointments')).toMatchObject([nothing, nothing])
  })
})

describe('mess 2: times of day', () => {
  const startOf = async (cell: Cell) => {
    const taken = await takeInTab(
      'Schedule',
      [
        ['Appt ID', 'Appt Date', 'Provider', 'Status', 'Start Time', 'Check In Time'],
        ['1', '1/5/2024', 'Anna Smith', 'Seen', cell, cell],
        ['2', '1/5/2024', 'Anna Smith', 'Seen', '9:30', '9:30'],
      ],
      lenient,
    )
    const rows = await taken.rows('appointments')
    return { ...taken, row: rows.length === 2 ? rows[0] : undefined }
  }

  it.each<[Cell]>([
    [930],
    ['930'],
    ['0930'],
    ['9:30 AM'],
    [0.3958333333],
    [45296.3958333333],
    ['1/5/2024 9:30'],
  ])('%j is half past nine', async (cell) => {
    const { row, rejected } = await startOf(cell)
    expect(rejected).toEqual([])
    expect(row).toMatchObject({ start_time: '09:30', checked_in_at: '2024-01-05 09:30:00' })
  })

  it.each<[Cell]>([[0], ['00:00'], ['0:00:00'], [45296]])(
    '%j is not recorded, and not midnight',
    async (cell) => {
      const { row, rejected } = await startOf(cell)
      expect(rejected).toEqual([])
      expect(row).toMatchObject({ start_time: null, checked_in_at: null })
    },
  )

  it.each<[Cell]>([[9.5], [30], [2575], ['noon']])(
    '%j is listed, and neither noon nor midnight',
    async (cell) => {
      const { row, rejected } = await startOf(cell)
      expect(row).toBeUndefined()
      expect(rejected).toContain('E2 start_time: not a time')
    },
  )
})

describe('mess 9: names', () => {
  const providers = [
    ['Provider ID', 'Name', 'NPI', 'Aliases'],
    ['7', 'Anna Smith, MD', 1234567893, 'Resource 1'],
    ['8', 'Bob Jones', null, 'Smith-Lee; Nurse 2'],
    ['9', 'Mary K. Hill Jr, NP/MD', null, 'Float A/B'],
  ]
  const providerOf = async (written: Cell) => {
    const taken = await takeInTabs({ Providers: providers, Charges: [header, good.with(3, written)] })
    return { provider: (await taken.rows('charges'))[0]?.rendering_provider, health: taken.intake?.health }
  }

  it.each<[Cell]>([
    ['Smith, Anna M.'],
    ['SMITH,ANNA'],
    ['Anna Smith'],
    ['Dr. A. Smith'],
    ['SMITH, ANNA MD'],
    ['Smith MD, Anna'],
    ['Anna Smith, NP-C'],
    ['Smith, Anna,'],
    ['Smith (Miller), Anna'],
    ['Anna Miller Smith'],
    [1234567893],
    ['1234567893'],
    ['Resource 1'],
  ])('%j is Anna Smith', async (written) => {
    expect((await providerOf(written)).provider).toBe('Anna Smith, MD')
  })

  it.each<[Cell]>([
    ['Hill, Mary'],
    ['Hill, Mary K'],
    ['Mary K. Hill'],
    ['Hill, Mary Kay'],
    ['Hill Jr, Mary'],
    ['Mary Hill, NP/MD'],
    ['Float A/B'],
  ])('%j is Mary Hill', async (written) => {
    expect((await providerOf(written)).provider).toBe('Mary K. Hill Jr, NP/MD')
  })

  it.each<[Cell]>([
    ...([['Nurse 1'], ['Harbor Lane Office'], ['Smith, B.'], ['Anna']] satisfies [Cell][]),
    // Another middle initial or generation is somebody else; of two people neither is meant alone.
    ...([['Hill, Mary A.'], ['Mary B Hill'], ['Hill, Mary Sr'], ['Mary Hill III']] satisfies [Cell][]),
    ...([['Smith, Anna / Jones, Bob'], ['Smith, Anna; Jones, Bob'], ['Anna Smith and Bob Jones']] satisfies [
      Cell,
    ][]),
  ])('%j is nobody that is known, and counted', async (written) => {
    const { provider, health } = await providerOf(written)
    expect(provider).toBe('Unmapped')
    expect(health?.unmapped).toMatchObject([{ field: 'rendering_provider', rows: 1 }])
  })

  it('keeps the zeros of an employee id that is text', async () => {
    const taken = await takeInTab('Payroll', [
      ['Employee ID', 'Period Start', 'Period End', 'Pay Date', 'Earning Code', 'Amount'],
      ['00123', '1/1/2024', '1/14/2024', '1/19/2024', 'Regular', 900],
    ])
    expect(await taken.rows('payroll')).toMatchObject([{ employee_id: '00123', amount: 90_000 }])
  })
})

describe('mess 10: numbers that are names', () => {
  it.each<[Cell, string]>([
    ["'00123", '00123'],
    ['00123', '00123'],
    ['12.10', '12.10'],
    [123_000_000_000, '123000000000'],
  ])('%j keeps its digits', async (cell, id) => {
    expect((await chargeWith({ 0: cell })).row?.charge_id).toBe(id)
  })

  it.each<[Cell, string]>([
    ['1.23E+11', 'digits lost: scientific notation'],
    ['1.23e11', 'digits lost: scientific notation'],
    [1.23e17, 'digits lost: the number is too long'],
  ])('%j has lost digits, and is listed', async (cell, rule) => {
    expect((await chargeWith({ 0: cell })).rejected).toEqual([`A2 charge_id: ${rule}`])
  })

  it('warns where a number has a decimal point: 12.10 stands there as 12.1', async () => {
    const { row, warnings } = await chargeWith({ 0: 12.1 })
    expect(row?.charge_id).toBe('12.1')
    expect(warnings.join()).toContain('a zero at the end may be lost')
  })

  it.each<[Cell]>([['N/A'], ['-'], ['--'], ['null'], ['None'], ['0'], [0]])(
    'lines whose number is %j are lines without one, and not one line',
    async (none) => {
      const lines = [10, 20, 30].map((dollars) => good.with(0, none).with(6, dollars))
      const taken = await takeInTab('Charges', [header, ...lines])
      expect(
        (await taken.rows('charges')).map(({ charge_id, charge_amount }) => [charge_id, charge_amount]),
      ).toEqual([
        [null, 1_000],
        [null, 2_000],
        [null, 3_000],
      ])
      expect(taken.intake?.health.tabs[0]?.rows).toMatchObject({ included: 3, duplicates: 0 })
    },
  )

  it.each<[Cell, string]>([
    ['0001F', '0001F'],
    ['99213.0', '99213'],
    [99213, '99213'],
  ])('CPT %j is %s', async (cell, code) => {
    expect((await chargeWith({ 4: cell })).row?.cpt).toBe(code)
  })

  it.each<[Cell]>([['25'], ['25.0'], [25]])('modifier %j is 25', async (cell) => {
    expect((await chargeWith({ 5: cell })).row?.modifiers).toBe('25')
  })

  it('does not read ZIP codes at all', async () => {
    const taken = await takeInTab('Charges', [
      [...header, 'ZIP'],
      [...good, 2139],
    ])
    expect(JSON.stringify(await taken.rows('charges'))).not.toContain('2139')
  })
})

describe('mess 13: time zones', () => {
  it.each<[Cell, string]>([
    ['2024-01-05T14:30:00Z', '2024-01-05 09:30:00'],
    ['2024-01-06T02:30:00Z', '2024-01-05 21:30:00'],
    // The hour that does not exist: 2:30 of the wall clock is taken as it stands, an instant lands after it.
    ['3/10/2024 2:30 AM', '2024-03-10 02:30:00'],
    ['2024-03-10T07:30:00Z', '2024-03-10 03:30:00'],
    ['1/5/2024 9:30 AM', '2024-01-05 09:30:00'],
  ])('a booking of %j was made at %s', async (cell, moment) => {
    const taken = await takeInTab(
      'Schedule',
      [
        ['Appt ID', 'Appt Date', 'Provider', 'Status', 'Booked At'],
        ['1', '4/5/2024', 'Anna Smith', 'Seen', cell],
      ],
      'practice: { time_zone: America/New_York }',
    )
    expect(await taken.rows('appointments')).toMatchObject([{ appt_date: '2024-04-05', booked_at: moment }])
  })
})

describe('mess 15: yes and no', () => {
  it.each<[Cell, boolean | null]>([
    ['Y', true],
    ['N', false],
    ['Yes', true],
    ['No', false],
    ['TRUE', true],
    [true, true],
    [false, false],
    ['x', true],
    ['✓', true],
    ['1', true],
    [1, true],
    ['0', false],
    [0, false],
    [null, null],
  ])('%j is %j', async (cell, expected) => {
    const taken = await takeInTab('Schedule', [
      ['Appt ID', 'Appt Date', 'Provider', 'Status', 'New Patient?'],
      ['1', '1/5/2024', 'Anna Smith', 'Seen', cell],
    ])
    expect((await taken.rows('appointments'))[0]?.is_new_patient ?? null).toBe(expected)
  })

  it('lists another word', async () => {
    const taken = await takeInTab('Schedule', [
      ['Appt ID', 'Appt Date', 'Provider', 'Status', 'New Patient?'],
      ['1', '1/5/2024', 'Anna Smith', 'Seen', 'perhaps'],
      ['2', '1/5/2024', 'Anna Smith', 'Seen', 'Y'],
    ])
    expect(taken.rejected).toEqual(['E2 is_new_patient: not yes or no'])
  })
})

describe('mess 16: percent', () => {
  const goalOf = async (target: Cell) => {
    const taken = await takeInTabs({
      Goals: [
        ['Metric', 'Scope', 'Target', 'Effective From'],
        ['no_show_rate', 'practice', target, '1/1/2024'],
      ],
      Charges: [header, good],
    })
    return taken.intake?.goals[0]?.target
  }

  it.each<[Cell, number]>([
    ['12%', 0.12],
    ['12 %', 0.12],
    ['0.12', 0.12],
    [0.12, 0.12],
  ])('%j is a rate of %d', async (cell, rate) => {
    expect(await goalOf(cell)).toBe(rate)
  })

  it('takes 12 for 12, which cannot be a rate, so it is counted for a note', async () => {
    const goal = { metric: 'no_show_rate', scope: 'practice', scope_id: null, source: null } as const
    const rest = { lower_ok: null, upper_ok: null, direction: null, effective_from: '2024-01-01' }
    expect(await goalOf('12')).toBe(12)
    expect(
      percentGoals([
        { ...goal, ...rest, target: 12 },
        { ...goal, ...rest, target: 0.12 },
      ]),
    ).toBe(1)
  })
})
