import { describe, expect, test } from 'vitest'
import { SyncError } from '../../../scripts/errors/SyncError.ts'
import { mayGetTokens, readEndpoints } from '../../../scripts/google/readEndpoints.ts'

function env(sheets?: string, drive?: string): NodeJS.ProcessEnv {
  return {
    ...(sheets !== undefined && { VITALS_SHEETS_ROOT_URL: sheets }),
    ...(drive !== undefined && { VITALS_DRIVE_ROOT_URL: drive }),
  }
}

describe('where the APIs are', () => {
  test('at Google, if nothing is said', () => {
    expect(readEndpoints({})).toEqual({
      sheets: 'https://sheets.googleapis.com/',
      drive: 'https://www.googleapis.com/',
    })
  })

  test.each(['http://127.0.0.1:8765/', 'http://127.8.9.1:1/', 'https://localhost:8765/', 'http://[::1]:80/'])(
    'at %s, because that is this computer',
    (url) => {
      const { sheets, drive } = readEndpoints(env(url, url))
      expect(sheets).toBe(new URL(url).href)
      expect(drive).toBe(new URL(url).href)
    },
  )

  test('both or neither', () => {
    const url = 'http://127.0.0.1:8765/'
    for (const half of [env(url), env(undefined, url), env(url, ''), env('', url)]) {
      expect(() => readEndpoints(half)).toThrow(SyncError)
    }
  })

  test.each([
    'http://sheets.example.com/',
    'https://sheets.googleapis.com/',
    'http://127.0.0.1.example.com/',
    'http://localhost.example.com/',
    'http://10.0.0.1/',
    'http://0.0.0.0:80/',
    'http://user:pass@127.0.0.1/',
    'http://127.0.0.1/path/',
    'http://127.0.0.1/?query',
    'ftp://127.0.0.1/',
    '127.0.0.1:8765',
    'not an address',
  ])('never at %s', (url) => {
    const good = 'http://127.0.0.1:8765/'
    expect(() => readEndpoints(env(url, good))).toThrow(SyncError)
    expect(() => readEndpoints(env(good, url))).toThrow(SyncError)
  })

  test.each([
    ['https://sts.googleapis.com/v1/token', true],
    ['https://iamcredentials.googleapis.com/v1/projects', true],
    ['http://127.0.0.1:99/sts', true],
    ['https://sts.mtls.googleapis.com/v1/token', true],
    ['https://sts.us-east4.rep.googleapis.com/v1/token', true],
    ['https://us-east1-iamcredentials.googleapis.com/v1/projects', true],
    ['https://sts-clinic.p.googleapis.com/v1/token', true],
    ['https://storage.googleapis.com/upload/storage/v1/b/stranger/o?uploadType=media&name=x', false],
    ['https://sts.storage.googleapis.com/', false],
    ['https://stranger.storage.googleapis.com/sts', false],
    ['https://googleapis.com/', false],
    ['http://sts.googleapis.com/v1/token', false],
    ['https://sts.googleapis.com.example.com/v1/token', false],
    ['https://sts.googleapis.com@example.com/v1/token', false],
    ['https://evilgoogleapis.com/', false],
    ['https://sts.googleapis.com:8443/', false],
    ['http://user@127.0.0.1/', false],
    ['', false],
  ])('tokens may go to %s: %s', (url, may) => {
    expect(mayGetTokens(url)).toBe(may)
  })
})
