import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expenseCategories } from '../../../scripts/private/contracts/vocabularies.ts'
import { facts } from '../../../src/cubes/facts.ts'
import type { Fact } from '../../../src/cubes/cube.ts'
import { metricById, metrics } from '../../../src/metrics/metrics.ts'
import { operatingCategories } from '../../../src/metrics/operatingCategories.ts'
import { canAnswer, termsOf } from '../../../src/queries/canAnswer.ts'

const period = { from: '2026-10', to: '2026-10' }

describe('every metric', () => {
  it.each(metrics)('$id lies in a file of its name', ({ id }) => {
    const name = id.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
    expect(existsSync(join(import.meta.dirname, `../../../src/metrics/${name}.ts`))).toBe(true)
  })

  it.each(metrics)('$id reads measures that its facts declare', (metric) => {
    for (const { fact, measure } of termsOf(metric)) {
      expect(Object.keys(facts[fact].measures)).toContain(measure)
    }
  })

  it.each(metrics)('$id adds up no stock over months', (metric) => {
    for (const { fact, measure, window } of termsOf(metric)) {
      const isStock = (facts[fact] as Fact).measures[measure]?.kind === 'stock'
      expect(isStock && window !== 'period_end').toBe(false)
    }
  })

  it.each(metrics.filter((metric) => metric.dimensions.length > 0))(
    '$id can be split and filtered by each of its dimensions',
    (metric) => {
      for (const dimension of metric.dimensions) {
        const query = { metric: metric.id, by: [dimension], where: { [dimension]: ['x'] }, period }
        expect(canAnswer(metric, query)).toEqual({ ok: true })
      }
    },
  )

  // Weekday and part of the day belong together.
  const wide = metrics.filter(({ dimensions }) => dimensions.length > 1 && !dimensions.includes('day_part'))
  it.each(wide)('$id takes one dimension at a time', (metric) => {
    for (const by of metric.dimensions) {
      for (const dimension of metric.dimensions.filter((each) => each !== by)) {
        const query = { metric: metric.id, by: [by], where: { [dimension]: ['x'] }, period }
        expect(canAnswer(metric, query)).toMatchObject({ ok: false })
      }
    }
  })

  it.each(metrics)('$id has a benchmark only if one way is better, with its source', (metric) => {
    const { benchmark, direction } = metric
    expect(benchmark === null || (direction !== 'context' && benchmark.source.length > 0)).toBe(true)
    const sign = direction === 'up' ? 1 : -1
    expect(sign * (benchmark?.target ?? 0)).toBeGreaterThanOrEqual(sign * (benchmark?.acceptable ?? 0))
  })

  // What becomes of a claim is known later than the month in which it counts.
  const ofClaims: Readonly<Record<string, number>> = {
    denial_overturned_rate: 120,
    denial_written_off_rate: 120,
    first_pass_resolution_rate: 60,
    clean_claim_rate: 60,
    denials_never_worked: 30,
  }
  it.each(metrics)(
    '$id matures exactly if it follows service months or claims through the billing',
    (metric) => {
      const followsCharges = termsOf(metric).some((term) => term.fact === 'production')
      expect(metric.maturityDays).toBe(followsCharges ? 120 : (ofClaims[metric.id] ?? null))
    },
  )

  it.each(metrics)('$id says what it is in sentences', ({ label, summary, formula, notes, tabs }) => {
    for (const text of [summary, formula, ...notes]) expect(text).toMatch(/^[A-Z\d].*[.]$/)
    expect(label).not.toBe('')
    expect(tabs.length).toBeGreaterThan(0)
  })
})

describe('the list', () => {
  it('has each id and each label once', () => {
    expect(new Set(metrics.map(({ id }) => id)).size).toBe(metrics.length)
    expect(new Set(metrics.map(({ label }) => label)).size).toBe(metrics.length)
  })

  it('finds a metric by id and refuses an unknown one', () => {
    expect(metricById('no_show_rate').label).toBe('No-show rate')
    expect(() => metricById('profit')).toThrow('unknown metric: profit')
  })

  it('holds operating expenses against all costs but provider compensation', () => {
    expect([...operatingCategories].toSorted()).toEqual(
      expenseCategories.filter((each) => each !== 'provider_comp').toSorted(),
    )
  })
})
