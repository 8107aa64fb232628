import { createHash } from 'node:crypto'
import type { Canary } from './canary.ts'

/** One way in which a canary could come out, as bytes. */
export interface Spelling {
  /** `hex of UTF-8`, `sha256 in base64` … */
  readonly form: string
  readonly bytes: Buffer
  /** Whether capitals count: they do in base64 and in binary numbers. */
  readonly exact: boolean
}

const hashes = ['md5', 'sha1', 'sha256', 'sha512']

/** Shorter ones would be found by chance. */
const shortest = 6

/** Every way to write a canary that a sweep looks for. */
export function spellingsOf(canary: Canary): Spelling[] {
  const texts = textsOf(canary)
  const found = [...texts.flatMap(encodedText), ...texts.flatMap(hashed), ...binary(canary)]
  const long = found.filter(({ bytes }) => bytes.length >= shortest)
  // The first to say the same bytes names them.
  const byBytes = new Map(
    long.toReversed().map((one) => [`${String(one.exact)} ${one.bytes.toString('latin1')}`, one]),
  )
  return [...byBytes.values()]
}

/** How people and programs write the value itself. */
function textsOf({ kind, value }: Canary): string[] {
  if (kind === 'money') return moneyTexts(value)
  if (kind === 'day') return dayTexts(value)
  const digits = value.replace(/\D/g, '')
  const isNumber = digits.length >= 7 && /^[\d\s()+./-]+$/.test(value)
  return isNumber ? [value, digits] : [value]
}

/** `48731.57` with separators, with a comma, as cents. */
function moneyTexts(value: string): string[] {
  const [whole = '', cents = ''] = value.split('.')
  const grouped = (separator: string) => whole.replace(/\B(?=(\d{3})+$)/g, separator)
  return [
    value,
    `${whole},${cents}`,
    `${grouped(',')}.${cents}`,
    `${grouped('.')},${cents}`,
    `${grouped(' ')}.${cents}`,
    `${whole}${cents}`,
  ]
}

function dayTexts(value: string): string[] {
  const [year = '', month = '', day = ''] = value.split('-')
  const short = (text: string) => String(Number(text))
  return [
    value,
    `${year}${month}${day}`,
    `${month}/${day}/${year}`,
    `${short(month)}/${short(day)}/${year}`,
    `${day}.${month}.${year}`,
  ]
}

function encodedText(text: string): Spelling[] {
  const utf8 = Buffer.from(text)
  const little = Buffer.from(text, 'utf16le')
  const big = Buffer.from(little).swap16()
  const percent = [...utf8].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  const unicode = Array.from(text, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
  const folded = [
    ['UTF-8', utf8],
    ['UTF-16, little end first', little],
    ['UTF-16, big end first', big],
    ['hex of UTF-8', Buffer.from(utf8.toString('hex'))],
    ['hex of UTF-16', Buffer.from(little.toString('hex'))],
    ['URL-encoded', Buffer.from(encodeURIComponent(text))],
    ['URL-encoded, every byte', Buffer.from(percent)],
    ['escaped for JSON', Buffer.from(unicode)],
    ['reversed', Buffer.from(Array.from(text).toReversed().join(''))],
  ] as const
  const packed = [text, text.toLowerCase(), text.toUpperCase()].flatMap((one) => [
    ...base64(Buffer.from(one), 'UTF-8'),
    ...base64(Buffer.from(one, 'utf16le'), 'UTF-16'),
  ])
  return [...folded.map(([form, bytes]) => ({ form, bytes, exact: false })), ...packed]
}

/** Base64 depends on where in a longer text the value begins: only what all longer texts share is looked for. */
function base64(bytes: Buffer, of: string): Spelling[] {
  return [0, 1, 2].flatMap((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes])
    const whole = shifted.toString('base64').replace(/=+$/, '')
    const first = Math.ceil((offset * 8) / 6)
    const last = Math.floor((shifted.length * 8) / 6)
    const standard = whole.slice(first, last)
    const form = `base64 of ${of}, ${String(offset)} behind`
    const forUrls = standard.replaceAll('+', '-').replaceAll('/', '_')
    return [
      { form, bytes: Buffer.from(standard), exact: true },
      { form: `${form} (for URLs)`, bytes: Buffer.from(forUrls), exact: true },
    ]
  })
}

function hashed(text: string): Spelling[] {
  const bare = text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const inputs = new Set([text, text.toLowerCase(), text.toUpperCase(), bare])
  return [...inputs].flatMap((input) =>
    hashes.flatMap((name) => {
      const digest = createHash(name).update(input).digest()
      return [
        // Names of files hold the first 16 or 32 digits of a hash.
        { form: `${name} in hex`, bytes: Buffer.from(digest.toString('hex').slice(0, 16)), exact: false },
        {
          form: `${name} in base64`,
          bytes: Buffer.from(digest.toString('base64').slice(0, 16)),
          exact: true,
        },
        {
          form: `${name} in base64 (for URLs)`,
          bytes: Buffer.from(digest.toString('base64url').slice(0, 16)),
          exact: true,
        },
        { form: `${name}, bare`, bytes: digest.subarray(0, 16), exact: true },
      ]
    }),
  )
}

/** Money as the ledger and Parquet hold it: whole cents in eight bytes, or a floating number. */
function binary({ kind, value }: Canary): Spelling[] {
  if (kind !== 'money') return []
  const cents = Math.round(Number(value) * 100)
  return [cents, -cents].flatMap((one) => {
    const whole = Buffer.alloc(8)
    whole.writeBigInt64LE(BigInt(one))
    const floating = [one, one / 100].map((number) => {
      const bytes = Buffer.alloc(8)
      bytes.writeDoubleLE(number)
      return { form: 'a floating number', bytes, exact: true }
    })
    return [{ form: 'cents in eight bytes', bytes: whole, exact: true }, ...floating]
  })
}
