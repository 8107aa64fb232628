import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { errorReply, ScriptedServer, type Reply } from './ScriptedServer.ts'
import {
  server,
  folder,
  clock,
  connect,
  read,
  metadata,
  write,
  values,
  file,
  askValues,
  errorOf,
} from './scriptedClient.ts'

describe('tokens', () => {
  test.each([
    ['reading with change detection', { access: 'read', changeDetection: true }, [read, metadata]],
    ['reading', { access: 'read', changeDetection: false }, [read]],
    ['writing', { access: 'write', changeDetection: true }, [write]],
  ] as const)('%s asks the account for exactly its scopes, for ten minutes', async (_, wanted, scopes) => {
    server.script(':batchGet', { json: values })
    await askValues(await connect(wanted))
    const [impersonated] = server.to(':generateAccessToken')
    expect(JSON.parse(impersonated?.body ?? '')).toEqual({ scope: scopes, lifetime: '600s' })
    expect(impersonated?.authorization).toBe('Bearer exchange-secret')
    expect(server.to(':batchGet')[0]?.authorization).toBe('Bearer access-secret-1')
  })

  test('one token serves many requests, also at the same time', async () => {
    server.script(':batchGet', { json: values })
    const api = await connect()
    await Promise.all([askValues(api), askValues(api), askValues(api)])
    await askValues(api)
    expect(server.to('/oidc')).toHaveLength(1)
    expect(server.to('/sts/v1/token')).toHaveLength(1)
    expect(server.to(':generateAccessToken')).toHaveLength(1)
  })

  test.each(['/oidc', '/sts/v1/token', ':generateAccessToken'])(
    'a %s that is down is asked again by our clock, not by that of the library',
    async (step) => {
      server.script(':batchGet', { json: values })
      const down = errorReply(503, 'The service is currently unavailable.')
      const good = { '/oidc': { value: 'v' }, '/sts/v1/token': { access_token: 't', expires_in: 60 } }[step]
      server.script(step, down, errorReply(429, 'quota'), { json: good ?? server.token() })
      await askValues(await connect())
      expect(server.to(step)).toHaveLength(3)
      expect(clock.slept).toEqual([500, 60_000 - 10_500 + 1000])
    },
  )

  test.each(['/sts/v1/token', ':generateAccessToken'])('no JSON from %s is asked again', async (step) => {
    server.script(':batchGet', { json: values })
    const page: Reply = { by: (response) => response.end('<html>busy</html>') }
    const good = step.endsWith('token') ? { access_token: 't', expires_in: 60 } : server.token()
    server.script(step, page, { json: good })
    await askValues(await connect())
    expect(server.to(step)).toHaveLength(2)
  })

  test.each([
    ['/oidc', errorReply(403, 'secret'), 'unauthenticated', 'id-token: write'],
    [
      '/sts/v1/token',
      { status: 400, json: { error: 'invalid_target', error_description: 'secret' } },
      'unauthenticated',
      'Workload Identity Federation',
    ],
    [
      '/sts/v1/token',
      {
        status: 403,
        json: {
          error: 'unauthorized_client',
          error_description: 'The given credential is rejected by the attribute condition.',
        },
      },
      'unauthenticated',
      'Attribute conditions',
    ],
    [
      '/sts/v1/token',
      { status: 400, json: { error: 'invalid_grant', error_description: 'The token has expired.' } },
      'unauthenticated',
      'same job',
    ],
    [
      ':generateAccessToken',
      errorReply(403, "Permission 'iam.serviceAccounts.getAccessToken' denied on resource", {
        status: 'PERMISSION_DENIED',
      }),
      'forbidden',
      'roles/iam.workloadIdentityUser',
    ],
    [
      ':generateAccessToken',
      errorReply(
        403,
        'IAM Service Account Credentials API has not been used in project 42 before or it is disabled.',
      ),
      'forbidden',
      'IAM Service Account Credentials API > Enable',
    ],
    [
      ':generateAccessToken',
      errorReply(404, 'Not found; Gaia id not found'),
      'unauthenticated',
      'Service Accounts',
    ],
  ] as const)('a refusal of %s is explained at once', async (step, refusal, trouble, words) => {
    server.script(step, refusal)
    const error = await errorOf(askValues(await connect()))
    expect(error.trouble).toBe(trouble)
    expect(`${error.message} ${error.hint}`).toContain(words)
    expect(`${error.message} ${error.hint}`).not.toContain('secret')
    expect(server.to(step)).toHaveLength(1)
  })

  test('a token that ends while a run goes on is replaced once', async () => {
    server.script(':batchGet', { json: values }, errorReply(401, 'expired'), { json: values })
    const api = await connect()
    await askValues(api)
    await askValues(api)
    expect(server.to(':batchGet').map(({ authorization }) => authorization)).toEqual([
      'Bearer access-secret-1',
      'Bearer access-secret-1',
      'Bearer access-secret-2',
    ])
  })

  test('all requests under way when it ends get the same fresh one', async () => {
    const ended: Reply = errorReply(401, 'expired')
    server.script(':batchGet', { json: values }, ended, ended, ended, { json: values })
    const api = await connect()
    await askValues(api)
    await Promise.all([askValues(api), askValues(api), askValues(api)])
    await askValues(api)
    expect(server.to(':generateAccessToken')).toHaveLength(2)
  })

  test('a fresh token that is refused is not replaced, nor a second one', async () => {
    server.script(':batchGet', errorReply(401, 'secret'))
    const api = await connect()
    expect((await errorOf(askValues(api))).trouble).toBe('unauthenticated')
    expect(server.to(':batchGet')).toHaveLength(1)
    server.script('/files/abc', { json: file })
    await api.file('abc')
    expect((await errorOf(askValues(api))).trouble).toBe('unauthenticated')
    expect(server.to(':batchGet')).toHaveLength(3)
  })

  test('who is refused with a token that serves others gets one fresh one, not one after the other', async () => {
    server.script('/files/abc', { json: file })
    const api = await connect()
    const refused: Reply = {
      by: (response) =>
        void api.file('abc').then(() => {
          response.writeHead(401, { 'content-type': 'application/json' }).end('{}')
        }),
    }
    server.script(':batchGet', refused)
    expect((await errorOf(askValues(api))).trouble).toBe('unauthenticated')
    expect(server.to(':batchGet')).toHaveLength(2)
  })

  test('those who wait for a token wait together', async () => {
    server.script(':batchGet', { json: values })
    const down = errorReply(503, 'busy')
    server.script('/sts/v1/token', down, down, { json: { access_token: 't', expires_in: 60 } })
    const api = await connect()
    await Promise.all([askValues(api), askValues(api), askValues(api)])
    expect(server.to('/sts/v1/token')).toHaveLength(3)
    expect(clock.slept).toEqual([500, 1000])
  })

  test('impersonation by a login on this computer goes to the account, with our scopes', async () => {
    const source = server.federation()
    const json = {
      type: 'impersonated_service_account',
      service_account_impersonation_url: source.service_account_impersonation_url,
      delegates: ['projects/-/serviceAccounts/other@two-rivers.iam.gserviceaccount.com'],
      source_credentials: source,
      quota_project_id: 'two-rivers',
    }
    const path = join(folder, 'impersonated.json')
    await writeFile(path, JSON.stringify(json))
    server.script(':batchGet', { json: values })
    const api = await connect({}, { GOOGLE_APPLICATION_CREDENTIALS: path })
    await askValues(api)
    await askValues(api)
    expect(api.account).toBe(ScriptedServer.account)
    const bodies = server.to(':generateAccessToken').map(({ body }): unknown => JSON.parse(body))
    expect(bodies.at(-1)).toEqual({ delegates: json.delegates, scope: [read, metadata], lifetime: '600s' })
    expect(bodies).toHaveLength(2)
  })
})
