import type { Cube, CubeColumn } from '../cubes/cube.ts'

const types: Readonly<Record<CubeColumn['type'], string>> = {
  month: 'DATE',
  text: 'VARCHAR',
  integer: 'BIGINT',
}

/** The statement that makes a cube's empty table. Names come from declared facts only. */
export function createTable(cube: Cube): string {
  const columns = cube.columns.map(
    ({ name, type, nullable }) => `"${name}" ${types[type]}${nullable === true ? '' : ' not null'}`,
  )
  return `create table "${cube.name}" (${columns.join(', ')})`
}
