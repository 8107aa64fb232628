import { openBundle } from '../../src/bundle/openBundle.ts'
import { cubeByName } from '../../src/cubes/cubeByName.ts'
import type { Database } from '../../src/db/database.ts'
import { engineFiles } from '../../src/db/engineFiles.ts'
import { readCube } from '../../src/db/readCube.ts'
import { wasmDatabase } from '../../src/db/wasmDatabase.ts'
import type { Query } from '../../src/queries/metricQuery.ts'

// Runs in the page: the product's own engine over the published cubes, within reach of a test.
const base = new URL('./', location.href)

declare global {
  interface Window {
    engineHarness: {
      /** Starts the engine and loads these cubes of the bundle. */
      open(cubes: readonly string[]): Promise<void>
      query(query: Query): Promise<Awaited<ReturnType<Database['query']>>>
      /** The error of a statement, or null if it ran. */
      refusal(sql: string): Promise<string | null>
    }
  }
}

let database: Database

window.engineHarness = {
  open: async (cubes) => {
    database = await wasmDatabase({ base, files: engineFiles })
    const bundle = await openBundle(new URL('bundle/', base), { page: 'overview', access: null })
    for (const cube of cubes.map(cubeByName)) {
      const bytes = await bundle.readBytes(`cubes/${cube.name}`)
      await database.load([await readCube(cube, bytes)])
    }
  },
  query: (query) => database.query(query),
  refusal: async (sql) => {
    try {
      await database.query({ sql, params: [] })
      return null
    } catch (error) {
      return error instanceof Error ? error.message : 'refused'
    }
  },
}
