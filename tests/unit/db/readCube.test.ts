import { describe, expect, it } from 'vitest'
import { encodeCube } from '../../../scripts/publish/encodeCube.ts'
import { appointmentHours, visits } from '../../../src/cubes/facts.ts'
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

  it('reads a cube without rows', async () => {
    expect((await readCube(cubeByName('visits'), bytesOf(cubeTable(visits, [], [])))).rowCount).toBe(0)
  })

  it('reads bytes that are part of a larger buffer', async () => {
    const table = cubeTable(visits, [], [{ month: '2026-10-01', visit_count: 2 }])
    const bytes = bytesOf(table)
    const larger = new Uint8Array(bytes.length + 20)
    larger.set(bytes, 7)
    expect(await readCube(table.cube, larger.subarray(7, 7 + bytes.length))).toEqual(table)
  })

  it('refuses a file of another cube', async () => {
    const table = cubeTable(
      appointmentHours,
      ['weekday', 'hour'],
      [{ month: '2026-10-01', weekday: 'Monday', hour: 9 }],
    )
    await expect(readCube(cubeByName('visits'), bytesOf(table))).rejects.toThrow()
  })
})

it('knows every cube by name and refuses others', () => {
  expect(cubeByName('visits_by_visit_type').fact).toBe('visits')
  expect(() => cubeByName('patients')).toThrow('unknown cube: patients')
})
