import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The service account whose tokens the stand-in gives. */
export const account = 'reader@vitals-test.iam.gserviceaccount.com'

/**
 * Writes the `external_account` file of a federated run, as google-github-actions/auth does: a token of the
 * outside world, traded for a federated one, traded for one of the service account; all three are asked for
 * at the stand-in. Mode 0600. Gives its path.
 */
export async function writeCredentials(folder: string, url: string): Promise<string> {
  const credentials = {
    type: 'external_account',
    audience:
      '//iam.googleapis.com/projects/1071851248496/locations/global/workloadIdentityPools/vitals/providers/tests',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `${url}sts/v1/token`,
    service_account_impersonation_url: `${url}v1/projects/-/serviceAccounts/${account}:generateAccessToken`,
    credential_source: {
      url: `${url}oidc/token`,
      headers: { Authorization: 'Bearer runner' },
      format: { type: 'json', subject_token_field_name: 'value' },
    },
  }
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'credentials.json')
  await writeFile(path, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 })
  // The mode above holds only for a file that was not there before.
  await chmod(path, 0o600)
  return path
}
