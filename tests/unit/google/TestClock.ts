import type { Clock } from '../../../scripts/google/clock.ts'

interface Sleeper {
  readonly until: number
  wake(): void
}

/** A clock that makes nobody wait: when all is quiet it moves on to whoever wakes first. Starts 12:00:10. */
export class TestClock implements Clock {
  time = Date.UTC(2026, 9, 31, 12, 0, 10)
  /** How long was slept, in the order in which it was asked for. */
  readonly slept: number[] = []
  readonly #sleepers: Sleeper[] = []

  now(): number {
    return this.time
  }

  sleep(milliseconds: number): Promise<void> {
    if (milliseconds < 0) throw new Error('invalid sleep: negative')
    this.slept.push(milliseconds)
    const until = this.time + milliseconds
    return new Promise((wake) => {
      this.#sleepers.push({ until, wake })
      this.#sleepers.sort((one, other) => one.until - other.until)
      setImmediate(() => this.#wakeNext())
    })
  }

  #wakeNext(): void {
    const next = this.#sleepers.shift()
    if (!next) return
    this.time = Math.max(this.time, next.until)
    next.wake()
  }
}
