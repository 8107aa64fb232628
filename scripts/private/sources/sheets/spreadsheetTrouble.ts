import { GoogleError, type GoogleTrouble } from '../../../google/GoogleError.ts'

/** Trouble that passes by itself: meanwhile the last good data is used. */
const passing: readonly GoogleTrouble[] = ['quota', 'unavailable', 'timeout', 'malformed', 'deadline']

export function isPassing(error: unknown): error is GoogleError {
  return error instanceof GoogleError && passing.includes(error.trouble)
}

/** A spreadsheet that never stood still while it was read. */
export function beingEdited(title: string): GoogleError {
  return new GoogleError('unavailable', {
    message: `Spreadsheet "${title}" was being edited each time it was read.`,
    hint: 'Nothing needs doing: the next run reads it again. Let it run at a quiet hour if this happens often.',
  })
}
