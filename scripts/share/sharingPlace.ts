import { dirname, join, resolve } from 'node:path'
import type { SyncConfig } from '../private/config/config.ts'

/** Where the files of sharing lie, absolute, and where the site is. */
export interface SharingPlace {
  /** The address of the site, with a slash at its end; null where the config does not say. */
  readonly site: string | null
  /** YAML file of the people who may open what is published; holds no secret. */
  readonly readers: string
  /** The practice's config; where there is none, the place where setup would write it. */
  readonly config: string
  /** Private Ed25519 key that signs what is published, PEM. */
  readonly signingKey: string
  /** The project's folder. */
  readonly project: string
  /** IANA zone in which dates of expiry are meant. */
  readonly timeZone: string
}

/**
 * The places that a config names, from its own folder on; without a name (or a config) the usual ones. The
 * signing key's is always data/private, which git ignores, since a config may lie where git does not.
 */
export function sharingPlace(
  { sharing, practice }: Pick<SyncConfig, 'sharing' | 'practice'>,
  { configPath, project }: { readonly configPath: string | null; readonly project: string },
): SharingPlace {
  const workspace = join(project, 'data', 'private')
  const folder = configPath === null ? workspace : dirname(resolve(configPath))
  return {
    site: sharing.site ?? null,
    readers: resolve(folder, sharing.readers ?? 'readers.yaml'),
    config: configPath === null ? join(workspace, 'practice.yaml') : resolve(configPath),
    signingKey: resolve(folder, sharing.signing_key ?? join(workspace, 'signing-key.pem')),
    project,
    timeZone: practice.time_zone ?? 'UTC',
  }
}
