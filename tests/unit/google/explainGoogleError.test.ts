import { describe, expect, test } from 'vitest'
import { explainGoogleError, type Asked } from '../../../scripts/google/explainGoogleError.ts'
import type { Failure } from '../../../scripts/google/failure.ts'

const place = { host: 'sheets.googleapis.com', path: '/v4/spreadsheets/abc' }
const account = 'reader@two-rivers.iam.gserviceaccount.com'
const link = 'https://docs.google.com/spreadsheets/d/abc/edit'
const reading: Asked = {
  doing: `reading values of ${link}`,
  id: 'abc',
  access: 'read',
  writes: false,
  api: 'Google Sheets API',
  scopes: ['https://www.googleapis.com/auth/spreadsheets.readonly'],
  credentials: { kind: 'external_account', account },
}
const writing: Asked = {
  ...reading,
  doing: `writing into ${link}`,
  access: 'write',
  writes: true,
  scopes: ['https://www.googleapis.com/auth/spreadsheets'],
}
const login: Asked = { ...reading, credentials: { kind: 'authorized_user', account: null } }

function answer(code: number, message: string, rest: object = {}): Failure {
  return {
    kind: 'answer',
    status: code,
    body: { error: { code, message, ...rest } },
    retryAfter: null,
    place,
  }
}

function disabled(api: string, service: string): Failure {
  const message = `${api} has not been used in project 1071851248496 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/${service}/overview?project=1071851248496 then retry.`
  const details = [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'SERVICE_DISABLED',
      metadata: { service },
    },
  ]
  return answer(403, message, { status: 'PERMISSION_DENIED', details })
}

const notShared = answer(403, 'The caller does not have permission', { status: 'PERMISSION_DENIED' })
const scopeMissing = answer(403, 'Request had insufficient authentication scopes.', {
  errors: [{ reason: 'insufficientPermissions' }],
  status: 'PERMISSION_DENIED',
})

describe('an error of Google in words', () => {
  test.each<[string, Failure, Asked, string, readonly string[]]>([
    ['not shared', notShared, reading, 'forbidden', [account, 'Share', 'Viewer', link, 'administrator']],
    ['not shared for writing', notShared, writing, 'forbidden', [account, 'Share', 'Editor', link]],
    ['not shared with a login', notShared, login, 'forbidden', ['account that you signed in with', link]],
    ['no scope', scopeMissing, reading, 'forbidden', ['spreadsheets.readonly']],
    [
      'no scope in a login',
      scopeMissing,
      login,
      'forbidden',
      ['gcloud auth application-default login --scopes=', 'spreadsheets.readonly'],
    ],
    [
      'Sheets is off',
      disabled('Google Sheets API', 'sheets.googleapis.com'),
      reading,
      'forbidden',
      ['Google Sheets API is not enabled', '1071851248496', 'Library', 'Enable', 'five minutes'],
    ],
    [
      'Drive is off',
      disabled('Google Drive API', 'drive.googleapis.com'),
      reading,
      'forbidden',
      ['Google Drive API is not enabled'],
    ],
    [
      'no credentials arrived',
      answer(403, 'The request is missing a valid API key.', { status: 'PERMISSION_DENIED' }),
      reading,
      'forbidden',
      ['no credentials at all', 'proxy'],
    ],
    [
      'domain policy',
      answer(403, 'The domain administrators have disabled Drive apps.', {
        errors: [{ reason: 'domainPolicy' }],
      }),
      reading,
      'forbidden',
      ['forbids', 'Admin console', account],
    ],
    [
      'no project to charge',
      answer(403, 'The sheets.googleapis.com API requires a quota project, which is not set by default.', {
        details: [{ reason: 'SERVICE_DISABLED' }],
      }),
      login,
      'forbidden',
      ['set-quota-project'],
    ],
    ['a 403 of another kind', answer(403, 'secret'), reading, 'forbidden', [account, 'Share']],
    [
      'unknown id',
      answer(404, 'Requested entity was not found.'),
      reading,
      'not_found',
      [link, 'link is wrong'],
    ],
    [
      'unknown to Drive',
      answer(404, 'File not found: abc.', { errors: [{ reason: 'notFound' }] }),
      { ...reading, api: 'Google Drive API' },
      'not_found',
      [link, account, 'not shared'],
    ],
    [
      'a tab that is gone',
      answer(400, 'Unable to parse range: secret!A1', { status: 'INVALID_ARGUMENT' }),
      reading,
      'bad_request',
      ['renamed or deleted'],
    ],
    [
      'a tab that shrank',
      answer(400, 'Range (secret!151154:151354) exceeds grid limits. Max rows: 151000, max columns: 26'),
      reading,
      'bad_request',
      ['smaller'],
    ],
    [
      'a bad write, which Google quotes',
      answer(
        400,
        `Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), "secret"`,
        {
          details: [{ fieldViolations: [{ description: 'secret' }] }],
        },
      ),
      writing,
      'bad_request',
      ['fault of the program'],
    ],
    [
      'an XLSX in Drive',
      answer(400, 'This operation is not supported for this document', { status: 'FAILED_PRECONDITION' }),
      reading,
      'wrong_file',
      ['File > Save as Google Sheets', link],
    ],
    [
      'no token any more',
      answer(401, 'Request had invalid authentication credentials.'),
      reading,
      'unauthenticated',
      ['Service Accounts'],
    ],
    [
      'no login any more',
      answer(401, 'Request had invalid authentication credentials.'),
      login,
      'unauthenticated',
      ['gcloud auth'],
    ],
    ['too many requests', answer(429, 'Quota exceeded'), writing, 'quota', ['few minutes']],
    [
      'an error of theirs',
      answer(500, 'Internal error encountered.'),
      reading,
      'unavailable',
      ['status 500', 'last good data'],
    ],
    [
      'an HTML page',
      { kind: 'answer', status: 502, body: '<html>secret', retryAfter: null, place },
      reading,
      'unavailable',
      ['502'],
    ],
    [
      'an error of theirs while writing',
      answer(503, 'secret'),
      writing,
      'unavailable',
      ['may have been written', link],
    ],
    ['no answer', { kind: 'timeout', place }, reading, 'timeout', ['in time']],
    ['no answer while writing', { kind: 'timeout', place }, writing, 'timeout', ['may have been written']],
    ['a cut answer while writing', { kind: 'cut', place }, writing, 'unavailable', ['may have been written']],
    [
      'half an answer while writing',
      { kind: 'malformed', what: 'no JSON', place },
      writing,
      'malformed',
      ['may have been written'],
    ],
    ['no network', { kind: 'unreachable', place }, writing, 'unavailable', ['network']],
    [
      'a certificate',
      { kind: 'broken', code: 'CERT_HAS_EXPIRED', place },
      reading,
      'unavailable',
      ['CERT_HAS_EXPIRED', 'NODE_EXTRA_CA_CERTS'],
    ],
  ])('%s', (_, failure, asked, trouble, words) => {
    const error = explainGoogleError(failure, asked)
    const text = `${error.message} ${error.hint}`
    expect(error.trouble).toBe(trouble)
    expect(words.filter((word) => !text.includes(word))).toEqual([])
    expect(text).not.toContain('secret')
    expect(text).not.toContain('undefined')
    expect(error).not.toHaveProperty('cause')
    expect(error.status).toBe(failure.kind === 'answer' ? failure.status : null)
  })

  test('what did not arrive was not written', () => {
    expect(explainGoogleError({ kind: 'unreachable', place }, writing).message).not.toContain('written')
  })
})
