import type { Dataset } from '../private/contracts/dataset.ts'
import type { PresetId } from '../private/presets/presets.ts'
import type { Recognition } from '../private/recognise/recognition.ts'
import type { TabPeek } from '../private/recognise/recogniseTab.ts'

/** What the answers so far amount to. */
export interface Draft {
  readonly from: DataPlace
  readonly tabs: readonly DraftTab[]
  /** Null: from the settings tab, or the default. */
  readonly practiceName: string | null
  /** IANA. */
  readonly timeZone: string
  /** Id; null for none. */
  readonly statusWorkbook: string | null
  /** Address of the site, with a slash at its end. */
  readonly site: string
}

export type DataPlace =
  | { readonly kind: 'sheets'; readonly spreadsheets: readonly DraftSpreadsheet[] }
  | { readonly kind: 'folder'; readonly folder: string }

export interface DraftSpreadsheet {
  readonly id: string
  readonly title: string
  /** IANA, or a custom `GMT-07:00`. */
  readonly timeZone: string
  /** Has formulas that change by themselves. */
  readonly volatile: boolean
  /** Drive tells when it was changed. */
  readonly watched: boolean
}

/** A tab, and what the person says of it. */
export interface DraftTab {
  readonly peek: TabPeek
  readonly choice: Choice
  /** Field: header, where the person said which column holds what. */
  readonly columns?: Readonly<Record<string, string>>
  /** Row of the header, where the person said that. */
  readonly headerRow?: number
}

/** `automatic` leaves it to names and headers; a preset is a report whose shape is known. */
export type Choice = 'automatic' | 'ignore' | Dataset | PresetId

/** A tab and what it is recognised as under the choices made. */
export interface ReviewedTab extends DraftTab {
  readonly recognition: Recognition
}
