import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isInstant, parseHeartbeat, type Heartbeat } from '../../src/bundle/heartbeat.ts'
import { replaceFile } from '../files/replaceFile.ts'

/** Where the heartbeat of a bundle lies: beside its folder, because nothing but the bundle is in it. */
export function heartbeatPath(out: string): string {
  return `${resolve(out)}-heartbeat.json`
}

/**
 * Writes what anyone may know of a run: when it ended (ISO 8601, UTC) and whether all went well; never a
 * third thing. In one rename, so that a reader sees the old one or the new one. Throws what the disk throws.
 */
export async function writeHeartbeat(path: string, { time, ok }: Heartbeat): Promise<void> {
  if (!isInstant(time)) throw new Error('invalid heartbeat time')
  // Anyone may read it.
  await replaceFile(path, `${JSON.stringify({ time, ok })}\n`, 0o644)
}

/** The heartbeat at `path`; null where there is none, or none that can be read. */
export async function readHeartbeat(path: string): Promise<Heartbeat | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  return text === null ? null : parseHeartbeat(text)
}
