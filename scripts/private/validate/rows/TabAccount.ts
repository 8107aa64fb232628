import type { Account, TabHealth } from '../../../../src/bundle/bundle.ts'
import type { TabSettlement } from '../../ledger/ledger.ts'

type Bucket = 'staged' | 'quarantined' | 'blank' | 'outOfScope'

/** Where every row of a tab went, with its control cents. */
export class TabAccount {
  /** Rows below the header, as the source gave them. */
  read = 0
  /** Cents of those rows, summed before they were sorted out. */
  readCents = 0
  /** Rows whose control amount cannot be read. */
  unreadable = 0
  readonly #rows: Record<Bucket, number> = { staged: 0, quarantined: 0, blank: 0, outOfScope: 0 }
  readonly #cents: Record<Bucket, number> = { staged: 0, quarantined: 0, blank: 0, outOfScope: 0 }

  add(bucket: Bucket, cents: number | null): void {
    this.#rows[bucket]++
    this.#cents[bucket] += cents ?? 0
  }

  rows(bucket: Bucket): number {
    return this.#rows[bucket]
  }

  /**
   * read = included + quarantined + duplicates + blank + out of scope, for rows and for cents; throws
   * if it does not hold, because then a row was lost or counted twice.
   */
  settle(settlement: TabSettlement | undefined, hasControl: boolean): Pick<TabHealth, 'rows' | 'cents'> {
    const { included = 0, duplicates = 0, voided = 0, voidedCents = 0 } = settlement ?? {}
    const rows = this.#account({ read: this.read, buckets: this.#rows, included, duplicates, voided })
    assertBalanced('rows', rows)
    if (!hasControl) return { rows, cents: null }
    const cents = this.#account({
      read: this.readCents,
      buckets: this.#cents,
      included: settlement?.includedCents ?? 0,
      duplicates: settlement?.duplicateCents ?? 0,
      voided: voidedCents,
    })
    assertBalanced('cents', cents)
    return { rows, cents: { ...cents, unreadable: this.unreadable } }
  }

  #account(given: {
    readonly read: number
    readonly buckets: Readonly<Record<Bucket, number>>
    readonly included: number
    readonly duplicates: number
    /** Lines that were set aside after they were staged. */
    readonly voided: number
  }): Account {
    const { read, included, duplicates, voided } = given
    const { quarantined, blank, outOfScope } = given.buckets
    return { read, included, quarantined, duplicates, blank, outOfScope: outOfScope + voided }
  }
}

function assertBalanced(what: string, account: Account): void {
  const { read, included, quarantined, duplicates, blank, outOfScope } = account
  const sum = included + quarantined + duplicates + blank + outOfScope
  if (sum !== read) throw new Error(`unbalanced account: ${what} read ${read}, accounted for ${sum}`)
}
