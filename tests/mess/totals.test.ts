import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell, Row } from '../../scripts/private/sources/source.ts'
import { takeInTab } from './takeIn.ts'

const header = ['Charge ID', 'DOS', 'Post Date', 'Provider', 'Units', 'Charge Amount']

function charge(id: number, provider: string, units: Cell, amount: Cell): Row {
  return [`C${String(id)}`, '1/5/2024', '1/6/2024', provider, units, amount]
}

const smith = [charge(1, 'Anna Smith', 1, '100.00'), charge(2, 'Anna Smith', 2, '50.25')]
const jones = [charge(3, 'Bob Jones', 1, '(10.00)'), charge(4, 'Bob Jones', 1, '75.10')]
const total = (label: string, units: Cell, amount: Cell): Row => [label, null, null, null, units, amount]

/** What became of the rows below the header: refusals, and totals that hold. */
async function told(rows: readonly Row[], yaml = '') {
  const taken = await takeInTab('Charges', [header, ...rows], yaml)
  const { totals } = taken.intake?.health.tabs[0] ?? {}
  return { refused: taken.refused, warnings: taken.warnings, totals }
}

const accepting = (what: string): string =>
  `tabs: [{ file: test.xlsx, dataset: charges, accept_difference: [${what}] }]`

describe("a file's own totals", () => {
  it.each<[string, Row[], number]>([
    ['a grand total', [...smith, ...jones, total('Report Totals', 5, '215.35')], 2],
    [
      'subtotals of groups and a grand total below the last',
      [
        ...smith,
        total('Total for Anna Smith', 3, '150.25'),
        ...jones,
        total('Bob Jones Total', 2, 65.1),
        total('Grand Total', 5, '$215.35'),
      ],
      6,
    ],
    [
      'groups of groups',
      [
        ...smith,
        total('Smith Total', null, 150.25),
        total('North Total', null, 150.25),
        ...jones,
        total('Jones Total', null, 65.1),
        total('South Total', null, 65.1),
        total('Grand Total', null, 215.35),
      ],
      5,
    ],
    [
      'running totals of pages',
      [...smith, total('Page total', 3, 150.25), ...jones, total('Page total', 5, 215.35)],
      4,
    ],
    [
      'a report below another',
      [...smith, total('Report Totals', 3, 150.25), ...jones, total('Report Totals', 2, 65.1)],
      4,
    ],
    ['totals above the rows', [total('Total', 5, 215.35), ...smith, ...jones], 2],
    ['counts', [...smith, ['Count', 2], ...jones, ['Total records: 4']], 2],
    ['a total that says nothing of a column', [...smith, total('Total', null, 150.25)], 1],
    [
      'beside averages and shares, which are no totals',
      [
        ...smith,
        total('Average', 1.5, 75.13),
        total('Anna Smith Average', 1.5, 75.13),
        total('Total', 3, 150.25),
        total('% of Total', '100%', '100.00%'),
        total('Percent of total', 60, 69.77),
        total('Average per charge', 1.5, 75.13),
        total('Maximum', 2, 100),
      ],
      2,
    ],
    ['a total without the sign of its rows', [charge(3, 'Bob Jones', 1, -10), total('Total', 1, '10.00')], 2],
    [
      'beside counts of what is no row',
      [...smith, ['Patient Count', 1], ['Unique claims count: 1'], ['Count', 2]],
      1,
    ],
  ])('%s: hold', async (_, rows, held) => {
    expect(await told(rows)).toMatchObject({ refused: [], totals: { held, accepted: 0, unread: 0 } })
  })

  it('a difference is shown to the cent and refuses the file', async () => {
    const { refused } = await told([...smith, total('Report Totals', 3, '150.26')])
    expect(refused).toEqual([
      'Tab "Charges" of test.xlsx, cell F4 ("Charge Amount"): what it states and the rows that it is of differ by 0.01 (stated less counted, 2 rows).',
    ])
  })

  it('one that the config accepts does not, and exactly that one', async () => {
    const rows = [...smith, total('Report Totals', 3, '150.26')]
    const accepted = await told(rows, accepting('{ column: charge amount, difference: 0.01 }'))
    expect(accepted).toMatchObject({ refused: [], totals: { held: 1, accepted: 1, unread: 0 } })
    const another = await told(rows, accepting('{ column: Charge Amount, difference: 0.02 }'))
    expect(another.refused).toHaveLength(1)
    const counts = await told([...smith, ['Count', 3]], accepting('{ column: rows, difference: 1 }'))
    expect(counts.totals).toEqual({ held: 0, accepted: 1, unread: 0 })
  })

  it('an acceptance that is of no use any more is told', async () => {
    const { warnings } = await told(smith, accepting('{ column: Charge Amount, difference: 0.01 }'))
    expect(warnings).toContainEqual(
      expect.stringContaining('accepts a difference of a total in column "Charge Amount" that is not there'),
    )
  })

  it('rejected rows and test patients are of the total; an amount that cannot be read makes it no statement', async () => {
    const noDay = charge(5, 'Anna Smith', 1, '20.00').with(1, 'soon')
    const lenient = 'limits: { rejected_share: 1 }'
    expect(await told([...smith, noDay, total('Total', 4, 170.25)], lenient)).toMatchObject({
      refused: [],
      totals: { held: 2, accepted: 0, unread: 0 },
    })
    const bad = charge(5, 'Anna Smith', 1, 'some')
    const { refused, totals, warnings } = await told([...smith, bad, total('Total', 4, 170.25)], lenient)
    expect({ refused, totals }).toEqual({ refused: [], totals: { held: 1, accepted: 0, unread: 1 } })
    expect(warnings).toContainEqual(
      'Tab "Charges" of test.xlsx: a total (the first in cell F5 ("Charge Amount")) could not be compared, because an amount in its column cannot be read.',
    )
  })

  it('a row of data that only looks like an average is rejected, not set aside', async () => {
    const noDay = charge(5, 'Max Average', 1, '20.00').with(1, null)
    const taken = await takeInTab('Charges', [header, ...smith, noDay], 'limits: { rejected_share: 1 }')
    expect(taken.rejected).toEqual(['B4 service_date: blank, and required'])
  })

  it('a total of no row is refused without its amount', async () => {
    const { refused } = await told([...smith, total('Total', 3, 150.25), total('North Total', 9, 99.99)])
    expect(refused.join()).toContain('differ by 6.00')
    const alone = await told([total('Total', 9, '99.99')])
    expect(alone.refused).toContainEqual(
      'Tab "Charges" of test.xlsx, cell F2 ("Charge Amount"): a total with no row that it could be of.',
    )
    expect(alone.refused.join()).not.toContain('99.99')
  })

  it('hours that were rounded one by one may be off by half a hundredth each', async () => {
    const head = ['Employee ID', 'Period Start', 'Period End', 'Pay Date', 'Earning Code', 'Hours', 'Amount']
    const pay = (who: string, hours: Cell): Row => [
      who,
      '1/1/2024',
      '1/14/2024',
      '1/19/2024',
      'regular',
      hours,
      10,
    ]
    const three = ['a', 'b', 'c'].map((who) => pay(who, 7.3333333))
    const rows = (hours: number): Row[] => [
      head,
      ...three,
      ['Payroll Totals', null, null, null, null, hours, 30],
    ]
    expect((await takeInTab('Payroll', rows(22))).refused).toEqual([])
    expect((await takeInTab('Payroll', rows(22.02))).refused).toHaveLength(1)
  })
})

/** Providers with their charges: amounts in cents, units. */
const groups = fc.array(
  fc.array(
    fc.record({ cents: fc.integer({ min: -50_000, max: 500_000 }), units: fc.integer({ min: 1, max: 9 }) }),
    {
      minLength: 1,
      maxLength: 5,
    },
  ),
  { minLength: 1, maxLength: 5 },
)

interface Layout {
  readonly hasSubtotals: boolean
  readonly hasGrandTotal: boolean
  readonly hasCount: boolean
}

/** A table of the groups with totals as the layout has them, and the row (0 is the first) of each charge. */
function tableOf(drawn: readonly { cents: number; units: number }[][], layout: Layout) {
  const rows: Row[] = []
  const places: number[] = []
  const sum = (of: readonly { cents: number; units: number }[], label: string): Row =>
    total(
      label,
      of.reduce((all, { units }) => all + units, 0),
      (of.reduce((all, { cents }) => all + cents, 0) / 100).toFixed(2),
    )
  for (const [group, charges] of drawn.entries()) {
    for (const { cents, units } of charges) {
      places.push(rows.length)
      rows.push(charge(rows.length, `Provider ${String(group)}`, units, (cents / 100).toFixed(2)))
    }
    if (layout.hasSubtotals) rows.push(sum(charges, `Total for provider ${String(group)}`))
  }
  if (layout.hasGrandTotal) rows.push(sum(drawn.flat(), 'Grand Total'))
  if (layout.hasCount) rows.push([`Total records: ${String(drawn.flat().length)}`])
  return { rows, places }
}

const layouts = fc
  .record({ hasSubtotals: fc.boolean(), hasGrandTotal: fc.boolean(), hasCount: fc.boolean() })
  .filter(({ hasSubtotals, hasGrandTotal }) => hasSubtotals || hasGrandTotal)

describe('any table with any layout of totals', () => {
  it('ties; with a cell changed by a cent, or a row more or less, it is refused', async () => {
    await fc.assert(
      fc.asyncProperty(groups, layouts, fc.nat(), async (drawn, layout, pick) => {
        const { rows, places } = tableOf(drawn, layout)
        const stated =
          (layout.hasSubtotals ? drawn.length : 0) +
          (layout.hasGrandTotal ? 1 : 0) +
          (layout.hasCount ? 0.5 : 0)
        expect(await told(rows)).toMatchObject({
          refused: [],
          totals: { held: stated * 2, accepted: 0, unread: 0 },
        })
        const place = places[pick % places.length] ?? 0
        const row = rows[place] ?? []
        const cent = rows.with(place, row.with(5, (Number(row[5]) + 0.01).toFixed(2)))
        const changed = await told(cent)
        expect(changed.refused.length).toBeGreaterThan(0)
        expect(changed.refused.every((text) => text.includes('differ by -0.01'))).toBe(true)
        const doubled = await told(rows.toSpliced(place, 0, row.with(0, 'C-again')))
        expect(doubled.refused.length).toBeGreaterThan(0)
        if (places.length > 1)
          expect((await told(rows.toSpliced(place, 1))).refused.length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })
})
