import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { SyncError } from '../../errors/SyncError.ts'
import type { SyncConfig } from './config.ts'
import { parseConfig } from './parseConfig.ts'

/** Reads a configuration file (YAML). Throws `SyncError` with every mistake, each with its key and line. */
export async function readConfig(path: string): Promise<SyncConfig> {
  const name = basename(path)
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new SyncError(`The config file cannot be read: ${path}.`, 'Check the path that --config names.', {
      cause,
    })
  })
  return parseConfig(text, name)
}
