import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { noState, parseState, type SheetsState, type SpreadsheetRecord } from './sheetsState.ts'
import { workspaceFiles, type WorkspaceFiles } from './workspaceFiles.ts'

/** What no run can still be using. */
const staleMs = 24 * 60 * 60 * 1000

/**
 * The private folder of the copies: `state.json` names a folder under `copies/` for each spreadsheet;
 * what a run reads lies under `staging/` in a folder of its own until the state is swapped.
 */
export class Workspace {
  /** Of the last publication, as found when the run began. */
  readonly state: SheetsState
  /** Whether there was a state that could not be read: lost rows and renamed tabs go unnoticed this once. */
  readonly isDamaged: boolean
  readonly #folder: string
  readonly #files: WorkspaceFiles
  readonly #run = `${tidyHost()}.${String(process.pid)}.${randomUUID()}`
  /** Copies that are not yet kept. */
  readonly #staged = new Set<string>()

  private constructor(folder: string, files: WorkspaceFiles, state: SheetsState | null) {
    this.#folder = folder
    this.#files = files
    this.state = state ?? noState
    this.isDamaged = state === null
  }

  /** Makes the folder where there is none, reads the state and clears away what dead runs left. */
  static async open(folder: string, files: WorkspaceFiles = workspaceFiles): Promise<Workspace> {
    await files.makeFolder(folder)
    const text = await files.read(join(folder, 'state.json'))
    const state = text === null ? noState : parseState(text)
    const workspace = new Workspace(folder, files, state)
    await workspace.#clearStaging()
    await files.makeFolder(workspace.#staging())
    return workspace
  }

  /** Makes a folder for the copies of one reading and gives its name. */
  async stage(): Promise<string> {
    const copy = randomUUID()
    await this.#files.makeFolder(join(this.#staging(), copy))
    this.#staged.add(copy)
    return copy
  }

  /** Throws away the copies of a reading that is of no use. */
  async drop(copy: string): Promise<void> {
    this.#staged.delete(copy)
    await this.#files.remove(join(this.#staging(), copy))
  }

  create(copy: string, sheetId: number): Writable {
    return this.#files.create(this.path(copy, sheetId))
  }

  path(copy: string, sheetId: number): string {
    const folder = this.#staged.has(copy) ? this.#staging() : join(this.#folder, 'copies')
    return join(folder, copy, `${sheetId}.ndjson.zst`)
  }

  async bytes(copy: string, sheetId: number): Promise<number> {
    return (await this.#files.stat(this.path(copy, sheetId)))?.bytes ?? 0
  }

  /** Whether all copies that a record names are there in full size. */
  async holds({ copy, tabs }: SpreadsheetRecord): Promise<boolean> {
    for (const { type, sheetId, bytes } of tabs) {
      if (type === 'GRID' && (await this.bytes(copy, sheetId)) !== bytes) return false
    }
    return true
  }

  /**
   * Swaps the state: moves its staged copies into place, then the state itself in one step, then removes
   * what it no longer names. Stopped anywhere, the folder holds the old state or the new one, whole.
   */
  async keep(state: SheetsState): Promise<void> {
    const copies = join(this.#folder, 'copies')
    await this.#files.makeFolder(copies)
    for (const { copy } of state.spreadsheets.filter((one) => this.#staged.has(one.copy))) {
      await this.#files.rename(join(this.#staging(), copy), join(copies, copy))
      this.#staged.delete(copy)
    }
    const draft = join(this.#staging(), 'state.json')
    await this.#files.remove(draft)
    await this.#files.write(draft, JSON.stringify(state))
    await this.#files.rename(draft, join(this.#folder, 'state.json'))
    await this.#removeUnnamed(state, copies)
    await this.discard()
  }

  /** Removes what this run staged and did not keep. */
  async discard(): Promise<void> {
    await this.#files.remove(this.#staging())
  }

  #staging(): string {
    return join(this.#folder, 'staging', this.#run)
  }

  /** Copies of the state before, and orphans; what another run has just moved in is neither. */
  async #removeUnnamed(state: SheetsState, copies: string): Promise<void> {
    const named = new Set(state.spreadsheets.map(({ copy }) => copy))
    const before = new Set(this.state.spreadsheets.map(({ copy }) => copy))
    for (const copy of await this.#files.list(copies)) {
      if (named.has(copy)) continue
      if (before.has(copy) || (await this.#isOld(join(copies, copy)))) {
        await this.#files.remove(join(copies, copy))
      }
    }
  }

  async #clearStaging(): Promise<void> {
    const staging = join(this.#folder, 'staging')
    for (const run of await this.#files.list(staging)) {
      const [host, pid] = run.split('.')
      const isDead = host === tidyHost() && !isAlive(Number(pid))
      if (isDead || (await this.#isOld(join(staging, run)))) await this.#files.remove(join(staging, run))
    }
  }

  async #isOld(path: string): Promise<boolean> {
    const changedMs = (await this.#files.stat(path))?.changedMs ?? 0
    return Date.now() - changedMs > staleMs
  }
}

/** The machine's name without the dots that part the names of staging folders. */
function tidyHost(): string {
  return hostname().replace(/[^\w-]+/g, '-')
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // A process of somebody else is alive all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
