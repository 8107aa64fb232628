import { simulatePractice } from '../../scripts/demo/simulatePractice.ts'
import type { DemoCell } from '../../scripts/demo/workbook/cells.ts'
import { demoTabs } from '../../scripts/demo/workbook/demoTabs.ts'
import { findHeader } from '../../scripts/private/recognise/findHeader.ts'
import { datasetsOfName } from '../../scripts/private/recognise/tabNames.ts'
import type { Planted } from './canary.ts'
import { plantedTabs, type PlantedCell, type PlantedTab } from './plantedTabs.ts'

/** More rows than any tab has above its header. */
const topRows = 15

/**
 * The planted practice in the shape of the demo workbook: its tabs, its spellings of headers, lines of titles above
 * them and of remarks below. A column that the practice does not know holds canaries too.
 */
export function plantedDemo(planted: Planted): PlantedTab[] {
  const all = plantedTabs(planted)
  return demoTabs(simulatePractice()).flatMap(({ name, rows }) => {
    const [dataset] = datasetsOfName({ name })
    const source = all.find((tab) => tab.dataset === dataset)
    return source ? [shaped(planted, { name, top: rows.slice(0, topRows), source })] : []
  })
}

function shaped(
  planted: Planted,
  { name, top, source }: { name: string; top: readonly (readonly DemoCell[])[]; source: PlantedTab },
): PlantedTab {
  const { dataset } = source
  const found = findHeader(
    top.map((row) => row.map(plain)),
    dataset,
    { aliases: new Map() },
  )
  if (!found) throw new Error(`no header: ${name}`)
  const { headers, headerRow } = found
  const fields = headers.map((_, index) => found.columns.find((column) => column.index === index)?.field)
  const remark = (what: string) => [planted.text(`${name}, ${what}`)]
  const titles = Array.from({ length: headerRow - 1 }, (_, index) => remark(`line ${String(index + 1)}`))
  // The demo's aging report names no payer, which would tell its rows apart.
  const rows = dataset === 'aging' ? source.rows.slice(0, 1) : source.rows
  const data = rows.map((row) => fields.map((field, index) => cellOf(row, field, index)))

  function cellOf(row: readonly PlantedCell[], field: string | undefined, index: number): PlantedCell {
    // The header of one planted column is the practice's own word; here it is the demo's.
    const at = source.headers.findIndex((header) => header === field)
    if (field === undefined || at < 0) return planted.text(`${name}, column ${String(index + 1)}`)
    return row[at] ?? null
  }

  const [first = [...headers], ...rest] = [...titles, [...headers], ...data]
  return { dataset, name, headers: first.map(String), rows: [...rest, [], remark('line below')] }
}

function plain(cell: DemoCell): string | number | null {
  return typeof cell?.v === 'string' || typeof cell?.v === 'number' ? cell.v : null
}
