import { describe, expect, test } from 'vitest'
import { audit } from '../../../../scripts/private/audit/audit.ts'
import type { Fact } from '../../../../src/cubes/cube.ts'
import { facts } from '../../../../src/cubes/facts.ts'
import { peopleOf, type Happening } from '../../../helpers/peopleOf.ts'
import { publishedOf } from './publishedOf.ts'

/** Bookings of the whole practice alone. */
const appointments: Fact = { ...facts.appointments, dimensions: [], cuts: [{ by: [] }] }
const own = { panel: facts.panel as Fact, appointments } as const
type Happenings = Readonly<Partial<Record<keyof typeof own, readonly Happening[]>>>

async function findingsOf(
  happenings: Happenings,
  hides: (measure: string, month: string) => boolean = () => false,
) {
  const { findings } = await audit(
    Object.values(own).flatMap((fact) =>
      publishedOf(fact, happenings[fact.name as keyof typeof own] ?? [], {
        hides: ({ measure, month }) => hides(measure, month),
      }),
    ),
    (fact, cut) => Promise.resolve(peopleOf(fact, cut, happenings[fact.name as keyof typeof own] ?? [])),
    { asOf: '2026-10-17', vocabulary: {}, facts: Object.values(own), twoDates: null, lines: null },
  )
  return findings.map(({ rule, merge }) => `${rule} ${merge?.month ?? ''} ${merge?.measure ?? ''}`)
}

/** People counted in a quarter's last month. */
function panel(
  month: string,
  from: number,
  to: number,
  adds = { active_count: 1 } as Happening['adds'],
): Happening[] {
  return Array.from({ length: to - from }, (_, at) => ({ month, at: {}, person: from + at, adds }))
}

function visits(month: string, from: number, to: number, measure = 'visit_count'): Happening[] {
  return panel(month, from, to, { booked_count: 1, visit_count: 1, [measure]: 1 })
}

describe('a panel', () => {
  test('may be shown where enough came and went', async () => {
    expect(await findingsOf({ panel: [...panel('2026-03', 0, 80), ...panel('2026-06', 20, 100)] })).toEqual(
      [],
    )
  })

  test('tells the few that came and went from one quarter to the next', async () => {
    const few = { panel: [...panel('2026-03', 0, 80), ...panel('2026-06', 4, 85)] }
    expect(new Set(await findingsOf(few))).toEqual(new Set(['change 2026-06 active_count']))
  })

  test('or to one much later, when between them everybody was another', async () => {
    const few = [...panel('2025-12', 0, 80), ...panel('2026-03', 40, 120), ...panel('2026-06', 3, 80)]
    expect(await findingsOf({ panel: few })).toContain('change 2026-06 active_count')
  })

  test('tells the few that came twice beside visits', async () => {
    const once = [...visits('2026-01', 0, 40), ...visits('2026-03', 40, 80)]
    const again = [...once, ...visits('2026-02', 0, 5)]
    expect(await findingsOf({ panel: panel('2026-03', 0, 80), appointments: once })).toEqual([])
    expect(await findingsOf({ panel: panel('2026-03', 0, 80), appointments: again })).toContain(
      'change 2026-03 active_count',
    )
  })

  test('and beside what visits of new patients leave of visits', async () => {
    const appointments = [
      ...visits('2026-02', 0, 80),
      ...visits('2026-02', 100, 140, 'new_patient_visit_count'),
    ]
    const few = await findingsOf({ panel: panel('2026-03', 2, 82), appointments })
    expect(few).toContain('change 2026-03 active_count')
  })

  test('changes by nearly those who were new', async () => {
    const appointments = [
      ...visits('2026-02', 0, 80),
      ...visits('2026-04', 0, 60),
      ...visits('2026-05', 80, 120, 'new_patient_visit_count'),
    ]
    const grown = (last: number) => [...panel('2026-03', 0, 80), ...panel('2026-06', 0, last)]
    expect(await findingsOf({ panel: grown(120), appointments })).toEqual([])
    expect(await findingsOf({ panel: grown(124), appointments })).toContain('change 2026-06 active_count')
  })

  test('of nobody tells nothing, whatever else is few', async () => {
    const appointments = visits('2026-05', 0, 4, 'no_show_count')
    const few = await findingsOf({ panel: panel('2026-03', 0, 80), appointments })
    expect(few.filter((one) => /before|returned/.test(one))).toEqual([])
  })
})
