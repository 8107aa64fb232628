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
    const rows = this.#account(this.read, this.#rows, settlement?.included ?? 0, settlement?.duplicates ?? 0)
    assertBalanced('rows', rows)
    if (!hasControl) return { rows, cents: null }
    const included = settlement?.includedCents ?? 0
    const cents = this.#account(this.readCents, this.#cents, included, settlement?.duplicateCents ?? 0)
    assertBalanced('cents', cents)
    return { rows, cents: { ...cents, unreadable: this.unreadable } }
  }

  #account(read: number, buckets: Record<Bucket, number>, included: number, duplicates: number): Account {
    const { quarantined, blank, outOfScope } = buckets
    return { read, included, quarantined, duplicates, blank, outOfScope }
  }
}

function assertBalanced(what: string, account: Account): void {
  const { read, included, quarantined, duplicates, blank, outOfScope } = account
  const sum = included + quarantined + duplicates + blank + outOfScope
  if (sum !== read) throw new Error(`unbalanced account: ${what} read ${read}, accounted for ${sum}`)
}
