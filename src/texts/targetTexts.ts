/** The words of targets; values and months come in as they are written. */
export const targetTexts = {
  goal: (bound: string) => `Goal ${bound}`,
  benchmark: (bound: string) => `Benchmark ${bound}`,
  none: 'No target set',
  atLeast: (value: string) => `≥ ${value}`,
  atMost: (value: string) => `≤ ${value}`,
  /** Where a goal comes from; `source` is in the practice's words, or ''. */
  goalSource: (source: string, month: string) =>
    `The practice's goal${source === '' ? '' : ` (${source})`}, in force since ${month}.`,
  secondHand: (source: string) => `${source} Second-hand: the original was not read.`,
} as const
