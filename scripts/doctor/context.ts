import type { DriveFile, GoogleApi, Spreadsheet } from '../google/googleApi.ts'
import type { Credentials } from '../google/readCredentials.ts'
import type { SyncConfig } from '../private/config/config.ts'
import type { Reader } from '../share/reader.ts'
import type { SharingPlace } from '../share/sharingPlace.ts'
import type { SheetLook } from './look/sheetLook.ts'

/**
 * What the checks look at. Everything that costs a request or a file is got once, however many checks ask,
 * and throws the same `SyncError` to each of them.
 */
export interface DoctorContext {
  /** The project's folder. */
  readonly project: string
  /** The config's path, absolute. */
  readonly configPath: string
  /** Where private files lie: data/private of the project. */
  readonly workspace: string
  /** The bundle's folder; the heartbeat lies beside it. */
  readonly bundle: string
  /** Where systemd keeps its units: /etc/systemd/system. */
  readonly systemdFolder: string
  readonly env: NodeJS.ProcessEnv
  /** Such as `24.21.0`. */
  readonly nodeVersion: string
  /** Milliseconds since 1970, UTC. */
  now(): number
  config(): Promise<SyncConfig>
  sharing(): Promise<SharingPlace>
  /** Everybody who was added, expired people included. */
  readers(): Promise<readonly Reader[]>
  /** Civil date in the practice's time zone. */
  today(): Promise<string>
  credentials(): Promise<Credentials>
  /** Gets an access token for reading, and throws it away. Throws `GoogleError` if there is none. */
  token(): Promise<void>
  google(): Promise<GoogleApi>
  /** With write access, which only the status workbook is ever given. */
  googleWriter(): Promise<GoogleApi>
  spreadsheet(id: string): Promise<Spreadsheet>
  file(id: string): Promise<DriveFile>
  /** The first rows of every tab, and what they were recognised as. */
  look(id: string): Promise<SheetLook>
  /** Free bytes on the disk that a path is on. */
  freeBytes(path: string): Promise<number>
  /** Whether git leaves a path of the project out; null where there is no git to ask. */
  isIgnored(path: string): Promise<boolean | null>
  /** Machine minus Google, milliseconds; null where Google's clock was not seen. */
  clockSkew(): Promise<number | null>
}
