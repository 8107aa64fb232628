import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serverSamples } from './serverSamples.ts'

for (const [name, text] of Object.entries(serverSamples())) {
  await writeFile(join(import.meta.dirname, 'samples', name), text)
}
