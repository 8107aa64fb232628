/** What an audit worked out, for the next one: what has not changed is not worked out again. */
export class AuditMemory {
  private readonly known = new Map<string, { readonly inputs: readonly unknown[]; readonly value: unknown }>()

  /** The value that `make` gives, again only when one of the inputs is another than last time. */
  recall<Value>(key: string, inputs: readonly unknown[], make: () => Value): Value {
    const before = this.known.get(key)
    if (before?.inputs.length === inputs.length && before.inputs.every((one, at) => one === inputs[at])) {
      // Under a key stands only what its own `make` gave.
      return before.value as Value
    }
    const value = make()
    this.known.set(key, { inputs, value })
    return value
  }
}
