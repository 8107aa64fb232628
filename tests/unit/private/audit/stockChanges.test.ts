import { describe, expect, test } from 'vitest'
import { facts } from '../../../../src/cubes/facts.ts'
import type { Happening } from '../../../helpers/peopleOf.ts'
import { each, report } from './auditCase.ts'
import type { Publishing } from './publishedOf.ts'

/** What patients owe at the ends of March and of April, of payer P unless said otherwise. */
interface Owed {
  readonly cents: readonly [march: number, april: number]
  readonly patients?: readonly [march: number, april: number]
  readonly payer?: string
}

function owing(count: number, first: number, { cents, patients = [0, 0], payer = 'P' }: Owed): Happening[] {
  return ['2026-03', '2026-04'].flatMap((month, at) =>
    each(count, first, {
      month,
      at: { payer },
      adds: { balance_cents: cents[at] ?? 0, over_90_cents: 0, patient_cents: patients[at] ?? 0 },
    }),
  )
}

/** What the audit would have merged because of a change, as table, month and measure; null if it found anything else. */
async function merged(happenings: readonly Happening[], how: Publishing = {}): Promise<string[] | null> {
  const { findings } = await report({ fact: facts.receivables, happenings, how })
  if (findings.some(({ rule }) => rule !== 'change')) return null
  const names = findings.map(({ merge }) =>
    [merge?.table, merge?.month, merge?.measure, ...(merge?.values ?? [])].join(' ').trim(),
  )
  return [...new Set(names)].filter((name) => !/age_bucket|provider|location/.test(name)).sort()
}

const steady = [
  ...owing(30, 0, { cents: [5_000, 5_000], patients: [2_000, 2_000] }),
  ...owing(60, 100, { cents: [5_000, 6_000], patients: [2_000, 2_500], payer: 'Q' }),
]

describe('two balances of the same values', () => {
  test('may both be shown where nobody’s changed', async () => {
    expect(await merged(steady)).toEqual([])
  })

  test('tell the change of a few: the later one is to be merged', async () => {
    const few = owing(10, 30, { cents: [5_000, 7_000], patients: [2_000, 2_000] })
    // Beside their patients' part they tell it, too; what is over 90 days old is nobody's, and cannot be merged.
    expect(await merged([...steady, ...few])).toEqual([
      'receivables_by_payer 2026-04 balance_cents P',
      'receivables_by_payer 2026-04 patient_cents P',
    ])
  })

  test('may both be shown where enough people’s changed', async () => {
    const enough = owing(11, 30, { cents: [5_000, 7_000], patients: [2_000, 2_000] })
    expect(await merged([...steady, ...enough])).toEqual([])
  })

  test('count whom only one of the month ends knows', async () => {
    const gone = owing(2, 30, { cents: [5_000, 0] })
    const come = (count: number): Happening[] => owing(count, 40, { cents: [0, 5_000] })
    expect(await merged([...steady, ...gone, ...come(8)])).toContain(
      'receivables_by_payer 2026-04 balance_cents P',
    )
    expect(await merged([...steady, ...gone, ...come(9)])).toEqual([])
  })

  test('count rows without a patient by what one month end has more', async () => {
    const keyless = (count: number): Happening[] =>
      owing(40, 0, { cents: [5_000, 5_000] })
        .concat(owing(count, 0, { cents: [0, 5_000] }))
        .map((one) => ({ ...one, person: -1 }))
    expect(await merged([...steady, ...keyless(32)])).toContain(
      'receivables_by_payer 2026-04 balance_cents P',
    )
    expect(await merged([...steady, ...keyless(33)])).toEqual([])
  })
})

describe('a part of a balance', () => {
  const few = owing(3, 30, { cents: [5_000, 5_000], patients: [2_000, 3_000] })

  test('tells the change of a few, by payer and of the whole practice', async () => {
    const ofPractice = await merged([...steady.slice(0, 60), ...few])
    expect(ofPractice).toEqual([
      'receivables 2026-04 patient_cents',
      'receivables_by_payer 2026-04 patient_cents P',
    ])
    expect(await merged([...steady, ...few])).toEqual(['receivables_by_payer 2026-04 patient_cents P'])
  })

  test('tells nothing where it is merged in one of the months', async () => {
    const hides: Publishing['hides'] = ({ month, measure, table }) =>
      month === '2026-04' && measure === 'patient_cents' && table === 'receivables_by_payer'
    expect(await merged([...steady, ...few], { hides })).toEqual([])
  })

  test('tells the change of those that are merged with each other both times', async () => {
    const others = owing(30, 300, { cents: [5_000, 5_000], patients: [2_000, 2_000], payer: 'None given' })
    const hides: Publishing['hides'] = ({ measure, table, values }) =>
      measure === 'patient_cents' && table === 'receivables_by_payer' && values[0] !== 'Q'
    expect(await merged([...steady, ...others, ...few], { hides })).toEqual([
      'receivables_by_payer 2026-04 patient_cents Q',
    ])
  })

  test('tells by what it leaves of the whole, although enough people’s changed in either', async () => {
    const moved = owing(12, 30, { cents: [5_000, 6_000], patients: [2_000, 3_000] })
    const paid = owing(4, 60, { cents: [5_000, 4_000], patients: [2_000, 2_000] })
    const aged = owing(40, 500, { cents: [5_000, 5_000] })
    const found = await merged([...steady, ...aged, ...moved, ...paid])
    expect(found).toContain('receivables_by_payer 2026-04 patient_cents P')
    expect(await merged([...steady, ...aged, ...moved])).toEqual([])
  })
})
