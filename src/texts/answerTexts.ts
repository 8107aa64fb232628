import type { Dimension } from '../cubes/cube.ts'

const tooSmall = 'groups would be too small.'

/** Why the published tables cannot answer a question. Lists come in as they are written. */
export const answerTexts = {
  wholeOnly: (metric: string) => `${metric} is published for the whole practice only.`,
  notBy: (metric: string, dimensions: string) => `${metric} is not published by ${dimensions}.`,
  tooSmallBy: (metric: string, dimensions: string) =>
    `${metric} is not published by ${dimensions}: ${tooSmall}`,
  byQuarter: (metric: string) => `${metric} is published by quarter, not by month.`,
  /** `Not shown by visit type for one provider: groups would be too small.` Either list may be empty. */
  tooSmallFor: (splits: string, filters: string) =>
    `Not shown${splits === '' ? '' : ` by ${splits}`}${filters === '' ? '' : ` for ${filters}`}: ${tooSmall}`,
  one: (dimension: string) => `one ${dimension}`,
  /** Dimensions whose own names say too little by themselves. */
  fullNames: {
    kind: 'kind of compliance item',
    category: 'expense or budget category',
  } satisfies Partial<Record<Dimension, string>>,
} as const
