import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '../private/config/readConfig.ts'
import { invite } from '../share/invite.ts'
import { sharingPlace } from '../share/sharingPlace.ts'

/** Writes a config into a folder of the bench, with one owner and a signing key beside it. Returns its path. */
export async function writeSharing(folder: string): Promise<string> {
  const path = join(folder, 'config.yaml')
  await writeFile(path, 'sharing: { site: https://clinic.example/, signing_key: signing-key.pem }\n')
  const place = sharingPlace(await readConfig(path), { configPath: path, project: folder })
  await invite({ label: 'Owner', audience: 'owner', days: null, twoPart: false }, place, '2026-01-01')
  return path
}
