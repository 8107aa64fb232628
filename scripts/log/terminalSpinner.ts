/** A line on a terminal that says what is being done, over and over in the same place. */
export interface TerminalSpinner {
  readonly isSpinning: boolean
  text: string
  start(text?: string): unknown
  stop(): unknown
}

/**
 * A spinner on stderr; one that says nothing where stderr is no terminal, or if asked. The library is loaded only
 * where somebody can see it: it is a fifth of what an unattended run takes to start.
 */
export async function terminalSpinner({ isSilent = false } = {}): Promise<TerminalSpinner> {
  if (isSilent || !process.stderr.isTTY) {
    return { isSpinning: false, text: '', start: () => undefined, stop: () => undefined }
  }
  const { default: ora } = await import('ora')
  return ora({ stream: process.stderr })
}
