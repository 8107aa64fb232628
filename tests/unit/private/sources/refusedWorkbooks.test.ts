import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../../scripts/private/sources/readWorkbook.ts'
import { caughtSyncError } from '../../../helpers/caughtSyncError.ts'
import { bookOf, bytesOf, container, withPart } from './sampleWorkbooks.ts'

describe('readWorkbook refuses', () => {
  const plain = bytesOf(bookOf({ A: { A1: { t: 's', v: 'secret' } } }))

  it('an XLSX with a password', async () => {
    const locked = container.utils.cfb_new()
    container.utils.cfb_add(locked, '/EncryptionInfo', Buffer.from('0400040040000000', 'hex'))
    container.utils.cfb_add(locked, '/EncryptedPackage', Buffer.alloc(4096))
    const bytes = Buffer.from(container.write(locked, { type: 'buffer' }))
    const error = await caughtSyncError(() => readWorkbook(bytes, 'bills.xlsx'))
    expect(error.message).toBe('"bills.xlsx" is protected by a password.')
    expect(error.hint).toContain('remove the password')
  })

  it('an XLS with a password', async () => {
    const file = container.read(bytesOf(bookOf({ A: {} }), 'biff8'), { type: 'buffer' })
    const stream = container.find(file, '/Workbook')
    if (stream === null) throw new Error('missing stream')
    const firstRecord = 20
    const filePass = Buffer.from('2f00060000000102030a', 'hex')
    stream.content = Buffer.concat([
      stream.content.subarray(0, firstRecord),
      filePass,
      stream.content.subarray(firstRecord),
    ])
    stream.size = stream.content.length
    const bytes = Buffer.from(container.write(file, { type: 'buffer' }))
    const error = await caughtSyncError(() => readWorkbook(bytes, 'bills.xls'))
    expect(error.message).toBe('"bills.xls" is protected by a password.')
  })

  it('an ODS with a password', async () => {
    const bytes = withPart(bytesOf(bookOf({ A: {} }), 'ods'), '/META-INF/manifest.xml', (text) =>
      text.replace(
        /(full-path="content.xml"[^>]*)\/>/,
        '$1><manifest:encryption-data/></manifest:file-entry>',
      ),
    )
    const error = await caughtSyncError(() => readWorkbook(bytes, 'bills.ods'))
    expect(error.message).toBe('"bills.ods" is protected by a password.')
  })

  it.each([
    ['text', Buffer.from('a,b\n1,2\n')],
    ['a web page', Buffer.from('<html><table><tr><td>1</td></tr></table></html>')],
    ['nothing', Buffer.alloc(0)],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
  ])('%s behind a workbook ending', async (_, bytes) => {
    const error = await caughtSyncError(() => readWorkbook(bytes, 'bills.xlsx'))
    expect(error.message).toContain('"bills.xlsx" is not a workbook')
    expect(error.hint).toContain('save it as XLSX')
  })

  it.each([
    ['a workbook that was cut off', plain.subarray(0, plain.length / 2)],
    ['another kind of zip', withPart(plain, '/[Content_Types].xml', () => '<Types/>').subarray(0, 400)],
  ])('%s', async (_, bytes) => {
    const error = await caughtSyncError(() => readWorkbook(bytes, 'bills.xlsx'))
    expect(error.message).toContain('"bills.xlsx" cannot be read as a workbook')
    expect(`${error.message} ${error.hint}`).not.toContain('secret')
  })

  it('a workbook of which one sheet is damaged, rather than leave that sheet out', async () => {
    const bytes = withPart(
      bytesOf(bookOf({ Good: { A1: { t: 'n', v: 1 } }, Bad: { A1: { t: 'n', v: 2 } } })),
      '/xl/worksheets/sheet2.xml',
      (text) => text.replace(/<c [^>]*r="A1"[^>]*>/, '<c r="A1" t="s">'),
    )
    const error = await caughtSyncError(() => readWorkbook(bytes, 'bills.xlsx'))
    expect(error.message).toContain('(sheet "Bad")')
  })
})
