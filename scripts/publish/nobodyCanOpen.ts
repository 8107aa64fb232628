import { SyncError } from '../errors/SyncError.ts'

/** Anything but the demo is published sealed, and sealing needs readers. */
export function nobodyCanOpen(): SyncError {
  return new SyncError(
    'Nobody can open what this sync would publish: no reader is known.',
    'Add yourself first: npm run share -- add --label "Your name" --audience owner',
  )
}
