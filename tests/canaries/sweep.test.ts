import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import { Planted } from './canary.ts'
import { layersOf } from './layersOf.ts'
import { Sweep } from './Sweep.ts'

const planted = new Planted()
const word = planted.text('a word')
const salary = planted.money('a salary')
const telephone = planted.given('a telephone', '(555) 019-7731')
const birthday = planted.day('a birthday', '1931-03-07')
const sweep = new Sweep(planted.all)

/** What the sweep says of a text in the middle of other bytes. */
function found(bytes: Uint8Array | string): string[] {
  const noise = Buffer.from('{"visits":[1,2,3],"note":"')
  const all = Buffer.concat([noise, Buffer.from(bytes as string), Buffer.from('"}')])
  return [...new Set(sweep.find(all, 'here').map(({ canary }) => canary))]
}

const [whole = '', cents = ''] = salary.split('.')
const hash = (name: string, text: string) => createHash(name).update(text).digest()

describe('a canary is found', () => {
  it.each([
    ['as it is', word],
    ['in capitals', word.toUpperCase()],
    ['in small letters', word.toLowerCase()],
    ['in mixed letters', Array.from(word, (one, at) => (at % 2 ? one.toUpperCase() : one)).join('')],
    ['reversed', Array.from(word).toReversed().join('')],
    ['in UTF-16, little end first', Buffer.from(word, 'utf16le')],
    ['in UTF-16, big end first', Buffer.from(word, 'utf16le').swap16()],
    ['in hex', Buffer.from(word).toString('hex')],
    ['in hex in capitals', Buffer.from(word).toString('hex').toUpperCase()],
    ['in hex of UTF-16', Buffer.from(word, 'utf16le').toString('hex')],
    ['in base64', Buffer.from(word).toString('base64')],
    ['in base64 behind one letter', Buffer.from(`x${word} and more`).toString('base64')],
    ['in base64 behind two letters', Buffer.from(`xy${word} and more`).toString('base64')],
    ['in base64 of UTF-16', Buffer.from(`x${word}`, 'utf16le').toString('base64')],
    ['in base64 for URLs', Buffer.from(`??${word}??`).toString('base64url')],
    ['escaped for JSON', Array.from(word, (one) => `\\u00${one.charCodeAt(0).toString(16)}`).join('')],
    ['URL-encoded byte by byte', [...Buffer.from(word)].map((one) => `%${one.toString(16)}`).join('')],
  ])('%s', (_, bytes) => {
    expect(found(bytes)).toEqual(['a word'])
  })

  it.each(['md5', 'sha1', 'sha256', 'sha512'])('as its %s, however written', (name) => {
    const digest = hash(name, word)
    expect(found(digest.toString('hex'))).toEqual(['a word'])
    expect(found(digest.toString('hex').toUpperCase())).toEqual(['a word'])
    expect(found(digest.toString('hex').slice(0, 16))).toEqual(['a word'])
    expect(found(digest.toString('base64'))).toEqual(['a word'])
    expect(found(digest.toString('base64url'))).toEqual(['a word'])
    expect(found(digest)).toEqual(['a word'])
    expect(found(hash(name, word.toLowerCase()).toString('hex'))).toEqual(['a word'])
  })

  it('though its letters are URL-encoded where they must be', () => {
    expect(found(encodeURIComponent(telephone))).toEqual(['a telephone'])
  })

  it.each([
    ['as typed', salary],
    ['with separators', `$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`],
    ['with a comma', `${whole},${cents}`],
    ['as in Europe', `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${cents}`],
    ['in cents', `${whole}${cents}`],
    ['in brackets', `(${salary})`],
    ['in cents in base64', Buffer.from(`x${whole}${cents}`).toString('base64')],
    ['hashed in cents', hash('sha256', `${whole}${cents}`).toString('hex')],
  ])('money: %s', (_, bytes) => {
    expect(found(bytes)).toEqual(['a salary'])
  })

  it('money: as a number of eight bytes, deducted too', () => {
    const integer = Buffer.alloc(8)
    integer.writeBigInt64LE(-BigInt(`${whole}${cents}`))
    const floating = Buffer.alloc(8)
    floating.writeDoubleLE(Number(salary))
    expect(found(integer)).toEqual(['a salary'])
    expect(found(floating)).toEqual(['a salary'])
  })

  it.each(['(555) 019-7731', '5550197731'])('a telephone number: %s', (text) => {
    expect(found(text)).toEqual(['a telephone'])
  })

  it.each([birthday, '3/7/1931', '03/07/1931', '19310307', '07.03.1931'])('a birthday: %s', (text) => {
    expect(found(text)).toEqual(['a birthday'])
  })
})

describe('nothing is found', () => {
  it('in other words, other amounts, and other hashes', () => {
    expect(found('Two Rivers Clinic, 5 visits, $48,731.56, 1931-03-08')).toEqual([])
    expect(found(hash('sha256', 'Two Rivers').toString('hex'))).toEqual([])
  })
})

describe('a canary is found within', () => {
  const secret = Buffer.from(JSON.stringify({ note: `${word} was here` }))
  const inside = async (bytes: Uint8Array, identities: readonly string[] = []) =>
    (await layersOf({ where: 'file', bytes }, identities)).flatMap((layer) =>
      sweep.find(layer.bytes, layer.where),
    )

  it('a gzip file', async () => {
    expect(await inside(gzipSync(secret))).toContainEqual({
      canary: 'a word',
      form: 'UTF-8',
      where: 'file > unpacked',
    })
  })

  it('a Parquet file, decoded', async () => {
    const column = { name: 'label', data: Array.from({ length: 50 }, () => word), type: 'STRING' as const }
    const bytes = new Uint8Array(parquetWriteBuffer({ columnData: [column] }))
    const places = (await inside(bytes)).map(({ where }) => where)
    expect(places).toContain('file > decoded')
  })

  it('a sealed pack: decrypted, unpadded, taken apart and unpacked', async () => {
    const packed = gzipSync(secret)
    const index = Buffer.from(JSON.stringify({ health: [0, packed.length] }))
    const length = Buffer.alloc(4)
    length.writeUInt32LE(index.length)
    const pack = Buffer.concat([length, index, packed])
    const size = Buffer.alloc(8)
    size.writeBigUInt64LE(BigInt(pack.length))
    const identity = await generateHybridIdentity()
    const encrypter = new Encrypter()
    encrypter.addRecipient(await identityToRecipient(identity))
    const sealed = await encrypter.encrypt(Buffer.concat([size, pack, Buffer.alloc(64)]))
    expect(await inside(sealed)).toEqual([])
    expect((await inside(sealed, [identity])).map(({ where }) => where)).toEqual([
      'file > decrypted > unpadded > health > unpacked',
    ])
  })
})
