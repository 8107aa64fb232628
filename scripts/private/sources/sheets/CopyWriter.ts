import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import type { RawRows } from '../../../google/googleApi.ts'
import { canonicalRow, loadingText } from './canonicalRow.ts'

/** What a copy of a tab holds. */
export interface CopyFacts {
  /** Rows down to the last one with a value. */
  readonly rows: number
  /** SHA-256 of the canonical lines: equal exactly if every value is. */
  readonly hash: string
  /** Cells that were still being computed when they were read. */
  readonly loadingCells: number
}

const bufferedLetters = 256 * 1024

/** Writes the rows of one tab as they come: canonical JSON, one row a line, zstd with a checksum. */
export class CopyWriter {
  readonly #hash = createHash('sha256')
  readonly #packer = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } })
  readonly #written: Promise<void>
  #text = ''
  #rows = 0
  #blank = 0
  #loadingCells = 0

  constructor(file: Writable) {
    // Trouble before or after the pipeline's own watch must not end the process; `append` and `close` tell.
    file.on('error', () => undefined)
    this.#written = pipeline(this.#packer, file)
    this.#written.catch(() => undefined)
  }

  /** The rows of a range of so many; the ones that Google left out at its end are blank. */
  async append(raw: RawRows, asked: number): Promise<void> {
    for (const one of raw) {
      const row = canonicalRow(one)
      if (row.length === 0) {
        this.#blank += 1
        continue
      }
      for (const cell of row) {
        if (typeof cell === 'object' && cell?.error === loadingText) this.#loadingCells += 1
      }
      // Blank rows count only if something stands below them.
      this.#text += `${'[]\n'.repeat(this.#blank)}${JSON.stringify(row)}\n`
      this.#rows += this.#blank + 1
      this.#blank = 0
      if (this.#text.length > bufferedLetters) await this.#flush()
    }
    this.#blank += asked - raw.length
  }

  /** Ends the copy; it is on the disk when this returns. */
  async close(): Promise<CopyFacts> {
    await this.#flush()
    this.#packer.end()
    await this.#written
    return { rows: this.#rows, hash: this.#hash.digest('hex'), loadingCells: this.#loadingCells }
  }

  /** Gives the copy up, after trouble. */
  async abandon(): Promise<void> {
    this.#packer.destroy()
    await this.#written.catch(() => undefined)
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#text)
    this.#text = ''
    this.#hash.update(bytes)
    if (this.#packer.destroyed) await this.#written
    if (!this.#packer.write(bytes)) await Promise.race([once(this.#packer, 'drain'), this.#written])
  }
}
