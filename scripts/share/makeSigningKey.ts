import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { SyncError } from '../errors/SyncError.ts'
import { replaceFile } from '../files/replaceFile.ts'
import { refuseServedKey } from './readSigningKey.ts'
import type { SharingPlace } from './sharingPlace.ts'

/** Makes the key that signs what is published, in a file for its owner alone. Throws `SyncError`. */
export async function makeSigningKey(place: SharingPlace): Promise<KeyObject> {
  const { signingKey: path } = place
  await refuseServedKey(place)
  const { privateKey } = generateKeyPairSync('ed25519')
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await replaceFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  } catch (cause) {
    throw new SyncError(
      `The signing key cannot be written: ${path}.`,
      'The folder must be yours to write to; "sharing: signing_key:" in the config names another place.',
      { cause },
    )
  }
  return privateKey
}
