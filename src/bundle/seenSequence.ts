/** Remembers, by signer, the highest sequence that was opened: an integer, no secret. */
export interface SequenceMemory {
  /** 0 where nothing is known. */
  highest(signer: string): number
  note(signer: string, sequence: number): void
}

const prefix = 'practice-vitals.sequence.'

/** The memory of this device. Where it keeps nothing (private window, full, Node), nothing is known. */
export const seenSequence: SequenceMemory = {
  highest(signer) {
    try {
      const found = Number(localStorage.getItem(prefix + signer))
      return Number.isSafeInteger(found) ? found : 0
    } catch {
      return 0
    }
  },
  note(signer, sequence) {
    try {
      localStorage.setItem(prefix + signer, String(sequence))
    } catch {
      // Without a memory the signature and the expiry still hold.
    }
  },
}
