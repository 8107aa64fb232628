import type { Fault, Operation, Trouble } from '../fault.ts'

interface Pending {
  readonly fault: Fault
  skip: number
  times: number
}

const ofToken: readonly Operation[] = ['oidc', 'sts', 'impersonation']

/** Which trouble strikes which call: faults in the order given, each counting the calls that it is meant for. */
export class FaultPlan {
  private readonly pending: Pending[] = []

  add(faults: readonly Fault[]): void {
    for (const fault of faults) {
      this.pending.push({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1 })
    }
  }

  /** Forgets all faults, also those that have not struck. */
  clear(): void {
    this.pending.length = 0
  }

  /** The trouble for this call, counted as having struck; null for none. */
  take(operation: Operation, spreadsheet: string | null): Trouble | null {
    for (const one of this.pending) {
      if (one.times <= 0 || !isMeant(one.fault, operation, spreadsheet)) continue
      if (one.skip > 0) {
        one.skip -= 1
        continue
      }
      one.times -= 1
      return one.fault.do
    }
    return null
  }
}

function isMeant(fault: Fault, operation: Operation, spreadsheet: string | null): boolean {
  if (fault.spreadsheet !== undefined && fault.spreadsheet !== spreadsheet) return false
  return fault.on === operation || (fault.on === 'any' && !ofToken.includes(operation))
}
