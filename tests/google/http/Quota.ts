/** So many requests in each minute of the clock; a refused one does not count. */
export class Quota {
  private readonly perMinute: number
  private readonly now: () => number
  private minute = -1
  private count = 0

  constructor(perMinute: number, now: () => number) {
    this.perMinute = perMinute
    this.now = now
  }

  /** Counts a request; false when the minute's are used up. */
  take(): boolean {
    const minute = Math.floor(this.now() / 60_000)
    if (minute !== this.minute) {
      this.minute = minute
      this.count = 0
    }
    if (this.count >= this.perMinute) return false
    this.count += 1
    return true
  }
}
