import { isBin } from '../cubes/binDimensions.ts'
import { cubeName, cubesOf, type Cut, type Dimension, type Fact } from '../cubes/cube.ts'
import { facts } from '../cubes/facts.ts'
import type { Term } from '../metrics/metric.ts'
import type { Batch } from './batchesOf.ts'
import { activeFilters, askedDimensions, factOf, neededOf } from './canAnswer.ts'
import { narrowestCut } from './narrowestCut.ts'
import { hasHistory } from './windows.ts'

/** Terms that differ in their measure only: one pass over one table serves them all. */
export interface TermGroup {
  readonly index: number
  /** Stands for the others in everything but its measure. */
  readonly term: Term
  readonly terms: readonly Term[]
  /** Of its terms, once each. */
  readonly measures: readonly string[]
  readonly fact: Fact
  readonly cube: string
  /** The dimensions of its table. */
  readonly cut: readonly Dimension[]
  /** By quarter only, if that is what its table is. */
  readonly grain: Cut['grain']
  /** What the group splits and filters by: as the batch, without the dimensions it runs across. */
  readonly keys: readonly Dimension[]
  readonly filters: readonly Dimension[]
  /** Whether it reads less than all rows of its months, so that a missing row may mean 0. */
  readonly isPart: boolean
  /** Whether a missing row may mean 0 as well as no data, or history decides: it needs a table `zN`. */
  readonly needsZero: boolean
  /** Whether a missing row is 0 even of the whole, because the group reads some values of its table only. */
  readonly isZeroWithout: boolean
  /** Whether it reads all values of its table, and with them the row that adds up the merged ones. */
  readonly hasOther: boolean
  /** The table without whose rows its sums say nothing; null without such. */
  readonly beside: string | null
}

/** The groups of a metric's terms for a batch. Throws on a measure that is unknown or may not be added up. */
export function groupTerms(terms: readonly Term[], batch: Batch): TermGroup[] {
  const groups = Map.groupBy(
    terms,
    ({ fact, window, history, where, isZeroWithout, across, table, beside }) =>
      JSON.stringify([fact, window, history, where, isZeroWithout, across, table, beside]),
  )
  return [...groups.values()].flatMap((group, index) => {
    const [term] = group
    return term === undefined
      ? []
      : [groupOf(term, { index, terms: group, batch, isAlone: groups.size === 1 })]
  })
}

interface Surroundings {
  readonly index: number
  readonly terms: readonly Term[]
  readonly batch: Batch
  readonly isAlone: boolean
}

function groupOf(term: Term, { index, terms, batch, isAlone }: Surroundings): TermGroup {
  for (const each of terms) checkMeasure(each)
  const fact = factOf(term)
  const measures = [...new Set(terms.map(({ measure }) => measure))]
  const found = narrowestCut(fact, { ...neededOf(term, askedDimensions(batch.queries[0])), measures })
  if (found === null) throw new Error(`no table of ${fact.name} serves the batch`)
  const cut = found.by
  const isOwn = (key: string): boolean => !term.across?.some((dimension) => dimension === key)
  const keys = batch.by.filter((key) => key !== 'month').filter(isOwn)
  const filters = batch.filters.filter(isOwn)
  const isFiltered = filters.length > 0
  const isPart = keys.length > 0 || isFiltered
  const hasTexts = cut.some((dimension) => !isBin(dimension))
  return {
    index,
    term,
    terms,
    measures,
    fact,
    cube: cubeName(fact.name, cut),
    cut,
    grain: found.grain,
    keys,
    filters,
    isPart,
    needsZero: hasHistory(term) || (!isAlone && isPart),
    isZeroWithout: term.isZeroWithout ?? false,
    hasOther: hasTexts && !isFiltered && activeFilters(term.where ?? {}).length === 0,
    beside: besideOf(term, cut),
  }
}

/** The table of another fact at the same cut. Throws where there is none. */
function besideOf({ beside }: Term, cut: readonly Dimension[]): string | null {
  if (beside === undefined) return null
  const name = cubeName(beside, cut)
  const fact: Fact = facts[beside]
  if (!cubesOf(fact).some((cube) => cube.name === name)) throw new Error(`no table beside: ${name}`)
  return name
}

function checkMeasure(term: Term): void {
  const measure = factOf(term).measures[term.measure]
  if (measure === undefined) throw new Error(`unknown measure: ${term.fact}.${term.measure}`)
  if (measure.kind === 'stock' && term.window !== 'period_end') {
    throw new Error(`a stock cannot be added up over months: ${term.fact}.${term.measure}`)
  }
}
