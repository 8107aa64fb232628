import type { Clock } from './clock.ts'

/** Google counts reads and writes apart. */
export type QuotaKind = 'reads' | 'writes'

const minute = 60_000

/** Google allows 60 a minute and account; ten are left for others who use the same account. */
const perMinute = 50

/**
 * Lets at most 50 reads and 50 writes through in any sixty seconds, first come, first served; whoever comes
 * later waits. One quota may be shared by all connections of a run. Calls of Drive are not counted.
 */
export class ReadQuota {
  readonly #clock: Clock
  readonly #limit: number
  /** When the last requests were or will be sent, oldest first. */
  readonly #sent: Record<QuotaKind, number[]> = { reads: [], writes: [] }
  readonly #heldUntil: Record<QuotaKind, number> = { reads: 0, writes: 0 }

  constructor(clock: Clock, limit = perMinute) {
    this.#clock = clock
    this.#limit = limit
  }

  /** Waits for a turn. False, without waiting, if the turn would come only after `deadline` (ms, clock). */
  async take(kind: QuotaKind, deadline = Infinity): Promise<boolean> {
    const turn = this.#turn(kind)
    if (turn >= deadline) return false
    this.#book(kind, turn)
    for (let now = this.#clock.now(); now < turn; now = this.#clock.now()) await this.#clock.sleep(turn - now)
    if (this.#heldUntil[kind] <= this.#clock.now()) return true
    return this.take(kind, deadline)
  }

  /** After a 429: nobody else asks before the next minute. Gives that instant. */
  holdUntilNextMinute(kind: QuotaKind): number {
    const now = this.#clock.now()
    const next = now - (now % minute) + minute
    this.#heldUntil[kind] = Math.max(this.#heldUntil[kind], next)
    return next
  }

  #turn(kind: QuotaKind): number {
    const free = this.#sent[kind].at(-this.#limit)
    return Math.max(this.#clock.now(), this.#heldUntil[kind], free === undefined ? 0 : free + minute)
  }

  #book(kind: QuotaKind, turn: number): void {
    const sent = this.#sent[kind]
    sent.push(turn)
    if (sent.length > this.#limit) sent.shift()
  }
}
