/** What is kept under a name: a key that cannot be taken out, and when it was made. */
export interface KeyRecord {
  /** AES-GCM, not extractable: the browser uses it, and gives it to nobody. */
  readonly key: CryptoKey
  /** Milliseconds since 1970. */
  readonly made: number
  /** What the key sealed, for a record of the device; a tab keeps its own in the tab. */
  readonly sealed: SealedText | null
}

/** A text sealed by AES-GCM, with its nonce. */
export interface SealedText {
  readonly nonce: Uint8Array<ArrayBuffer>
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Keys by name. Every function rejects where the browser keeps nothing, as some private windows do. */
export interface KeyRecords {
  readonly read: (name: string) => Promise<KeyRecord | null>
  readonly write: (name: string, record: KeyRecord) => Promise<void>
  /** Every record's name and age. */
  readonly list: () => Promise<readonly { readonly name: string; readonly made: number }[]>
  readonly remove: (names: readonly string[]) => Promise<void>
}
