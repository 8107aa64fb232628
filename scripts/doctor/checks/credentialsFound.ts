import type { Credentials } from '../../google/readCredentials.ts'
import { pass, type Check } from '../check.ts'

/** How each kind of credentials is called here and in setup. */
export const kindsOfCredentials: Readonly<Record<Credentials['kind'], string>> = {
  external_account: 'workload identity federation, without a key',
  authorized_user: 'a gcloud login of a person',
  impersonated_service_account: 'a login that acts for a service account',
  service_account: 'a key file of a service account',
  metadata_server: 'the metadata server of Google Cloud, without a key',
}

/** Whether there are credentials that will serve, and of which kind. An unsafe key file fails here. */
export const credentialsFound: Check = {
  id: 'credentials',
  title: 'the credentials for Google',
  needs: [],
  run: async (context) => {
    const { kind, path } = await context.credentials()
    const where = path === null ? '' : ` (${path})`
    return [pass(`Credentials found: ${kindsOfCredentials[kind]}${where}`)]
  },
}
