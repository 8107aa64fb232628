import type { RawRows, SheetTab } from '../../../google/googleApi.ts'
import { CopyWriter, type CopyFacts } from './CopyWriter.ts'
import type { Workspace } from './Workspace.ts'

/** Writes the copies of a spreadsheet's tabs, one after the other, as their rows come. */
export class TabWriters {
  readonly #workspace: Workspace
  readonly #copy: string
  readonly #facts = new Map<number, CopyFacts>()
  #open: { readonly sheetId: number; readonly writer: CopyWriter } | null = null

  constructor(workspace: Workspace, copy: string) {
    this.#workspace = workspace
    this.#copy = copy
  }

  /** Rows of a range of so many, below those of the tab that came before. */
  async append({ sheetId }: SheetTab, rows: RawRows, asked: number) {
    const writer = await this.#writerOf(sheetId)
    await writer.append(rows, asked)
  }

  /** What every tab holds, by its number; a grid without cells has a copy without rows. */
  async close(grids: readonly SheetTab[]): Promise<ReadonlyMap<number, CopyFacts>> {
    for (const { sheetId } of grids) {
      if (!this.#facts.has(sheetId) && this.#open?.sheetId !== sheetId) await this.#writerOf(sheetId)
    }
    await this.#closeOpen()
    return this.#facts
  }

  /** Gives the open copy up, after trouble. */
  async abandon(): Promise<void> {
    await this.#open?.writer.abandon()
  }

  async #writerOf(sheetId: number): Promise<CopyWriter> {
    if (this.#open?.sheetId === sheetId) return this.#open.writer
    await this.#closeOpen()
    const writer = new CopyWriter(this.#workspace.create(this.#copy, sheetId))
    this.#open = { sheetId, writer }
    return writer
  }

  async #closeOpen(): Promise<void> {
    if (this.#open === null) return
    const { sheetId, writer } = this.#open
    this.#facts.set(sheetId, await writer.close())
    this.#open = null
  }
}
