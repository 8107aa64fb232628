import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** The config that is named, or else the one that setup writes, `data/private/practice.yaml`; null without any. */
export async function configPath(named: string | undefined, project: string): Promise<string | null> {
  if (named !== undefined) return resolve(named)
  const usual = join(project, 'data', 'private', 'practice.yaml')
  return (await stat(usual).catch(() => null)) === null ? null : usual
}
