import { CFB } from '@e965/xlsx'

/** What is used of SheetJS's writer of compound files, which it ships without types. */
interface CompoundFiles {
  readonly utils: {
    cfb_new(): unknown
    cfb_add(file: unknown, path: string, content: Buffer): void
  }
  write(file: unknown, options: { type: 'buffer' }): Buffer
}

/** An OOXML file as Excel encrypts it: a compound file with two streams, and `text` where the noise should be. */
export function lockedWorkbook(text: string): Buffer {
  const compound = CFB as CompoundFiles
  const file = compound.utils.cfb_new()
  const version = Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0])
  const encryption = Buffer.from(`<encryption>${text}</encryption>`)
  compound.utils.cfb_add(file, '/EncryptionInfo', Buffer.concat([version, encryption]))
  compound.utils.cfb_add(file, '/EncryptedPackage', Buffer.from(text.repeat(500)))
  return compound.write(file, { type: 'buffer' })
}
