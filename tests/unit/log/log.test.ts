import { describe, expect, it } from 'vitest'
import { kindOf, problemsOf } from '../../../scripts/errors/problemsOf.ts'
import { SyncError } from '../../../scripts/errors/SyncError.ts'
import { printable } from '../../../scripts/log/printable.ts'
import { shapeOf } from '../../../scripts/log/shapeOf.ts'
import { withoutSecrets } from '../../../scripts/log/withoutSecrets.ts'

const secret = 'Zebulon-Quagga'

describe('what may be printed', () => {
  it('is what is named, and nothing else', () => {
    const value = {
      ok: true,
      practice: { name: 'Two Rivers', patient: secret },
      rows: [{ tab: 'A', value: secret }],
    }
    expect(printable(value, { ok: 'truth', practice: { name: 'text' }, rows: [{ tab: 'text' }] })).toEqual({
      ok: true,
      practice: { name: 'Two Rivers' },
      rows: [{ tab: 'A' }],
    })
  })

  it('is a shape where something else stands than was said', () => {
    const value = { bytes: secret, tabs: secret, practice: [secret], name: { first: secret }, ok: 1 }
    const allowed = {
      bytes: 'number',
      tabs: ['text'],
      practice: { name: 'text' },
      name: 'text',
      ok: 'truth',
    } as const
    expect(printable(value, allowed)).toEqual({
      bytes: 'text, 14 characters',
      tabs: 'text, 14 characters',
      practice: 'list of 1',
      name: 'object of 1 field',
      ok: 'number',
    })
  })

  it('keeps nothing as nothing, and says no field that is not there', () => {
    expect(printable({ out: null }, { out: 'text', quarantine: 'text' })).toEqual({ out: null })
  })

  it.each([
    [secret, 'text, 14 characters'],
    ['x', 'text, 1 character'],
    [[1, 2, 3], 'list of 3'],
    [48_731.57, 'number'],
    [null, 'nothing'],
    [new Date(0), 'date'],
    [new Error(secret), 'error'],
    [new Uint8Array(4), '4 bytes'],
  ])('a shape holds nothing of the value', (value, shape) => {
    expect(shapeOf(value)).toBe(shape)
  })
})

describe('an error that nobody foresaw', () => {
  class QuotingError extends Error {
    override readonly name = secret
    readonly code = secret
  }

  it('is told by its class and our places, never by its text, its name or its code', () => {
    const error = new QuotingError(`bad cell ${secret}\n    at scripts/${secret}/x.ts:1:1`)
    error.stack = `${error.name}: ${error.message}\n    at cast (file:///there/scripts/private/cast.ts:12:3)\n    at run (/there/node_modules/x.js:1:1)\n    at sync (/there/scripts/sync/sync.ts:70:9)`
    expect(problemsOf(error)).toEqual([
      {
        message:
          'This failed in a way that is not known (QuotingError at scripts/private/cast.ts:12, scripts/sync/sync.ts:70).',
        hint: 'Please report this line; it holds no data of yours. What was published last stays as it was.',
      },
    ])
  })

  it('is told by its kind if it is no error', () => {
    expect(problemsOf(secret)[0]?.message).toBe(
      'This failed in a way that is not known (string at an unknown place).',
    )
  })

  it.each([
    [Object.assign(new Error(secret), { code: 'ENOSPC' }), 'Error ENOSPC'],
    [
      Object.assign(new TypeError(secret), { code: 'ERR_INVALID_ARG_TYPE' }),
      'TypeError ERR_INVALID_ARG_TYPE',
    ],
    [Object.assign(new Error(secret), { code: 'ZEBULON' }), 'Error'],
  ])('keeps the codes of the system and of Node alone', (error, kind) => {
    expect(kindOf(error)).toBe(kind)
  })
})

describe('a refusal', () => {
  it('keeps no cause that may quote a cell', () => {
    expect(new SyncError('No.', 'Yes.', { cause: new SyntaxError(secret) }).cause).toBeUndefined()
    expect(new SyncError('No.', 'Yes.', { cause: secret }).cause).toBeUndefined()
    const own = new SyncError('Inner.', 'Mend it.')
    expect(new SyncError('No.', 'Yes.', { cause: own }).cause).toBe(own)
  })
})

describe('the last fence', () => {
  it.each([
    `key AGE-SECRET-KEY-PQ-1${'Q'.repeat(40)} end`,
    '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA\n-----END PRIVATE KEY-----',
    'token ya29.a0AfH6SMB-x_y end',
    'Authorization: Bearer abc.def-ghi',
    'number 900-55-1234 end',
    'call (555) 019-7731 end',
    'call 555-019-7731 end',
  ])('withholds %j', (text) => {
    const told = withoutSecrets(text)
    expect(told).toContain('[withheld]')
    expect(told).not.toMatch(/QQQQ|MC4C|a0Af|abc\.def|1234|7731/)
  })

  it('leaves places, dates and amounts alone', () => {
    const text = 'Tab "Schedule", row 12, column H: 2026-10-31, $40,738.00, 1,241 rows (sheet 1234567890)'
    expect(withoutSecrets(text)).toBe(text)
  })
})
