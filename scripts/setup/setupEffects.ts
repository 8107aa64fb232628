import type { GoogleApi } from '../google/googleApi.ts'
import type { Credentials } from '../google/readCredentials.ts'
import type { Source } from '../private/sources/source.ts'
import type { Invitation } from '../share/invite.ts'

/** Who may open what is published, as setup meets it. */
export interface SetupSharing {
  /** How many people were added. Throws `SyncError` if the readers file is damaged. */
  people(): Promise<number>
  /** Lets an owner in from the next sync on. Throws `SyncError`. */
  addOwner(label: string): Promise<Invitation>
}

/** The outside world as setup meets it, so that tests can hold it still. */
export interface SetupEffects {
  /** The project's folder. */
  readonly project: string
  /** Where the person is: what a relative path starts from. */
  readonly folder: string
  /** Finds credentials anew each time. Throws `SyncError` that says what is missing. */
  credentials(): Promise<Credentials>
  /** A connection for one look: it gives up after minutes, not after a run's deadline. */
  google(access: 'read' | 'write'): Promise<GoogleApi>
  source(folder: string): Source
  /** What lies at a path. */
  pathKind(path: string): Promise<'file' | 'folder' | null>
  /** The folder by which a path would be served to everyone; null if there is none. */
  servedFolder(path: string): Promise<string | null>
  /** Writes the config for its owner alone, in one step. */
  write(path: string, text: string): Promise<void>
  /** The people of a config that is written. Throws `SyncError`. */
  sharing(configPath: string): Promise<SetupSharing>
  /** Runs the sync with these arguments, its output shown; its exit code. */
  sync(args: readonly string[]): Promise<number>
  /** IANA, of this computer. */
  readonly timeZone: string
}
