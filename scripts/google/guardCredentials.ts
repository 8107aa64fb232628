import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, relative, sep } from 'node:path'
import { SyncError } from '../errors/SyncError.ts'
import { accountOf } from './accountOf.ts'
import type { CredentialFile, Federation } from './credentialFile.ts'
import { mayGetTokens } from './readEndpoints.ts'

interface Surroundings {
  readonly path: string
  readonly project: string
  readonly env: NodeJS.ProcessEnv
}

/**
 * Refuses credentials that are unsafe (a private key that others can read or that lies in the repository; a
 * file that would send tokens elsewhere than to Google) or that cannot serve (federation without an account).
 */
export async function guardCredentials(file: CredentialFile, surroundings: Surroundings): Promise<void> {
  if (holdsKey(file)) await guardKey(surroundings)
  guardAddresses(file, surroundings.path)
  if (file.type === 'external_account') guardFederation(file, surroundings)
}

function holdsKey(file: CredentialFile): boolean {
  if (file.type === 'impersonated_service_account') return file.source_credentials.type === 'service_account'
  return file.type === 'service_account'
}

async function guardKey({ path, project }: Surroundings): Promise<void> {
  const [realFile, realProject] = await Promise.all([realpath(path), realpath(project)])
  const inside = relative(realProject, realFile)
  if (!inside.startsWith(`..${sep}`) && !isAbsolute(inside)) {
    throw new SyncError(
      `The key file lies in the folder of the repository: ${path}.`,
      'Move it elsewhere (such as ~/.config/practice-vitals/key.json), chmod 600 it, and set GOOGLE_APPLICATION_CREDENTIALS to its new place. If it was ever committed, delete the key in the Google Cloud console (IAM & Admin > Service Accounts > Keys) and make a new one.',
    )
  }
  const { mode } = await stat(realFile)
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new SyncError(
      `Others on this computer can open the key file: ${path}.`,
      `Run: chmod 600 '${path}'. Whoever has this file can read every spreadsheet that is shared with its account.`,
    )
  }
}

function guardAddresses(file: CredentialFile, path: string): void {
  const source = file.type === 'impersonated_service_account' ? file.source_credentials : null
  const addresses = [file, source].flatMap((one) =>
    one === null
      ? []
      : [
          'token_url' in one ? one.token_url : null,
          'service_account_impersonation_url' in one ? one.service_account_impersonation_url : null,
        ],
  )
  if (addresses.every((address) => typeof address !== 'string' || mayGetTokens(address))) return
  throw new SyncError(
    `The credentials file would send access tokens to a server that is not Google's: ${path}.`,
    'token_url and service_account_impersonation_url must be https addresses under googleapis.com. Make the file anew (gcloud iam workload-identity-pools create-cred-config) and do not use this one.',
  )
}

function guardFederation(file: Federation, { path, env }: Surroundings): void {
  if (accountOf(file) === null) {
    throw new SyncError(
      `The federated credentials act for no service account: ${path}.`,
      'Without one there is no address to share a spreadsheet with. In GitHub Actions give google-github-actions/auth both workload_identity_provider and service_account; with gcloud add --service-account=ADDRESS to: gcloud iam workload-identity-pools create-cred-config.',
    )
  }
  if ('executable' in file.credential_source && env.GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES !== '1') {
    throw new SyncError(
      `The credentials file wants to run a program: ${path}.`,
      'If you trust that program, set GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES=1; otherwise use a file or an address as its credential_source.',
    )
  }
}
