import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OfficeNumbers } from '../../scripts/private/office/officeNumbers.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import type { Metric } from '../../src/metrics/metric.ts'
import { metricById, metrics } from '../../src/metrics/metrics.ts'
import { missingFacts } from '../../src/metrics/missingFacts.ts'
import { termsOf } from '../../src/queries/canAnswer.ts'
import type { MetricQuery, MetricRow } from '../../src/queries/metricQuery.ts'
import { names } from './arbitraryFrame.ts'
import { arbitraryLedger, type SmallPractice } from './arbitraryLedger.ts'
import { monthOf } from './civilDates.ts'
import { differencesBetween } from './compareRows.ts'
import { hasOnlyTotals } from './monthTotals.ts'
import { oracle } from './oracle.ts'
import { expectedOffice, officeMonths, toldOffice } from './officeNumbers.ts'
import { countedFrom, openPracticeEngine } from './practiceEngine.ts'
import { isReaching, openPracticesEngine } from './practicesEngine.ts'
import { questionList } from './questionList.ts'
import { withoutLoneVoids } from './withoutLoneVoids.ts'
import { withoutMonth } from './withoutMonth.ts'

// Two hundred random practices, each cut by a ledger of its own. Every question, that is every metric in every
// breakdown that it is offered in, is asked of forty of them; only where the answer depends on how far a practice
// reaches back, of ten. Forty practices stand in one engine, and one statement asks a question of all of them: to
// plan a statement takes nearly all of its time. What a practice has no facts for must have no value.

/** The same ledgers on every run, so that a failure stays. */
const seed = 20_261_121
const ledgers = 200

/** Every question is asked of every fifth practice. */
const shares = 5

/** Or of every twentieth, where each practice needs tables of its own. */
const turns = 20

/** Every third practice has forgotten an export: one dataset has no rows of a month within the quarter that is asked for. */
const forgetful = 3

/** A practice whose lone voids count nowhere, with the rows as they are staged. */
interface StagedPractice extends SmallPractice {
  readonly staged: SmallPractice['rows']
}

interface Practice extends SmallPractice {
  /** Its place among all. */
  readonly turn: number
  readonly cubes: readonly CubeTable[]
}

/** A metric, and which of the questions about it. */
interface Question {
  readonly metric: Metric
  readonly position: number
}

const questions = metrics.flatMap((metric) =>
  questionList(metric, '2026-10-31', names).map((_, position): Question => ({ metric, position })),
)

/** Whether a question is put to a practice. */
function isAsked({ metric }: Question, at: { readonly index: number; readonly turn: number }): boolean {
  const every = isReaching(metric) ? turns : shares
  return at.index % every === at.turn % every
}

/** What the office is told of each practice, kept from its one ledger. */
const offices = new Map<number, OfficeNumbers>()

describe('two hundred random small practices', () => {
  const practices = fc
    .sample(arbitraryLedger, { seed, numRuns: ledgers })
    .map((practice, turn) => (turn % forgetful === 0 ? withoutMonth(practice, turn / forgetful) : practice))
    .map((practice) => ({
      ...practice,
      staged: practice.rows,
      rows: { ...practice.rows, charges: withoutLoneVoids(practice.rows.charges) },
    }))

  for (let share = 0; share < shares; share += 1) {
    const title = `every metric is what the oracle says, in total, split, filtered and by month (${String(share + 1)} of ${String(shares)})`
    it(title, { timeout: 480_000 }, async () => {
      const cut = await cutOf([...practices.entries()].filter(([turn]) => turn % shares === share))
      const mine = questions.filter((_, index) => index % shares === share)
      expect((await askedTogether(cut, mine)).slice(0, 5)).toEqual([])
      expect((await askedAlone(cut)).slice(0, 5)).toEqual([])
    })
  }

  it(
    'have office numbers that a plain computation finds, to the cent, or name what they need',
    { timeout: 480_000 },
    async () => {
      const known = new Map<string, number>()
      for (const [turn, practice] of practices.entries()) {
        if (!offices.has(turn)) await cutOf([[turn, practice]])
        const office = offices.get(turn)
        if (office === undefined) throw new Error('each practice has an office')
        const expected = expectedOffice(practice.rows, practice.options)
        expect({ turn, months: office.months }).toEqual({ turn, months: officeMonths(practice.options) })
        expect({ turn, ...toldOffice(office) }).toEqual({ turn, ...expected })
        for (const { id, values } of office.numbers) {
          if (values.some((value) => value !== null && value !== 0)) known.set(id, (known.get(id) ?? 0) + 1)
        }
      }
      // Claims and charges are drawn apart, so that few claims are of a line; the demo practice has them all.
      expect([...known].filter(([id, times]) => times < (id === 'sent_days' ? 5 : 20))).toEqual([])
      expect(known.size).toBe(24)
    },
  )

  it('tell month totals alone, before lines or beside them, wait logs and open invoices, some of each', () => {
    const count = (has: (rows: SmallPractice['rows']) => boolean) =>
      practices.filter(({ rows }) => has(rows)).length
    const totals = (rows: SmallPractice['rows']) => rows.billing_summary.length > 0
    const isBefore = ({ billing_summary, charges }: SmallPractice['rows']) =>
      billing_summary.every(({ month }) => charges.every(({ post_date }) => month < post_date))
    expect(count(hasOnlyTotals)).toBeGreaterThanOrEqual(15)
    expect(count((rows) => totals(rows) && !hasOnlyTotals(rows) && isBefore(rows))).toBeGreaterThanOrEqual(5)
    expect(count((rows) => totals(rows) && !isBefore(rows))).toBeGreaterThanOrEqual(5)
    expect(count(({ wait_log }) => wait_log.length > 0)).toBeGreaterThanOrEqual(40)
    expect(count(({ aging }) => aging.some(({ invoice_id }) => invoice_id !== null))).toBeGreaterThanOrEqual(
      40,
    )
  })

  it('are asked every question often: each of at least ten of them', () => {
    const all = Array.from({ length: ledgers }, (_, turn) => turn)
    const counts = questions.map(
      (question, index) => all.filter((turn) => isAsked(question, { index, turn })).length,
    )
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(10)
  })

  it.each([
    ['no_show_rate', 'cancelled_count'],
    ['days_in_ar', 'patient_cents'],
  ])(
    'the law can fail: %s by month that counts %s instead is found in each practice that has any',
    async (id, measure) => {
      const metric = metricById(id)
      if (metric.kind !== 'ratio') throw new Error('a ratio is needed')
      const wrong = { ...metric, numerator: metric.numerator.map((term) => ({ ...term, measure })) }
      const position = questionList(metric, '2026-10-31', names).findIndex(({ by }) => by[0] === 'month')
      const hasAny = ([, { rows, options }]: readonly [number, SmallPractice]): boolean => {
        const query = questionList(metric, options.asOf, names)[position]
        const truth = query === undefined ? [] : oracle(id, query, rows, options)
        return truth.some(({ value }) => value !== null && value !== 0)
      }
      const some = [...practices.entries()].filter(hasAny).slice(0, 3)
      expect(some).toHaveLength(3)
      for (const one of some) {
        const cut = await cutOf([one])
        const asked = [{ metric: wrong, position }]
        const found = [...(await askedTogether(cut, asked)), ...(await askedAlone(cut, asked))]
        expect(found.length).toBeGreaterThan(0)
      }
    },
  )
})

async function cutOf(practices: readonly (readonly [number, StagedPractice])[]): Promise<Practice[]> {
  const cut: Practice[] = []
  for (const [turn, practice] of practices) {
    const { cubes, office } = await countedFrom(practice.staged, practice.options)
    offices.set(turn, office)
    cut.push({ ...practice, turn, cubes })
  }
  return cut
}

/** What is wrong with the answers to questions that one statement asks of all. */
async function askedTogether(cut: readonly Practice[], asked: readonly Question[]): Promise<string[]> {
  const engine = await openPracticesEngine(cut.map(({ cubes }) => cubes))
  const found: string[] = []
  try {
    for (const question of asked.filter(({ metric }) => !isReaching(metric))) {
      const places = cut.map((practice, place) => ({ practice, place, query: queryOf(question, practice) }))
      const able = places.filter(({ practice }) => hasFacts(practice, question))
      const answers = able.length === 0 ? [] : await engine.answer(question.metric, able)
      const given = new Map(able.map(({ place }, index) => [place, answers[index] ?? []]))
      for (const { practice, place } of places) {
        found.push(...differences(practice, question, given.get(place) ?? null))
      }
    }
  } finally {
    await engine.close()
  }
  return found
}

/** What is wrong with the answers to questions that each practice is asked by itself: its turn's, unless told. */
async function askedAlone(cut: readonly Practice[], some?: readonly Question[]): Promise<string[]> {
  const found: string[] = []
  for (const practice of cut) {
    const { turn } = practice
    const own = some ?? questions.filter((question, index) => isAsked(question, { index, turn }))
    const asked = own.filter(({ metric }) => isReaching(metric))
    const needed = new Set(
      asked.flatMap(({ metric }) =>
        termsOf(metric).flatMap(({ fact, beside }): string[] =>
          beside === undefined ? [fact] : [fact, beside],
        ),
      ),
    )
    const engine = await openPracticeEngine(
      practice.cubes.filter(({ cube }) => needed.has(cube.fact)),
      practice.cubes,
    )
    for (const question of asked) {
      const isAble = hasFacts(practice, question)
      const answer = isAble ? await engine.answer(question.metric, queryOf(question, practice)) : null
      found.push(...differences(practice, question, answer))
    }
    await engine.close()
  }
  return found
}

/** Questions by the month they are asked in: the same for all practices that end in it. */
const byMonth = new Map<string, ReadonlyMap<string, readonly MetricQuery[]>>()

function queryOf({ metric, position }: Question, { options: { asOf } }: Practice): MetricQuery {
  const month = monthOf(asOf)
  const lists = byMonth.get(month) ?? new Map(metrics.map((one) => [one.id, questionList(one, asOf, names)]))
  byMonth.set(month, lists)
  const query = lists.get(metric.id)?.[position]
  if (query === undefined) throw new Error(`no question ${metric.id} ${String(position)}`)
  return query
}

function hasFacts({ cubes }: Practice, { metric }: Question): boolean {
  const facts = new Set(cubes.map(({ cube }) => cube.fact))
  return missingFacts(metric, { facts: [...facts] }).length === 0
}

/** Null is no answer: the page says "not available" and asks nothing; then there must be nothing to say. */
function differences(practice: Practice, question: Question, answer: readonly MetricRow[] | null): string[] {
  const { metric } = question
  const query = queryOf(question, practice)
  const expected = oracle(metric.id, query, practice.rows, practice.options)
  const where = `practice ${String(practice.turn)}: ${JSON.stringify(query)}`
  if (answer === null) {
    return expected.some(({ value }) => value !== null) ? [`${where} has a value without its facts`] : []
  }
  return differencesBetween(expected, answer).map((difference) => `${where} ${difference}`)
}
