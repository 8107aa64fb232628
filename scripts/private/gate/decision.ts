import type { Fact } from '../../../src/cubes/cube.ts'
import type { Month } from '../../../src/periods/month.ts'

/** What the gate decided of one cut of a fact. A period is a month, or a quarter with `months` = 3. */
export interface Decision {
  readonly fact: Fact
  /** Whether the sum of a value (by its key; the practice's own is `[]`) is merged or withheld. */
  isHidden(place: Place): boolean
  /** Whether the sum of a period's merged values is shown. */
  isOtherShown(place: Omit<Place, 'key'>): boolean
  /** Every place that is hidden, in the order of decision. */
  hiddenPlaces(): readonly Place[]
}

export interface Place {
  readonly month: Month
  readonly months: 1 | 3
  readonly measure: string
  readonly key: string
}

/** Collects decisions; a place that is not in it is shown. */
export class DecisionLog implements Decision {
  readonly fact: Fact
  private readonly hidden = new Map<string, Place>()
  private readonly withheld = new Set<string>()

  constructor(fact: Fact) {
    this.fact = fact
  }

  hide(place: Place): void {
    this.hidden.set(textOf(place), place)
  }

  withholdOther(place: Omit<Place, 'key'>): void {
    this.withheld.add(textOf({ ...place, key: '' }))
  }

  isHidden(place: Place): boolean {
    return this.hidden.has(textOf(place))
  }

  hiddenPlaces(): readonly Place[] {
    return [...this.hidden.values()]
  }

  isOtherShown(place: Omit<Place, 'key'>): boolean {
    return !this.withheld.has(textOf({ ...place, key: '' }))
  }
}

function textOf({ month, months, measure, key }: Place): string {
  return `${month} ${String(months)} ${measure} ${key}`
}
