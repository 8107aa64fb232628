import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../scripts/private/settings.ts'
import { metricById } from '../../src/metrics/metrics.ts'
import { differencesBetween } from './compareRows.ts'
import { shiftMonth } from './civilDates.ts'
import type { LedgerRows } from './ledgerRows.ts'
import { oracle } from './oracle.ts'
import { cubesFrom, openPracticeEngine } from './practiceEngine.ts'
import { booking, practiceOf } from './sampleRows.ts'

// Random ledgers are too young for a panel of 18 months: these are three years old and more.

const metrics = ['active_patients', 'returning_patient_rate'] as const
const period = { from: '2023-06', to: '2026-10' }

/** Both answers by month, which must be the same; then the value of a month. */
async function valuesOf(rows: LedgerRows, asOf: string) {
  const options = { asOf, settings: defaultSettings }
  const engine = await openPracticeEngine(await cubesFrom(rows, options))
  const values = new Map<string, number | null>()
  for (const metric of metrics) {
    if (!engine.facts.has('panel')) break
    const query = { metric, by: ['month'] as const, where: {}, period }
    const answer = await engine.answer(metricById(metric), query)
    const differences = differencesBetween(oracle(metric, query, rows, options), answer)
    expect(differences.map((one) => one.slice(0, 120)).slice(0, 3)).toEqual([])
    for (const { month, value } of answer) values.set(`${metric} ${month ?? ''}`, value)
  }
  await engine.close()
  return values
}

const visit = fc.record({
  patient: fc.integer({ min: 1, max: 9 }),
  month: fc.integer({ min: 0, max: 41 }),
  day: fc.integer({ min: 1, max: 28 }),
  status: fc.constantFrom('completed', 'completed', 'completed', 'no_show', 'open_slot'),
})

describe('active patients', () => {
  it(
    'are those that the oracle counts, in random schedules of several years',
    { timeout: 240_000 },
    async () => {
      const practices = fc.sample(
        fc.record({
          visits: fc.array(visit, { minLength: 1, maxLength: 60 }),
          asOf: fc.constantFrom('2026-10-31', '2026-10-01', '2026-09-30', '2026-11-20'),
        }),
        { seed: 20_261_122, numRuns: 25 },
      )
      for (const { visits, asOf } of practices) {
        const appointments = visits.map(({ patient, month, day, status }, at) =>
          booking({
            appt_id: String(at),
            patient_key: patient === 9 ? null : `P${String(patient)}`,
            appt_date: `${shiftMonth('2023-05', month)}-${String(day).padStart(2, '0')}`,
            status: status as 'completed',
          }),
        )
        await valuesOf(practiceOf({ appointments }), asOf)
      }
    },
  )

  it('are counted from 18 months before the end of the last closed quarter', async () => {
    const on = (patient_key: string, appt_date: string) =>
      booking({ appt_id: appt_date, patient_key, appt_date })
    const appointments = [
      on('P0', '2024-01-02'),
      on('P1', '2025-03-31'),
      on('P2', '2025-04-01'),
      on('P3', '2026-09-30'),
      on('P1', '2026-10-03'),
    ]
    const values = await valuesOf(practiceOf({ appointments }), '2026-10-31')
    // P1 came a day too early and a day too late.
    expect(values.get('active_patients 2026-09')).toBe(2)
    expect(values.get('active_patients 2026-10')).toBe(2)
    // Of P0, P1 and P2, seen from April 2024 on a year before: P1 and P2; none came again in time.
    expect(values.get('returning_patient_rate 2026-09')).toBe(0)
    expect(values.get('active_patients 2025-06')).toBe(3)
    expect(values.has('active_patients 2025-05')).toBe(false)
  })
})
