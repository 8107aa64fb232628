import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SyncError } from '../../../scripts/errors/SyncError.ts'
import { readCredentials } from '../../../scripts/google/readCredentials.ts'

const account = 'reader@two-rivers.iam.gserviceaccount.com'
const key = { type: 'service_account', client_email: account, private_key: 'key-secret' }
const login = {
  type: 'authorized_user',
  client_id: 'id',
  client_secret: 'client-secret',
  refresh_token: 'refresh-secret',
}
const impersonationUrl = `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${account}:generateAccessToken`
const federation = {
  type: 'external_account',
  audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/q',
  subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
  token_url: 'https://sts.googleapis.com/v1/token',
  service_account_impersonation_url: impersonationUrl,
  credential_source: { url: 'https://runner.example/oidc-secret' },
}

let folder = ''
let project = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitals-credentials-'))
  project = join(folder, 'project')
  await mkdir(project)
})

afterEach(() => rm(folder, { recursive: true }))

async function file(name: string, json: unknown, mode = 0o600): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, typeof json === 'string' ? json : JSON.stringify(json))
  await chmod(path, mode)
  return path
}

function read(path: string, env: NodeJS.ProcessEnv = {}) {
  return readCredentials({ env: { GOOGLE_APPLICATION_CREDENTIALS: path, ...env }, project })
}

async function refusal(path: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const error: unknown = await read(path, env).catch((thrown: unknown) => thrown)
  if (!(error instanceof SyncError)) throw new Error('not refused with words')
  const text = `${error.message} ${error.hint}`
  expect(text).not.toContain('-secret')
  expect(error).not.toHaveProperty('cause')
  return text
}

describe('credentials', () => {
  test('a key file that only its owner can open serves', async () => {
    for (const mode of [0o600, 0o400]) {
      await rm(join(folder, 'key.json'), { force: true })
      expect(await read(await file('key.json', key, mode))).toMatchObject({
        kind: 'service_account',
        account,
      })
    }
  })

  test.each([0o640, 0o604, 0o644, 0o660, 0o777, 0o610])(
    'a key file of mode %o is refused: chmod 600',
    async (mode) => {
      expect(await refusal(await file('key.json', key, mode))).toContain('chmod 600')
    },
  )

  test('a key file in the repository is refused, also behind a link on either side', async () => {
    const inside = await file('project/key.json', key)
    expect(await refusal(inside)).toContain('in the folder of the repository')
    await symlink(inside, join(folder, 'link.json'))
    expect(await refusal(join(folder, 'link.json'))).toContain('in the folder of the repository')
    await symlink(project, join(folder, 'other'))
    const env = { GOOGLE_APPLICATION_CREDENTIALS: inside }
    await expect(readCredentials({ env, project: join(folder, 'other') })).rejects.toThrow(SyncError)
  })

  test('a link in the repository to a key file elsewhere, and a folder beside it, are no fault', async () => {
    const outside = await file('key.json', key)
    await symlink(outside, join(project, 'link.json'))
    expect((await read(join(project, 'link.json'))).account).toBe(account)
    await mkdir(join(folder, 'project-keys'))
    expect((await read(await file('project-keys/key.json', key))).account).toBe(account)
  })

  test('the same holds for a key within impersonated credentials', async () => {
    const json = {
      type: 'impersonated_service_account',
      service_account_impersonation_url: impersonationUrl,
      source_credentials: key,
    }
    expect(await refusal(await file('one.json', json, 0o644))).toContain('chmod 600')
    expect((await read(await file('two.json', json))).account).toBe(account)
  })

  test('federation acts for an account; without one there is nobody to share with', async () => {
    expect(await read(await file('gha-creds.json', federation, 0o644))).toMatchObject({
      kind: 'external_account',
      account,
    })
    const direct = { ...federation, service_account_impersonation_url: undefined }
    expect(await refusal(await file('direct.json', direct))).toContain(
      'no address to share a spreadsheet with',
    )
  })

  test('a file that would send tokens elsewhere than to Google is refused', async () => {
    const elsewhere = 'https://sts.example.com/v1/token'
    const other = `https://iam.example.com/v1/projects/-/serviceAccounts/${account}:generateAccessToken`
    for (const change of [{ token_url: elsewhere }, { service_account_impersonation_url: other }]) {
      expect(await refusal(await file('f.json', { ...federation, ...change }))).toContain("not Google's")
    }
    const source = { ...federation, token_url: elsewhere }
    const json = {
      type: 'impersonated_service_account',
      service_account_impersonation_url: impersonationUrl,
      source_credentials: source,
    }
    expect(await refusal(await file('g.json', json))).toContain("not Google's")
    expect(await refusal(await file('h.json', { ...key, universe_domain: 'example.com' }))).toContain(
      'universe_domain',
    )
  })

  test.each(['%1B%5B2Jada@example.com', 'ada%zz@example.com', 'ada@example.com%0A::add-mask::x', '12345'])(
    'an account called %s is none: its name would stand in messages',
    async (name) => {
      const url = `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${name}:generateAccessToken`
      const json = { ...federation, service_account_impersonation_url: url }
      expect(await refusal(await file('f.json', json))).toContain('for no service account')
      const other = { ...key, client_email: 'ada@example.com\u001B[2J' }
      expect((await read(await file('k.json', other))).account).toBeNull()
    },
  )

  test('a program as its source needs the word of Google: GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES', async () => {
    const json = { ...federation, credential_source: { executable: { command: '/bin/token' } } }
    const path = await file('program.json', json)
    expect(await refusal(path)).toContain('GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES=1')
    expect((await read(path, { GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES: '1' })).account).toBe(account)
  })

  test('a login is known by its address only if the file says it', async () => {
    expect((await read(await file('login.json', login))).account).toBeNull()
    expect((await read(await file('with.json', { ...login, account: '' }))).account).toBeNull()
    expect((await read(await file('who.json', { ...login, account: 'ada@example.com' }))).account).toBe(
      'ada@example.com',
    )
  })

  test('gcloud keeps its login at a known place; GOOGLE_APPLICATION_CREDENTIALS comes first', async () => {
    await mkdir(join(folder, '.config/gcloud'), { recursive: true })
    await file('.config/gcloud/application_default_credentials.json', login)
    const found = await readCredentials({ env: { HOME: folder }, project })
    expect(found.kind).toBe('authorized_user')
    const named = { HOME: folder, GOOGLE_APPLICATION_CREDENTIALS: await file('key.json', key) }
    expect((await readCredentials({ env: named, project })).kind).toBe('service_account')
    const config = { CLOUDSDK_CONFIG: join(folder, '.config/gcloud') }
    expect((await readCredentials({ env: config, project })).kind).toBe('authorized_user')
  })

  test('what is missing, unreadable, no JSON, incomplete or of another kind is refused with the three ways', async () => {
    const paths = [
      join(folder, 'missing.json'),
      folder,
      await file('text.json', 'key-secret'),
      await file('part.json', { type: 'service_account', private_key: 'key-secret' }),
      await file('kind.json', { type: 'gdch_service_account', private_key: 'key-secret' }),
      await file('list.json', []),
      await file('source.json', {
        ...federation,
        credential_source: { file: 'a', url: 'https://b-secret.example' },
      }),
    ]
    for (const path of paths) {
      const text = await refusal(path)
      expect(text).toContain('workload identity federation')
      expect(text).toContain('gcloud auth application-default login --scopes=')
      expect(text).toContain('spreadsheets.readonly')
      expect(text).toContain('chmod 600')
    }
  })

  test('no credentials at all are refused without asking any server', async () => {
    const env = { HOME: folder, METADATA_SERVER_DETECTION: 'none' }
    await expect(readCredentials({ env, project })).rejects.toThrow('No credentials for Google were found.')
  })

  test('printing credentials shows nothing of their file', async () => {
    const credentials = await read(await file('key.json', key))
    expect(JSON.stringify(credentials)).not.toContain('secret')
  })
})
