import type { DataTable } from '../components/dataTable.ts'

interface Placed {
  readonly table: DataTable
  readonly plotIsTable?: boolean
}

/** More rows than this are taller than a drawing. */
const mostRows = 18
const mostColumns = 3

/**
 * Where a chart's table stands on paper: beside the drawing where it is small, so that three charts fit a sheet, and
 * else under it, where it may go on overleaf; '' for a chart that is a table itself.
 */
export function paperPlace({ table, plotIsTable = false }: Placed): 'table-beside' | 'table-under' | '' {
  if (plotIsTable) return ''
  return table.columns.length <= mostColumns && table.rows.length <= mostRows ? 'table-beside' : 'table-under'
}
