import type { Cube, CubeColumn } from '../cubes/cube.ts'
import { identifier } from '../queries/statement.ts'

const types: Readonly<Record<CubeColumn['type'], string>> = {
  month: 'DATE',
  text: 'VARCHAR',
  integer: 'BIGINT',
}

/** The statement that makes a cube's empty table. Throws on a name that is not a plain identifier. */
export function createTable(cube: Cube): string {
  const columns = cube.columns.map(
    ({ name, type, nullable }) => `${identifier(name)} ${types[type]}${nullable === true ? '' : ' not null'}`,
  )
  return `create table ${identifier(cube.name)} (${columns.join(', ')})`
}
