import { contracts } from '../../scripts/private/contracts/contracts.ts'
import { datasets, type Dataset } from '../../scripts/private/contracts/dataset.ts'
import type { Planted } from './canary.ts'
import { cellMaker } from './cellMaker.ts'
import { extraColumns } from './extraColumns.ts'

/** A cell as somebody typed it. */
export type PlantedCell = string | number | { readonly day: string } | null

/** The cell of a column in the row with this index. */
export type MakeCell = (index: number) => PlantedCell

/** A tab with a canary in every column. */
export interface PlantedTab {
  readonly dataset: Dataset
  /** A name by which the sync knows what it holds. */
  readonly name: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly PlantedCell[])[]
}

const rowCount = 80

/** Every dataset with a canary in each of its columns, and in columns that nobody asked for. */
export function plantedTabs(planted: Planted): PlantedTab[] {
  return datasets.map((dataset) => {
    const fields = Object.entries(contracts[dataset].fields)
    const makers = fields.map(([name, field]) => cellMaker(planted, dataset, [name, field]))
    const extra = extraColumns(planted, dataset)
    const good = Array.from({ length: rowsOf(dataset) }, (_, index) => [
      ...makers.map((make) => make(index)),
      ...extra.map(({ make }) => make(index)),
    ])
    const bad = badRows(planted, dataset, good[0] ?? [])
    return {
      dataset,
      name: dataset,
      headers: [
        ...fields.map(([name]) => headerOf(planted, dataset, name)),
        ...extra.map(({ header }) => header),
      ],
      rows: [...good, ...bad],
    }
  })
}

function rowsOf(dataset: Dataset): number {
  if (dataset === 'settings') return 2
  if (dataset === 'map_header_alias') return 1
  if (dataset === 'providers' || dataset === 'goals') return 2
  if (dataset.startsWith('map_')) return 4
  return dataset === 'budget' ? 2 : rowCount
}

/** The header of one column is a word of the practice's own, which its map of headers explains. */
function headerOf(planted: Planted, dataset: Dataset, field: string): string {
  return dataset === 'charges' && field === 'patient_key'
    ? planted.text('map_header_alias.raw_header')
    : field
}

/** For every column that takes no free text a row in which it holds some. A word in place of a status stops the run. */
function badRows(planted: Planted, dataset: Dataset, good: readonly PlantedCell[]): PlantedCell[][] {
  if (rowsOf(dataset) < rowCount) return []
  return Object.entries(contracts[dataset].fields).flatMap(([name, { kind, unmapped }], column) => {
    if (kind === 'text' || kind === 'id' || unmapped === 'refuse') return []
    const word = planted.text(`${dataset}.${name}, unreadable`)
    return [good.map((cell, index) => (index === column ? word : cell))]
  })
}
