import { generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateHybridIdentity, identityToRecipient } from 'age-encryption'

/** Who can open what a planted practice publishes: the test alone. */
export interface CanarySharing {
  /** Lines of the config. */
  readonly config: string
  /** Secret keys of an owner and a viewer. */
  readonly identities: readonly string[]
}

/** Writes readers and signing key of an owner and a viewer into a folder, by the formats and not by our own code. */
export async function canarySharing(folder: string): Promise<CanarySharing> {
  const identities = [await generateHybridIdentity(), await generateHybridIdentity()]
  const entries = identities.map(async (identity, index) =>
    [
      `- id: '${`${String(index)}a`.repeat(8)}'`,
      `  label: Reader ${String(index + 1)}`,
      `  audience: ${index === 0 ? 'owner' : 'viewer'}`,
      `  recipient: ${await identityToRecipient(identity)}`,
      '  added: 2026-10-01',
      '  expires: null',
    ].join('\n'),
  )
  await writeFile(join(folder, 'readers.yaml'), `${(await Promise.all(entries)).join('\n')}\n`, {
    mode: 0o600,
  })
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  await writeFile(join(folder, 'signing-key.pem'), pem, { mode: 0o600 })
  const config =
    'sharing:\n  site: https://vitals.example/\n  readers: readers.yaml\n  signing_key: signing-key.pem\n'
  return { config, identities }
}
