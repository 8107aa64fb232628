import { expect, it } from 'vitest'
import { contracts } from '../../../../scripts/private/contracts/contracts.ts'
import { columnsOf } from '../../../../src/cubes/columnsOf.ts'
import { columnsRead } from '../../../../src/cubes/columnsRead.ts'
import { facts, type FactName } from '../../../../src/cubes/facts.ts'
import { columnLineage } from '../../../helpers/columnLineage.ts'

it('every measure and dimension declares the columns that the SQL reads for it', async () => {
  // Written anew by `node tests/helpers/writeColumnsRead.ts`.
  expect(columnsRead).toEqual(await columnLineage())
})

it('all of them are columns of a contract', () => {
  const known = new Map<string, string[]>(
    Object.values(contracts).map(({ dataset, fields }) => [dataset, Object.keys(fields)]),
  )
  const strange = (Object.keys(facts) as FactName[]).flatMap((fact) =>
    Object.keys(columnsRead[fact]).flatMap((name) =>
      columnsOf(fact, name).flatMap(({ dataset, columns }) =>
        columns.filter((column) => known.get(dataset)?.includes(column) !== true),
      ),
    ),
  )
  expect(strange).toEqual([])
})
