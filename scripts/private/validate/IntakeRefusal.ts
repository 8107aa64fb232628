import { SyncError } from '../../errors/SyncError.ts'
import type { Intake, Reject, UnmappedValue } from '../intake.ts'

/**
 * A refusal after rows were read: it keeps what was found until then, so that all of it can be mended:
 * the rejected rows, and the values that no map knows.
 */
export class IntakeRefusal extends SyncError {
  readonly rejects: readonly Reject[]
  /** Not a property of its own, for whoever prints an error whole would print the values. */
  readonly #unmapped: readonly UnmappedValue[]

  constructor(
    refusals: readonly [SyncError, ...SyncError[]],
    { rejects, unmapped }: Pick<Intake, 'rejects' | 'unmapped'>,
  ) {
    const [first, ...others] = refusals
    super(first.message, first.hint, { others })
    this.rejects = rejects
    this.#unmapped = unmapped
  }

  /** Values that no map knows, themselves: for the private workspace only. */
  get unmapped(): readonly UnmappedValue[] {
    return this.#unmapped
  }
}
