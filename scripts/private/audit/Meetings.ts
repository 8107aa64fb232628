import type { GroupPool } from './groupPool.ts'

/** What is asked of groups again and again, by their numbers. */
export interface Arranged {
  /** A number for each measure of each table in each period: sums of one have no cell in common. */
  readonly places: Int32Array
  readonly placeCount: number
  readonly sizes: Int32Array
  /** How many of their columns are large. */
  readonly large: Int32Array
  /** How many columns they share with the group at hand. */
  readonly shared: Int32Array
}

/** Numbers a pool's groups for the questions that compare them. */
export function arranged({ groups, isLarge }: GroupPool): Arranged {
  const ids = new Map<string, number>()
  const places = Int32Array.from(groups, ({ sum: { table, measure, month, months } }) => {
    const text = `${table} ${measure} ${month} ${String(months)}`
    const id = ids.get(text) ?? ids.size
    ids.set(text, id)
    return id
  })
  return {
    places,
    placeCount: ids.size,
    sizes: Int32Array.from(groups, (own) => own.columns.length),
    large: Int32Array.from(groups, (own) => {
      let count = 0
      for (const column of own.columns) if (isLarge[column] === true) count += 1
      return count
    }),
    shared: new Int32Array(groups.length),
  }
}

/** What a group shares with those of one place, added up; by place, for one group after the other. */
export class Meetings {
  readonly shared: Int32Array
  readonly large: Int32Array
  /** Of those within the group. */
  readonly largeInner: Int32Array
  readonly hasInner: Uint8Array
  /** Whether one of them is not within it. */
  readonly isWider: Uint8Array
  private readonly groups: Arranged

  constructor(groups: Arranged) {
    this.groups = groups
    this.shared = new Int32Array(groups.placeCount)
    this.large = new Int32Array(groups.placeCount)
    this.largeInner = new Int32Array(groups.placeCount)
    this.hasInner = new Uint8Array(groups.placeCount)
    this.isWider = new Uint8Array(groups.placeCount)
  }

  /** The places of the groups near one, with what is shared there. */
  of(near: readonly number[]): number[] {
    const { shared, large, places, sizes } = this.groups
    const met: number[] = []
    for (const one of near) this.clear(places[one] ?? -1)
    for (const one of near) {
      const place = places[one] ?? -1
      const [own, ownLarge] = [shared[one] ?? 0, large[one] ?? 0]
      if (this.shared[place] === 0) met.push(place)
      this.shared[place] = (this.shared[place] ?? 0) + own
      this.large[place] = (this.large[place] ?? 0) + ownLarge
      if (own === sizes[one]) {
        this.largeInner[place] = (this.largeInner[place] ?? 0) + ownLarge
        this.hasInner[place] = 1
      } else this.isWider[place] = 1
    }
    return met
  }

  private clear(place: number): void {
    this.shared[place] = 0
    this.large[place] = 0
    this.largeInner[place] = 0
    this.hasInner[place] = 0
    this.isWider[place] = 0
  }
}
