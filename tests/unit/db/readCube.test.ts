import { describe, expect, it } from 'vitest'
import { encodeCube } from '../../../scripts/publish/encodeCube.ts'
import { appointments } from '../../../src/cubes/facts.ts'
import { cubeByName } from '../../../src/cubes/cubeByName.ts'
import type { CubeTable } from '../../../src/cubes/cube.ts'
import { readCube } from '../../../src/db/readCube.ts'
import { cubeTable, sampleCubes } from '../../helpers/sampleCubes.ts'

function bytesOf(table: CubeTable): Uint8Array<ArrayBuffer> {
  return new Uint8Array(encodeCube(table))
}

describe('readCube', () => {
  it.each(sampleCubes().map((table) => ({ name: table.cube.name, table })))(
    'reads back $name as it was written',
    async ({ name, table }) => {
      expect(await readCube(cubeByName(name), bytesOf(table))).toEqual(table)
    },
  )

  it('reads merged sums as null, in any pattern', async () => {
    const rows = [5, null, 0, null, null].map((visit_count) => ({ month: '2026-10-01', visit_count }))
    const table = cubeTable(appointments, [], rows)
    const found = await readCube(table.cube, bytesOf(table))
    expect(found).toEqual(table)
    const empty = cubeTable(appointments, [], [{ month: '2026-10-01', visit_count: null }])
    expect(await readCube(empty.cube, bytesOf(empty))).toEqual(empty)
  })

  it('reads a cube without rows', async () => {
    expect(
      (await readCube(cubeByName('appointments'), bytesOf(cubeTable(appointments, [], [])))).rowCount,
    ).toBe(0)
  })

  it('reads bytes that are part of a larger buffer', async () => {
    const table = cubeTable(appointments, [], [{ month: '2026-10-01', visit_count: 2 }])
    const bytes = bytesOf(table)
    const larger = new Uint8Array(bytes.length + 20)
    larger.set(bytes, 7)
    expect(await readCube(table.cube, larger.subarray(7, 7 + bytes.length))).toEqual(table)
  })

  it('refuses a file of another cube', async () => {
    const table = cubeTable(
      appointments,
      ['weekday', 'day_part'],
      [{ month: '2026-10-01', weekday: 'Mon', day_part: 'morning' }],
    )
    await expect(readCube(cubeByName('appointments'), bytesOf(table))).rejects.toThrow()
  })
})

it('knows every cube by name and refuses others', () => {
  expect(cubeByName('appointments_by_visit_type').fact).toBe('appointments')
  expect(() => cubeByName('patients')).toThrow('unknown cube: patients')
})
