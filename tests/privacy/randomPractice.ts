import type { FactName } from '../../src/cubes/facts.ts'
import type { Happening } from '../helpers/peopleOf.ts'
import { diceOf } from './dice.ts'
import type { DatedLine } from './entry.ts'
import { shapeOf } from './practiceShape.ts'
import { billingOf } from './randomBilling.ts'
import { claimHappenings, claimsOf, type RandomClaim } from './randomClaims.ts'
import { panelOf } from './randomPanel.ts'
import { payrollOf } from './randomPayroll.ts'
import { aheadOf } from './randomAhead.ts'
import { coverageOf } from './randomCoverage.ts'
import { bookingsOf, clinicDaysOf, slotsOf } from './randomSchedule.ts'
import { staffOf } from './randomStaff.ts'
import { workOf } from './randomWork.ts'

/** An invented practice as what happened in it, fact by fact, and the date up to which it counts. */
export interface RandomPractice {
  readonly asOf: string
  readonly happenings: Readonly<Partial<Record<FactName, readonly Happening[]>>>
  /** Of the bills. */
  readonly lines: readonly DatedLine[]
  readonly claims: readonly RandomClaim[]
}

/** Beyond all seeds of practices: what came later draws dice of its own, and leaves the practices as they were. */
const otherDice = 1_000_000

/** The practice of a seed: small or middling, with gaps, giants, and sometimes without patient keys. */
export function randomPractice(seed: number): RandomPractice {
  const shape = shapeOf(diceOf(seed))
  const bookings = shape.months.flatMap((month) => bookingsOf(shape, month))
  const visits = bookings.filter(({ adds }) => adds.visit_count === 1)
  const last = shape.months.at(-1) ?? '2026-01'
  const { facts: bills, lines } = billingOf(shape, visits, last, diceOf(otherDice * 7 + seed))
  const other = { ...shape, dice: diceOf(otherDice + seed) }
  const claims = claimsOf(other, visits, last)
  return {
    asOf: `${last}-15`,
    happenings: {
      appointments: bookings,
      ...bills,
      ...payrollOf(shape, diceOf(otherDice * 2 + seed)),
      clinic_days: clinicDaysOf(shape, visits),
      slots: slotsOf(shape, bookings),
      ...claimHappenings(claims),
      work_rvus: workOf(other, visits),
      ...staffOf(other),
      panel: panelOf({ ...shape, dice: diceOf(otherDice * 3 + seed) }, visits),
      ...aheadOf({ ...shape, dice: diceOf(otherDice * 5 + seed) }),
      ...coverageOf({ ...shape, dice: diceOf(otherDice * 6 + seed) }),
    },
    lines,
    claims,
  }
}
