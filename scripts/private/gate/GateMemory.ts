/** What the gate decided, for the next round: only what a new request touches is decided again. */
export class GateMemory {
  private readonly known = new Map<string, { readonly inputs: readonly unknown[]; readonly value: unknown }>()

  /** The value that `make` gave for the same inputs, or gives now. */
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
