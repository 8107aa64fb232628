import type { Headline } from '../letter/headline.ts'
import type { Formats } from '../format/formats.ts'
import type { TileView } from '../components/tileView.ts'
import type { InputName } from '../cubes/inputs.ts'
import type { Audience } from '../cubes/audience.ts'
import type { Month } from '../periods/month.ts'
import type { DataSpans } from '../queries/dataSpans.ts'
import type { MetricRow } from '../queries/metricQuery.ts'

/**
 * The one file with a fixed name; everything else in a bundle is named by its contents' hash. The open demo's
 * `manifest.json` is its JSON; a sealed bundle's is an `Envelope` that holds it as signed text.
 */
export interface Manifest {
  readonly format: 2
  /** Only the invented practice may be published in the open; a sealed bundle never says so of itself. */
  readonly demo: boolean
  /** Grows with every publication, so that an older one is known for one. */
  readonly sequence: number
  /** When the sync ran, UTC. */
  readonly syncedAt: string
  /** From when on nobody may show it any more, UTC; null for the demo, which never ages. */
  readonly expiresAt: string | null
  /**
   * The viewers' edition that was published last: its day (a civil date), and a random id that nothing else goes by. For
   * the sync alone, which must not show another of that day. Not there where nobody but owners ever had a link.
   */
  readonly viewers?: { readonly day: string; readonly id: string }
  readonly files: readonly BundleFile[]
  /**
   * By path, in base64: files that come with the manifest, because the first number would wait for them. They lie under
   * their path too. None in old bundles.
   */
  readonly inline?: Readonly<Record<string, string>>
}

/** A published file: one pack of parts, for one audience. */
export interface BundleFile {
  /** `viewer/overview`, `owner/overview-filters`, `viewer/cubes` …: a fixed plan, whatever the data. */
  readonly name: string
  readonly audience: Audience
  /** Relative to the manifest: `data/`, the first 32 hex digits of the hash, `.age` (sealed) or `.pack`. */
  readonly path: string
  readonly bytes: number
  /** Of the file as published, hex. */
  readonly sha256: string
}

/** `practice`: what every page needs besides numbers. */
export interface Practice {
  readonly name: string
  readonly timeZone: string
  /** Civil date up to which the data counts. */
  readonly asOf: string
  /** First month with data, last month with data, last month that had ended at `asOf`. */
  readonly months: { readonly first: Month; readonly last: Month; readonly lastClosed: Month }
  /** In which months there is data of each kind: what adds up over a month without has no value. None in old bundles. */
  readonly spans?: DataSpans
  /** First month of the fiscal year, 1 to 12. */
  readonly fiscalYearStart: number
  /** How money, numbers and dates are written; Americans' way where there is none, as in old bundles. */
  readonly formats?: Formats
  /** Days after which a service month is final. */
  readonly maturityDays: number
  /** Values that the filters offer, as they stand in the cubes, in display order. */
  readonly filters: Readonly<Record<FilterDimension, readonly string[]>>
  /** Facts that have rows; a metric whose facts are missing is "not available", with the tab it needs. */
  readonly facts: readonly string[]
  /** What metrics can need (`inputs`) and no row of the practice says; such a metric is "not available" too. */
  readonly lacks?: readonly InputName[]
  readonly targets: readonly Target[]
  /**
   * What stands for a value on the screen: in the viewers' edition providers have aliases (`Provider 1`) in tables,
   * answers, filters and goals. There only if the practice shares names with everyone.
   */
  readonly names?: ShownNames
  /** In the owners' edition, where providers have their names: what stands for each in addresses, which a host sees. */
  readonly aliases?: { readonly provider: readonly (readonly [name: string, alias: string])[] }
}

/** Names by dimension and value, for `dimensionLabel`. */
export interface ShownNames {
  readonly provider: Readonly<Record<string, string>>
}

export const filterDimensions = ['provider', 'location', 'payer'] as const
export type FilterDimension = (typeof filterDimensions)[number]

/** A goal from the goals tab, in the metric's unit (cents for money, rate 0-1). */
export interface Target {
  readonly metric: string
  readonly scope: 'practice' | 'provider' | 'location'
  readonly scopeId: string | null
  readonly target: number
  readonly lowerOk: number | null
  readonly upperOk: number | null
  readonly from: Month
  readonly source: string | null
}

/** `answers/<page>`: rows by `queryKey`. */
export interface Answers {
  readonly page: string
  readonly answers: Readonly<Record<string, readonly MetricRow[]>>
}

/** `tiles/<page>`: what `tileView` makes of the page's answers for its default state, ready to be put on the page. */
export interface Tiles {
  readonly page: string
  /** In the page's order. */
  readonly tiles: readonly PreparedTile[]
  /** On a page that begins with one; null where neither collections nor visits are known. */
  readonly headline?: Headline | null
}

/**
 * A tile without the day up to which its data counts: no day is published but in `practice`, as a date. One for owners
 * only, in the viewers' edition, has neither metric nor label.
 */
export type PreparedTile = Omit<TileView, 'asOf'>

/** Datasets whose rows are added up to sums that viewers see, in the order in which Data health names them. */
export const viewedDatasets = [
  'appointments',
  'wait_log',
  'encounters',
  'slots',
  'templates',
  'access_samples',
  'charges',
  'transactions',
  'claims',
  'billing',
  'billing_summary',
  'aging',
  'budget',
  'compliance_tasks',
  'credentials',
] as const
export type ViewedDataset = (typeof viewedDatasets)[number]

/**
 * `health` as viewers have it: whether the numbers can be relied on, and nothing that a person could be counted or
 * subtracted from. It holds no number but months.
 */
export interface ViewersHealth {
  /** In the order of `viewedDatasets`; one that has no rows is not there. */
  readonly datasets: readonly DatasetHealth[]
  /** Sentences that are the same for every practice. */
  readonly notes: readonly string[]
}

/** A dataset's tabs together, however many there are. */
export interface DatasetHealth {
  readonly dataset: ViewedDataset
  /** Of the newest row, not after the as-of date's; null where no row counts or none has a date. */
  readonly newest: Month | null
  readonly leftOut: LeftOut
}

/** How many of a dataset's rows were rejected, of those that are no duplicates, blank or out of scope. */
export type LeftOut = 'none' | 'under_1_percent' | 'more'

/** `health` as owners have it, who hold the spreadsheets: what the sync read and left out, never a value of a text. */
export interface Health {
  readonly tabs: readonly TabHealth[]
  /** Quarantined rows by tab, column and rule. */
  readonly rejected: readonly {
    readonly tab: string
    readonly column: string | null
    readonly field: string | null
    readonly rule: string
    readonly fix: string
    readonly rows: number
  }[]
  /** Values that no map knows: how many different ones, on how many rows, with how much money behind. */
  readonly unmapped: readonly {
    readonly dataset: string
    readonly field: string
    readonly values: number
    readonly rows: number
    readonly cents: number | null
  }[]
  readonly warnings: readonly string[]
}

/** read = included + quarantined + duplicates + blank + outOfScope, for rows and for cents. */
export interface TabHealth {
  readonly workbook: string
  readonly tab: string
  readonly dataset: string
  readonly headerRow: number
  readonly rows: Account
  /** Null where the dataset has no control column. `unreadable` counts rows whose amount cannot be read. */
  readonly cents: (Account & { readonly unreadable: number }) | null
  /** Latest date in the tab's main date column, for freshness; a real practice publishes its month, as `2026-10`. */
  readonly newest: string | null
  /** Totals that the tab states of its own rows; left out where it states none. */
  readonly totals?: TotalsHealth
}

/** How many stated totals and counts there were: they hold to the cent, differ as the config accepts, cannot be compared. */
export interface TotalsHealth {
  readonly held: number
  readonly accepted: number
  readonly unread: number
}

export interface Account {
  readonly read: number
  readonly included: number
  readonly quarantined: number
  readonly duplicates: number
  readonly blank: number
  readonly outOfScope: number
}
