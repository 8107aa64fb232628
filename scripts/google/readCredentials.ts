import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { gcpMetadata } from 'google-auth-library'
import { SyncError } from '../errors/SyncError.ts'
import { accountOf } from './accountOf.ts'
import { credentialFile, type CredentialFile } from './credentialFile.ts'
import { guardCredentials } from './guardCredentials.ts'
import { loginCommand, scopesFor } from './scopes.ts'

/** How the product makes itself known to Google. */
export interface Credentials {
  readonly kind: CredentialFile['type'] | 'metadata_server'
  /** Address that spreadsheets are shared with; null if the credentials do not say. */
  readonly account: string | null
  /** The file they were read from; null for the metadata server of Google Cloud. */
  readonly path: string | null
  /** What the file says, secrets included: for `tokenClient` only. A function, so that no log prints it. */
  readonly file: () => CredentialFile | null
}

/**
 * Finds application default credentials as Google's tools do: the file that GOOGLE_APPLICATION_CREDENTIALS
 * names, else gcloud's own, else the metadata server of Google Cloud. Sends nothing to Google. A `SyncError`
 * says what to do if there are none or they will not serve; it never holds anything of the file.
 */
export async function readCredentials({
  env,
  project,
}: {
  readonly env: NodeJS.ProcessEnv
  /** Folder of the repository, in which no key file may lie. */
  readonly project: string
}): Promise<Credentials> {
  const named = env.GOOGLE_APPLICATION_CREDENTIALS ?? ''
  const path = named === '' ? wellKnownPath(env) : resolve(named)
  const text = path === null ? null : await readText(path, named !== '')
  if (path === null || text === null) {
    if (isGoogleCloud(env)) return fromMetadataServer()
    throw new SyncError('No credentials for Google were found.', threeWays())
  }
  const file = parse(text, path)
  await guardCredentials(file, { path, project, env })
  return { kind: file.type, account: accountOf(file), path, file: () => file }
}

/** Where gcloud keeps the credentials of `gcloud auth application-default login`; null if it cannot be told. */
function wellKnownPath(env: NodeJS.ProcessEnv): string | null {
  const name = 'application_default_credentials.json'
  if (env.CLOUDSDK_CONFIG) return join(env.CLOUDSDK_CONFIG, name)
  if (process.platform === 'win32') return env.APPDATA ? join(env.APPDATA, 'gcloud', name) : null
  return env.HOME ? join(env.HOME, '.config', 'gcloud', name) : null
}

async function readText(path: string, isNamed: boolean): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isMissing && !isNamed) return null
    const trouble = isMissing ? 'does not exist' : 'cannot be read'
    const where = isNamed ? 'that GOOGLE_APPLICATION_CREDENTIALS names' : 'of gcloud'
    throw new SyncError(`The credentials file ${where} ${trouble}: ${path}.`, threeWays())
  }
}

function parse(text: string, path: string): CredentialFile {
  const json = parseJson(text)
  if (json === undefined) {
    throw new SyncError(`The credentials file is not JSON: ${path}.`, `Download it again. ${threeWays()}`)
  }
  const { data, error } = credentialFile.safeParse(json)
  if (data) return data
  const keys = [...new Set(error.issues.map(({ path: key }) => key.join('.') || 'type'))].join(', ')
  throw new SyncError(
    `The credentials file is not of a known kind, or incomplete (look at: ${keys}): ${path}.`,
    `Known kinds (its "type"): external_account, authorized_user, impersonated_service_account, service_account. ${threeWays()}`,
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** No request: an environment without credentials must not wait for a server that is not there. */
function isGoogleCloud(env: NodeJS.ProcessEnv): boolean {
  if (env.METADATA_SERVER_DETECTION === 'none') return false
  return Boolean(env.GCE_METADATA_HOST ?? env.GCE_METADATA_IP) || gcpMetadata.getGCPResidency()
}

async function fromMetadataServer(): Promise<Credentials> {
  const account: unknown = await gcpMetadata.instance('service-accounts/default/email').catch(() => null)
  return {
    kind: 'metadata_server',
    account: typeof account === 'string' && account.includes('@') ? account : null,
    path: null,
    file: () => null,
  }
}

/** The three ways to credentials, best first. */
function threeWays(): string {
  const scopes = scopesFor({ access: 'read', changeDetection: true })
  return [
    'Three ways, best first: (1) on a schedule, workload identity federation without any key: in GitHub Actions the step google-github-actions/auth with workload_identity_provider and service_account sets GOOGLE_APPLICATION_CREDENTIALS by itself;',
    '(2) on your own computer: gcloud auth application-default login --impersonate-service-account=ADDRESS (you need the role Service Account Token Creator on that account),',
    `or as yourself: ${loginCommand(scopes)};`,
    '(3) only if neither will do, a key file of a service account (Google Cloud console > IAM & Admin > Service Accounts > Keys > Add key), kept outside this folder, chmod 600, and named by GOOGLE_APPLICATION_CREDENTIALS.',
    'npm run setup leads through it.',
  ].join(' ')
}
