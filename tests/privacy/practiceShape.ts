import { addMonths } from '../../src/periods/month.ts'
import type { Dice } from './dice.ts'

/** How an invented practice is made up. */
export interface Shape {
  readonly dice: Dice
  readonly patients: number
  readonly isKeyless: boolean
  /** What a provider does at all: structural gaps are what makes subtraction dangerous. */
  readonly providers: readonly {
    readonly name: string
    readonly does: readonly Place[]
    /** Weekdays on which the provider is there. */
    readonly days: readonly string[]
  }[]
  /** The providers whose slots are listed: all, most or none. */
  readonly listsSlots: ReadonlySet<string>
  readonly months: readonly string[]
  /** A patient whose bills are most of the practice's money; null without one. */
  readonly giant: number | null
}

/** Where a provider sees somebody. */
export interface Place {
  readonly location: string
  readonly payer: string
  readonly visit_type: string
}

/** A small or middling practice, with gaps, giants, and sometimes without patient keys. */
export function shapeOf(dice: Dice): Shape {
  const named = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${name} ${String(index + 1)}`)
  const locations = named('Site', dice.int(1, 3))
  const payers = named('Payer', dice.int(1, 7))
  const types = named('Type', dice.int(1, 5))
  const combinations = locations.flatMap((location) =>
    payers.flatMap((payer) => types.map((visit_type) => ({ location, payer, visit_type }))),
  )
  // From "everybody does everything" to "each does a few things".
  const density = dice.pick([1, 0.5, 0.2])
  const providers = named('Provider', dice.int(1, 6)).map((name) => {
    const does = combinations.filter(() => dice.chance(density))
    const days = ['Mon', 'Tue', 'Wed'].filter(() => dice.chance(0.6))
    return {
      name,
      does: does.length > 0 ? does : [dice.pick(combinations)],
      days: days.length > 0 ? days : ['Mon'],
    }
  })
  const patients = dice.int(5, 400)
  const listed = dice.pick([0, 0.8, 1, 1])
  const listsSlots = new Set(providers.map(({ name }) => name).filter(() => dice.chance(listed)))
  const start = addMonths('2026-01', dice.int(0, 11))
  return {
    dice,
    patients,
    isKeyless: dice.chance(0.08),
    providers,
    listsSlots,
    months: Array.from({ length: dice.int(2, 7) }, (_, index) => addMonths(start, index)),
    giant: dice.chance(0.3) ? dice.int(0, patients - 1) : null,
  }
}
