import { cubeName, type CubeTable, type Fact } from '../../src/cubes/cube.ts'
import { facts, type FactName } from '../../src/cubes/facts.ts'
import type { Month } from '../../src/periods/month.ts'
import { leadOf, spanOf, type DataSpans, type Lead } from '../../src/queries/dataSpans.ts'

/** Claims that were sent, or answered by a payer: one tab tells both. */
const tablesOfLead: Readonly<Partial<Record<Lead, readonly FactName[]>>> = {
  claims: ['claims', 'claim_answers'],
}

/**
 * In which months a practice has data of each kind, from tables of it: told by the rows of the whole practice, which are
 * published anyway, so that it says nothing that they do not.
 */
export function dataSpans(tables: readonly CubeTable[]): DataSpans {
  const leads = [...new Set(Object.values(leadOf))].filter((lead) => lead !== null)
  const spans = leads.map((lead) => {
    const names = (tablesOfLead[lead] ?? [lead]).map(widestTable)
    const months = tables.filter(({ cube }) => names.includes(cube.name)).flatMap(busyMonths)
    return [lead, spanOf(months)] as const
  })
  return Object.fromEntries(spans.filter(([, span]) => span !== null))
}

/** The table of a fact with the fewest dimensions: that of the whole practice, if there is one. */
function widestTable(name: FactName): string {
  const fact: Fact = facts[name]
  const [by = []] = fact.cuts.map((cut) => cut.by).toSorted((a, b) => a.length - b.length)
  return cubeName(name, by)
}

/**
 * Months in which something happened. A stock is there for months after the last posting too, and would make an export
 * that ended in July look like a month of nothing. A month that is merged into its quarter is a month with data.
 */
export function busyMonths({ cube, columns }: CubeTable): Month[] {
  const { measures }: Fact = facts[cube.fact as FactName]
  const flows = Object.entries(measures).filter(([name, { kind }]) => kind === 'flow' && name in columns)
  return (columns.month ?? [])
    .filter((_, row) => columns.months?.[row] === 1 && flows.some(([name]) => columns[name]?.[row] !== 0))
    .map((month) => String(month).slice(0, 7))
}
