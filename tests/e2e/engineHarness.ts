import type { Manifest } from '../../src/bundle/bundle.ts'
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
      /** Starts the engine and loads every cube of the bundle. */
      open(): Promise<void>
      query(query: Query): Promise<Awaited<ReturnType<Database['query']>>>
      /** The error of a statement, or null if it ran. */
      refusal(sql: string): Promise<string | null>
    }
  }
}

let database: Database

window.engineHarness = {
  open: async () => {
    database = await wasmDatabase({ base, files: engineFiles })
    const manifest = (await (await fetch(new URL('bundle/manifest.json', base))).json()) as Manifest
    for (const { name, path } of manifest.files.filter((file) => file.name.startsWith('cubes/'))) {
      const bytes = await (await fetch(new URL(`bundle/${path}`, base))).arrayBuffer()
      await database.load([await readCube(cubeByName(name.slice('cubes/'.length)), new Uint8Array(bytes))])
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
