/**
 * What the gate decided, for the next round. Each decision is kept with all that it depends on (rows of
 * people, other decisions, how many requests there are about its table) and made anew when one of those is
 * another.
 */
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
