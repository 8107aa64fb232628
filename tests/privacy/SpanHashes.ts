import { diceOf } from './dice.ts'
import { inverseOf, prime } from './primeField.ts'

/** A sum over numbered classes: how often each is in it. */
export type SpanSum = ReadonlyMap<number, number>

/**
 * Tells which sums follow from known ones by adding and subtracting: those that are 0 in random vectors in which all
 * known ones are 0, modulo a prime. Others are, by chance, once in 10^22 times.
 */
export class SpanHashes {
  private readonly vectors: readonly Float64Array[]

  constructor(width: number, known: readonly SpanSum[]) {
    const steps: { readonly lead: number; readonly row: Float64Array }[] = []
    for (const sum of known) {
      const row = new Float64Array(width)
      for (const [id, times] of sum) row[id] = (times + prime) % prime
      for (const { lead, row: before } of steps) {
        const times = row[lead] ?? 0
        if (times === 0) continue
        for (let at = 0; at < width; at += 1)
          row[at] = ((row[at] ?? 0) + (prime - times) * (before[at] ?? 0)) % prime
      }
      const lead = row.findIndex((value) => value !== 0)
      if (lead < 0) continue
      const inverse = inverseOf(row[lead] ?? 1)
      steps.push({ lead, row: row.map((value) => (value * inverse) % prime) })
    }
    const dice = diceOf(width)
    this.vectors = [0, 1, 2].map(() => {
      const vector = Float64Array.from({ length: width }, () => dice.int(0, prime - 1))
      for (const { lead, row } of steps.toReversed()) {
        vector[lead] = 0
        let sum = 0
        for (let at = 0; at < width; at += 1) sum = (sum + (row[at] ?? 0) * (vector[at] ?? 0)) % prime
        vector[lead] = (prime - sum) % prime
      }
      return vector
    })
  }

  /** Whether a sum follows. */
  follows(sum: SpanSum): boolean {
    return this.vectors.every((vector) => {
      let value = 0
      for (const [id, times] of sum) value = (value + ((times + prime) % prime) * (vector[id] ?? 0)) % prime
      return value === 0
    })
  }

  /** Pairs of classes of which the sum, or the difference, follows. */
  pairs(): SpanSum[] {
    const width = this.vectors[0]?.length ?? 0
    const textOf = (id: number, sign: 1 | -1): string =>
      this.vectors.map((vector) => (prime + sign * (vector[id] ?? 0)) % prime).join()
    const alike = Map.groupBy(
      Array.from({ length: width }, (_, id) => id),
      (id) => textOf(id, 1),
    )
    return [...alike].flatMap(([, ids]) =>
      ids.flatMap((id) => [
        ...ids
          .filter((one) => one > id)
          .map(
            (one) =>
              new Map([
                [id, 1],
                [one, -1],
              ]),
          ),
        ...(alike.get(textOf(id, -1)) ?? [])
          .filter((one) => one > id)
          .map(
            (one) =>
              new Map([
                [id, 1],
                [one, 1],
              ]),
          ),
      ]),
    )
  }
}
