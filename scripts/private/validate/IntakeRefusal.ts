import { SyncError } from '../../errors/SyncError.ts'
import type { Reject } from '../intake.ts'

/** A refusal after rows were read: it keeps the list of rejected rows, so that they can all be mended. */
export class IntakeRefusal extends SyncError {
  readonly rejects: readonly Reject[]

  constructor(refusals: readonly [SyncError, ...SyncError[]], rejects: readonly Reject[]) {
    const [first, ...others] = refusals
    super(first.message, first.hint, { others })
    this.rejects = rejects
  }
}
