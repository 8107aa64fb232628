import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { SyncError } from '../errors/SyncError.ts'
import { refuseServed } from '../publish/refuseServed.ts'
import type { SharingPlace } from './sharingPlace.ts'

/**
 * The key that signs what is published; null if there is none yet. Throws `SyncError` for a key that others could
 * have read, that lies where the site is served from, or that is none.
 */
export async function readSigningKey({ signingKey: path, project }: SharingPlace): Promise<KeyObject | null> {
  const about = await stat(path).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw unreadable(path, cause)
  })
  if (about === null) return null
  await refuseServedKey({ signingKey: path, project })
  if (process.platform !== 'win32' && (about.mode & 0o077) !== 0) {
    throw new SyncError(
      `Others on this computer can open the signing key: ${path}.`,
      `Run: chmod 600 '${path}'. Whoever has this key can sign numbers that people's links take for yours.`,
    )
  }
  const pem = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw unreadable(path, cause)
  })
  return parseKey(pem, path)
}

/** Where a signing key must not lie. Throws `SyncError`. */
export async function refuseServedKey({
  signingKey: path,
  project,
}: Pick<SharingPlace, 'signingKey' | 'project'>): Promise<void> {
  await refuseServed({
    path,
    project,
    what: 'The signing key',
    remedy:
      'Let "sharing: signing_key:" in the config name a private place, or leave it away (data/private). If the key was published there, remove it and everybody, and add them anew.',
  })
}

function parseKey(pem: string, path: string): KeyObject {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Told below, without what the file holds.
  }
  throw new SyncError(
    `The signing key is damaged: ${path} holds no private Ed25519 key.`,
    'Put it back from a copy. Links trust this one key: with a new one everybody needs a new link.',
  )
}

function unreadable(path: string, cause: unknown): SyncError {
  return new SyncError(
    `The signing key cannot be read: ${path}.`,
    'It must be a file that you may read; "sharing: signing_key:" in the config says where it lies.',
    { cause },
  )
}
