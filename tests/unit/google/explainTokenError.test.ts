import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { connectGoogle } from '../../../scripts/google/connectGoogle.ts'
import type { CredentialFile } from '../../../scripts/google/credentialFile.ts'
import { explainTokenError } from '../../../scripts/google/explainTokenError.ts'
import type { Failure } from '../../../scripts/google/failure.ts'
import type { Credentials } from '../../../scripts/google/readCredentials.ts'
import { TestClock } from './TestClock.ts'

const account = 'reader@two-rivers.iam.gserviceaccount.com'
const universe_domain = 'googleapis.com' as const
const key: CredentialFile = {
  type: 'service_account',
  client_email: account,
  private_key: 'key-secret',
  universe_domain,
}
const login: CredentialFile = {
  type: 'authorized_user',
  client_id: 'id',
  client_secret: 'client-secret',
  refresh_token: 'refresh-secret',
  universe_domain,
}
const impersonation = `/v1/projects/-/serviceAccounts/${account}:generateAccessToken`
const impersonated: CredentialFile = {
  type: 'impersonated_service_account',
  service_account_impersonation_url: `https://iamcredentials.googleapis.com${impersonation}`,
  source_credentials: login,
  universe_domain,
}
const scopes = ['https://www.googleapis.com/auth/spreadsheets.readonly']

function credentials(file: CredentialFile): Credentials {
  return { kind: file.type, account, path: '/home/ada/credentials.json', file: () => file }
}

function answer(status: number, body: unknown, path = '/token'): Failure {
  return { kind: 'answer', status, body, retryAfter: null, place: { host: 'oauth2.googleapis.com', path } }
}

const place = { host: 'oauth2.googleapis.com', path: '/token' }
const badSignature = { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' }
const wrongTime = {
  error: 'invalid_grant',
  error_description:
    'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.',
}
const denied = { error: { code: 403, message: 'secret', status: 'PERMISSION_DENIED' } }

describe('why there is no token, in words', () => {
  test.each<[string, Failure, CredentialFile, string, string]>([
    ['a deleted key', answer(400, badSignature), key, 'unauthenticated', 'deleted or disabled'],
    ['a wrong clock', answer(400, wrongTime), key, 'unauthenticated', 'Set the clock'],
    [
      'a login that ran out',
      answer(400, { error: 'invalid_grant' }),
      login,
      'unauthenticated',
      'spreadsheets.readonly',
    ],
    [
      'a login that may not act for the account',
      answer(403, denied, impersonation),
      impersonated,
      'forbidden',
      'serviceAccountTokenCreator',
    ],
    [
      'a login that ran out, before that',
      answer(400, { error: 'invalid_grant' }),
      impersonated,
      'unauthenticated',
      'Sign in again',
    ],
    [
      'an unreadable key',
      { kind: 'broken', code: 'ERR_OSSL_UNSUPPORTED', place },
      key,
      'unauthenticated',
      'ERR_OSSL_UNSUPPORTED',
    ],
    [
      'an identity without a file',
      { kind: 'broken', code: null, place },
      login,
      'unauthenticated',
      'could not be used',
    ],
    ['no network', { kind: 'unreachable', place }, login, 'unavailable', 'oauth2.googleapis.com'],
    ['no answer', { kind: 'timeout', place }, login, 'timeout', 'oauth2.googleapis.com'],
  ])('%s', (_, failure, file, trouble, words) => {
    const error = explainTokenError(failure, credentials(file), scopes)
    const text = `${error.message} ${error.hint}`
    expect(error.trouble).toBe(trouble)
    expect(text).toContain(words)
    expect(text).not.toMatch(/secret|undefined/)
  })

  test('a key file whose key is none is refused before anything is sent', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vitals-key-'))
    const path = join(folder, 'key.json')
    await writeFile(path, JSON.stringify(key), { mode: 0o600 })
    const clock = new TestClock()
    const api = await connectGoogle({
      access: 'read',
      changeDetection: false,
      requestTimeout: 5000,
      deadline: clock.now() + 60_000,
      project: process.cwd(),
      effects: { clock, random: () => 0.5, env: { GOOGLE_APPLICATION_CREDENTIALS: path } },
    })
    await expect(api.spreadsheet('abc')).rejects.toThrow('The private key in the key file cannot be used')
    expect(clock.slept).toEqual([])
    expect(api.requests.sheetsReads).toBe(0)
    await rm(folder, { recursive: true })
  })
})
