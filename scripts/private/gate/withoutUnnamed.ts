import { isMerged, merged, type CubeTable, type CubeValue } from '../../../src/cubes/cube.ts'

/** A table of sums that are nobody's, in which all names that must not be published stand in one row. */
export function withoutUnnamed(table: CubeTable): CubeTable {
  const { cube, columns, rowCount } = table
  const keys = cube.columns.filter(({ role }) => role === 'time' || role === 'dimension')
  const sums = cube.columns.filter((column) => !keys.includes(column))
  const isDimension = new Set(keys.filter(({ role }) => role === 'dimension').map(({ name }) => name))
  if (!keys.some(({ name }) => isDimension.has(name) && columns[name]?.some(isMerged))) return table
  const rows = new Map<string, Record<string, CubeValue>>()
  for (let at = 0; at < rowCount; at += 1) {
    const isUnnamed = keys.some(({ name }) => isDimension.has(name) && isMerged(columns[name]?.[at]))
    const place = keys.map(({ name }): [string, CubeValue] => [
      name,
      isUnnamed && isDimension.has(name) ? merged : (columns[name]?.[at] ?? null),
    ])
    const row = rows.get(JSON.stringify(place)) ?? Object.fromEntries(place)
    for (const { name } of sums) row[name] = Number(row[name] ?? 0) + Number(columns[name]?.[at] ?? 0)
    rows.set(JSON.stringify(place), row)
  }
  const all = [...rows.values()]
  return {
    cube,
    rowCount: all.length,
    columns: Object.fromEntries(cube.columns.map(({ name }) => [name, all.map((row) => row[name] ?? null)])),
  }
}
