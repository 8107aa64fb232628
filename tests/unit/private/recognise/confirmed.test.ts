import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contracts } from '../../../../scripts/private/contracts/contracts.ts'
import type { Cell, Row } from '../../../../scripts/private/sources/source.ts'
import { takeInTab } from '../../../mess/takeIn.ts'

const header = ['Line', 'DOS', 'Entered', 'Provider', 'Billed', 'Remark']
const rows: Row[] = ['1', '2', '3', '4'].map((id) => [
  `C${id}`,
  '1/5/2024',
  '1/6/2024',
  'Anna Smith',
  '120.00',
  'x',
])
const pin = (confirmed: readonly string[], columns: Record<string, string> = {}): string =>
  `tabs: [${JSON.stringify({
    file: 'test.xlsx',
    dataset: 'charges',
    columns: {
      charge_id: 'Line',
      service_date: 'DOS',
      post_date: 'Entered',
      rendering_provider: 'Provider',
      charge_amount: 'Billed',
      ...columns,
    },
    confirmed,
  })}]`

const read = (headers: readonly Cell[], body: readonly Row[] = rows, yaml = pin(header)) =>
  takeInTab('Export', [headers, ...body], yaml)

describe('headers that were confirmed', () => {
  it('are read as they were, wherever they stand by now and however they are spelt', async () => {
    const moved = ['Remark', ' BILLED ', 'Provider', 'entered', 'dos', 'Line']
    const taken = await read(
      moved,
      rows.map((row) => row.toReversed()),
    )
    expect(taken.refused).toEqual([])
    expect(await taken.rows('charges')).toMatchObject(
      ['C1', 'C2', 'C3', 'C4'].map((charge_id) => ({
        charge_id,
        post_date: '2024-01-06',
        charge_amount: 12_000,
      })),
    )
  })

  it('a column that was read and is gone refuses the tab, and says which are new and what they hold', async () => {
    const { refused } = await read(header.with(2, 'Posted On'))
    expect(refused).toEqual([
      'Tab "Export" of test.xlsx: column "Entered", which was confirmed for post_date, is gone. New is C (dates).',
    ])
  })

  it('a new column is told by its letter and not read, even if its name says what it is', async () => {
    const more = rows.map((row) => [...row, '1/9/2024', '7.00'])
    const taken = await read([...header, 'Date of Service', 'Tips'], more)
    expect(taken.refused).toEqual([])
    expect((await taken.rows('charges'))[0]).toMatchObject({ service_date: '2024-01-05' })
    expect(taken.warnings).toEqual(
      expect.arrayContaining([
        expect.stringContaining('column G (dates) is new since the tab was confirmed, and not read'),
        expect.stringContaining('column H (amounts) is new since the tab was confirmed, and not read'),
      ]),
    )
    expect(taken.warnings.join()).not.toContain('Tips')
  })

  it('one that was never read may go', async () => {
    const taken = await read(
      header.slice(0, 5),
      rows.map((row) => row.slice(0, 5)),
    )
    expect(taken.refused).toEqual([])
    expect(taken.warnings).toContainEqual(
      'Tab "Export" of test.xlsx: column "Remark", which was never read, is gone.',
    )
  })

  it('any change of any headers is named exactly', async () => {
    const change = fc.tuple(fc.nat({ max: 5 }), fc.constantFrom('gone', 'renamed', 'none'))
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(change, { selector: ([place]) => place, maxLength: 4 }),
        async (changes) => {
          const what = new Map(changes)
          const headers = header.flatMap((name, place): (string | null)[] =>
            what.get(place) === 'gone' ? [] : [what.get(place) === 'renamed' ? `New ${place}` : name],
          )
          const body = rows.map((row) => row.filter((_, place) => what.get(place) !== 'gone'))
          const { refused } = await read(headers, body)
          const missing = header.filter(
            (_, place) => what.has(place) && what.get(place) !== 'none' && place !== 5,
          )
          const named = refused.flatMap(
            (text) => /column "([^"]+)", which was confirmed/.exec(text)?.[1] ?? [],
          )
          if (headers.filter((name) => header.includes(name ?? '')).length >= 3)
            expect(named).toEqual(missing)
          else expect(refused.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('of a report, a column that a part reads and that is gone refuses it', async () => {
    const names = [
      'apptid',
      'apptdate',
      'apptslotstatus',
      'appttype',
      'apptstarttime',
      'patientid',
      'appt schdlng prvdrfullnme',
    ]
    const yaml = `tabs: [{ file: test.xlsx, preset: athena_schedule, confirmed: ${JSON.stringify(names)} }]`
    const { refused } = await takeInTab(
      'Export',
      [names.with(4, 'when'), ['1', '1/5/2024', 'x', 'OV', '9:30', '7', 'Smith']],
      yaml,
    )
    expect(refused).toEqual([
      expect.stringContaining(
        'column "apptstarttime", which was confirmed for start_time, is gone. New is E',
      ),
    ])
  })
})

describe('headers and cells', () => {
  it('a tab whose headers say charges and whose cells say otherwise is not taken for them', async () => {
    const names = ['Charge ID', 'Date of Service', 'Posting Date', 'Charge Amount']
    const good = await takeInTab('Sheet1', [
      names,
      ...rows.map((row) => [row[0] ?? null, row[1] ?? null, row[2] ?? null, row[4] ?? null]),
    ])
    expect(good.intake?.health.tabs[0]?.dataset).toBe('charges')
    const { refused } = await takeInTab('Sheet1', [
      names,
      ...rows.map(() => ['a note', 'about', 'something', 'else']),
    ])
    expect(refused).toEqual(['No tab of the source holds data that the dashboard knows.'])
  })

  it('unknown headers are never taken for a dataset, whatever stands below them', async () => {
    const words = fc.stringMatching(/^[qxzjk]{5,9}$/)
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(words, { minLength: 4, maxLength: 6 }), async (names) => {
        const { refused } = await takeInTab('Sheet1', [
          names,
          ...rows.map((row) => row.slice(0, names.length)),
        ])
        expect(refused).toEqual(['No tab of the source holds data that the dashboard knows.'])
      }),
      { numRuns: 50 },
    )
  })

  it.each(Object.values(contracts).map(({ dataset }) => dataset))(
    'all names of %s are known however they are written',
    async (dataset) => {
      const { fieldOfHeader } = await import('../../../../scripts/private/recognise/headerFields.ts')
      for (const [field, { aliases }] of Object.entries(contracts[dataset].fields)) {
        const own = fieldOfHeader(dataset, field.toUpperCase().replaceAll('_', ' '), new Map())
        expect(own?.field).toBe(field)
        for (const alias of aliases) expect(fieldOfHeader(dataset, ` ${alias} `, new Map())).not.toBeNull()
      }
    },
  )
})
