import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { columnLineage } from './columnLineage.ts'

/** Writes `src/cubes/columnsRead.ts` anew after a change of the ledger's SQL; read the difference. */
const file = fileURLToPath(new URL('../../src/cubes/columnsRead.ts', import.meta.url))
const head = `import type { FactName } from './facts.ts'

/**
 * Of each fact, what its measures and dimensions are made of: tabs by their dataset, and of each the columns that decide
 * a number, its month and which rows count. \`node tests/helpers/writeColumnsRead.ts\` writes it; a test holds it to the SQL.
 */
export const columnsRead: Readonly<Record<FactName, Readonly<Record<string, string>>>> = `
await writeFile(file, `${head}${JSON.stringify(await columnLineage(), null, 2)}\n`)
execFileSync('prettier', ['--write', file])
