/** A driver in words, with its effect as it is to be read; '' where it rounds to nothing. */
export interface SpokenDriver {
  readonly words: string
  readonly effect: string
  readonly size: number
}

interface SpokenChange {
  /** `Down $38k`, or `Unchanged`. */
  readonly head: string
  /** What it is compared with, as it is to be shown. */
  readonly against: string
  readonly drivers: readonly SpokenDriver[]
}

/** `Down $38k from Sep 2026: fewer visits −$21k, payer mix −$12k.`: the largest effect first, none that is nothing. */
export function summarizeDrivers({ head, against, drivers }: SpokenChange): string {
  const told = drivers
    .filter(({ effect }) => /[1-9]/.test(effect))
    .toSorted((a, b) => b.size - a.size)
    .map(({ words, effect }) => `${words} ${effect}`)
  return told.length === 0 ? `${head} from ${against}.` : `${head} from ${against}: ${told.join(', ')}.`
}
