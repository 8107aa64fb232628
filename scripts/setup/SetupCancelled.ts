/** The person left at a question (Ctrl-C, Esc, or "stop here"): nothing was written. */
export class SetupCancelled extends Error {
  override readonly name = 'SetupCancelled'

  constructor() {
    super('setup cancelled')
  }
}
