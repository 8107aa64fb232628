import type { DoctorContext } from './context.ts'

/** How one line of the doctor's ends; `note` is told and judged by nobody, `unchecked` waits for another line. */
export type Verdict = 'pass' | 'fail' | 'warn' | 'note' | 'unchecked'

/** One line of the doctor's. Names files, spreadsheets, tabs and columns, never a cell's value. */
export interface Finding {
  readonly verdict: Verdict
  readonly text: string
  /** What to do about it; null where there is nothing to do. */
  readonly remedy: string | null
}

/** One question that the doctor asks. */
export interface Check {
  /** Unique in a run, such as `config-valid` or `shared 1AbC`. */
  readonly id: string
  /** What is checked, as a line says it that could not be checked: "the time zone of the spreadsheet". */
  readonly title: string
  /** Checks that must not have failed, or this one says only that it was not made. */
  readonly needs: readonly string[]
  /** What was found. A `SyncError` that it throws is a failure with the error's words. */
  run(context: DoctorContext): Promise<readonly Finding[]>
}

/** Checks that stand together under one heading. */
export interface CheckGroup {
  readonly title: string
  readonly checks: readonly Check[]
}

export function pass(text: string): Finding {
  return { verdict: 'pass', text, remedy: null }
}

export function note(text: string, remedy: string | null = null): Finding {
  return { verdict: 'note', text, remedy }
}

export function warn(text: string, remedy: string): Finding {
  return { verdict: 'warn', text, remedy }
}

export function fail(text: string, remedy: string): Finding {
  return { verdict: 'fail', text, remedy }
}
