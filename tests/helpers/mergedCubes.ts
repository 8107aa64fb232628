import fc from 'fast-check'
import {
  cubesOf,
  merged,
  type CubeTable,
  type CubeValue,
  type Dimension,
  type Fact,
} from '../../src/cubes/cube.ts'
import { addMonths, monthsOf, type Period } from '../../src/periods/month.ts'

/** What really happened in a month for a value of a dimension, by measure. */
export interface TrueRow {
  readonly month: string
  readonly value: string
  readonly sums: Readonly<Record<string, number>>
}

export interface MergedCube {
  readonly fact: Fact
  readonly rows: readonly TrueRow[]
  /** The whole, and the cut by the dimension, with sums merged at random. */
  readonly tables: readonly CubeTable[]
}

export interface Scene {
  readonly fact: Fact
  readonly dimension: Dimension
  readonly values: readonly string[]
  readonly period: Period
}

type Pick = () => boolean

/**
 * Random sums of a fact, and tables of them in which any sums may be merged: as the disclosure gate writes
 * them, but without a reason. Calendar quarters within the period have rows of their own, or not.
 */
export function arbitraryMergedCube(scene: Scene): fc.Arbitrary<MergedCube> {
  const measures = Object.keys(scene.fact.measures)
  const count = monthsOf(scene.period).length * scene.values.length
  return fc
    .record({
      amounts: fc.array(
        fc.array(fc.nat({ max: 9 }), { minLength: measures.length, maxLength: measures.length }),
        {
          minLength: count,
          maxLength: count,
        },
      ),
      coins: fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
      share: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ amounts, coins, share }) => {
      const rows = trueRows(scene, measures, amounts)
      const pick: Pick = () => Number(coins.next().value) < share
      return { fact: scene.fact, rows, tables: tablesOf(scene, rows, pick) }
    })
}

function trueRows(
  { period, values }: Scene,
  measures: readonly string[],
  amounts: readonly (readonly number[])[],
): TrueRow[] {
  const places = monthsOf(period).flatMap((month) => values.map((value) => ({ month, value })))
  return places.flatMap(({ month, value }, index) => {
    const all = amounts[index] ?? []
    const sums = Object.fromEntries(measures.map((measure, at) => [measure, all[at] ?? 0]))
    // One in ten is missing, which means 0.
    return all[0] === 0 ? [] : [{ month, value, sums }]
  })
}

function tablesOf({ fact, dimension, period }: Scene, rows: readonly TrueRow[], pick: Pick): CubeTable[] {
  const isFlow = Object.values(fact.measures).every(({ kind }) => kind === 'flow')
  const quarters = monthsOf(period).filter(
    (month) => Number(month.slice(5)) % 3 === 1 && addMonths(month, 2) <= period.to,
  )
  const pieces = [
    ...monthsOf(period).map((month) => ({ month, months: 1 })),
    ...(isFlow ? quarters.filter(() => !pick()).map((month) => ({ month, months: 3 })) : []),
  ]
  return [[], [dimension]].flatMap((cut) => {
    const cube = cubesOf(fact)[fact.cuts.findIndex((each) => each.by.join() === cut.join())]
    if (cube === undefined) throw new Error(`no such cut: ${fact.name} by ${cut.join()}`)
    const published = pieces.flatMap((piece) =>
      pieceRows(piece, { fact, rows, pick, isWhole: cut.length === 0 }),
    )
    const columns = cube.columns.map(({ name }) => [
      name,
      published.map(({ month, months, value, sums }): CubeValue => {
        if (name === 'month') return `${month}-01`
        if (name === 'months') return months
        return name === dimension ? value : (sums[name] ?? null)
      }),
    ])
    return [
      { cube, rowCount: published.length, columns: Object.fromEntries(columns) as CubeTable['columns'] },
    ]
  })
}

interface Piece {
  readonly month: string
  readonly months: number
}

interface PublishedRow extends Piece {
  readonly value: string
  readonly sums: Record<string, number | null>
}

interface Work {
  readonly fact: Fact
  readonly rows: readonly TrueRow[]
  readonly pick: Pick
  readonly isWhole: boolean
}

function pieceRows(piece: Piece, { fact, rows, pick, isWhole }: Work): PublishedRow[] {
  const within = rows.filter(
    ({ month }) => month >= piece.month && month < addMonths(piece.month, piece.months),
  )
  const groups = Map.groupBy(within, ({ value }) => (isWhole ? '' : value))
  const published = [...groups].map(([value, group]): PublishedRow => {
    const sums = Object.fromEntries(Object.keys(fact.measures).map((name) => [name, sumOf(group, name)]))
    return { ...piece, value, sums }
  })
  const other: PublishedRow = { ...piece, value: merged, sums: {} }
  for (const measure of Object.keys(fact.measures)) {
    const hidden = published.filter(pick)
    const sum = hidden.reduce((total, row) => total + (row.sums[measure] ?? 0), 0)
    for (const row of hidden) row.sums[measure] = null
    other.sums[measure] = hidden.length > 0 && pick() && pick() ? null : sum
  }
  return isWhole || Object.values(other.sums).every((sum) => sum === 0) ? published : [...published, other]
}

function sumOf(rows: readonly TrueRow[], measure: string): number {
  return rows.reduce((total, { sums }) => total + (sums[measure] ?? 0), 0)
}
